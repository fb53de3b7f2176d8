using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// Names a node of the element instead of what is none (ILIST004, ILIST005): the one with the nearest name.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectNodeFix))]
public sealed class CorrectNodeFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public CorrectNodeFix()
        : base(RuleIdentifiers.MissingNode, RuleIdentifiers.InvalidNode)
    {
    }

    private protected override IEnumerable<Mend> Find(Site site)
    {
        if (site.Tag() is not { } tag || new TagSyntax(tag.Tag, tag.Head, site.CancellationToken).NodeArgument is not { } argument)
        {
            yield break;
        }

        INamedTypeSymbol? element = ParsedTag.Parse(tag.Head, tag.Tag, site.Model.Compilation, site.CancellationToken).Element;
        string wrong = tag.Tag.ConstructorArguments[1].Scalar() as string ?? "";
        IFieldSymbol? nearest = element is null ? null : NodeRules.NodesOf(element).OrderBy(node => EditDistance.Between(node.Name, wrong)).FirstOrDefault();
        if (nearest is not null)
        {
            yield return new Mend(
                $"Link the elements of '{tag.Head.InMessage()}' through '{nearest.InMessage()}'",
                site.Rule,
                site.Replace(argument.Expression, InTag(nearest, argument.Expression, site)));
        }
    }

    // A string stays a string.
    private static string InTag(IFieldSymbol node, ExpressionSyntax wrong, Site site) => wrong.IsKind(SyntaxKind.StringLiteralExpression)
        ? SymbolDisplay.FormatLiteral(node.Name, quote: true)
        : $"nameof({node.ContainingType.ToMinimalDisplayString(site.Model, wrong.SpanStart)}.{Identifiers.InCode(node.Name)})";
}
