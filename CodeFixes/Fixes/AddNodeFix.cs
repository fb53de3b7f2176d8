using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// Gives the element the node that a tag names (ILIST004).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddNodeFix))]
public sealed class AddNodeFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public AddNodeFix()
        : base(RuleIdentifiers.MissingNode)
    {
    }

    private protected override IEnumerable<Mend> Find(Site site)
    {
        if (site.Tag() is not { } tag || tag.Tag.ConstructorArguments[1].Scalar() is not string name || !SyntaxFacts.IsValidIdentifier(name))
        {
            yield break;
        }

        INamedTypeSymbol? element = ParsedTag.Parse(tag.Head, tag.Tag, site.Model.Compilation, site.CancellationToken).Element;
        if (element?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(site.CancellationToken) is TypeDeclarationSyntax { CloseBraceToken.IsMissing: false } declaration
            && declaration.OpenBraceToken.IsKind(SyntaxKind.OpenBraceToken))
        {
            string field = $"public {site.Runtime(KnownSymbols.ListNode, declaration)} {Identifiers.InCode(name)};";
            yield return new Mend(
                $"Add the node '{name}' to '{element.InMessage()}'",
                $"{site.Rule}:add",
                site.InsertBehind(Anchor(declaration), Gap(declaration) + field));
        }
    }

    /// <summary>Returns the token behind which the node is added: the last field, or else the brace.</summary>
    private static SyntaxToken Anchor(TypeDeclarationSyntax declaration) =>
        declaration.Members.OfType<FieldDeclarationSyntax>().LastOrDefault()?.SemicolonToken ?? declaration.OpenBraceToken;

    /// <summary>Returns what stands between two members, which is a space where the type is written in one line.</summary>
    private static string Gap(TypeDeclarationSyntax declaration)
    {
        SourceText text = declaration.SyntaxTree.GetText();
        bool isOneLine = text.Lines.IndexOf(declaration.OpenBraceToken.SpanStart) == text.Lines.IndexOf(declaration.CloseBraceToken.SpanStart);
        return (isOneLine, declaration.Members.FirstOrDefault()) switch
        {
            (true, _) => " ",
            (_, { } member) => Layout.NewLineOf(text) + Layout.IndentationOf(member.GetFirstToken()),
            _ => Layout.NewLineOf(text) + Layout.IndentationOf(declaration.CloseBraceToken) + Layout.OneLevel,
        };
    }
}
