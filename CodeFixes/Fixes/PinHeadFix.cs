using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// Puts a head that can move into memory that does not: <c>ListHead _ready;</c> becomes <c>readonly PinnedListHead _ready = new();</c> (ILIST103).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PinHeadFix))]
public sealed class PinHeadFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public PinHeadFix()
        : base(RuleIdentifiers.MovableStorage)
    {
    }

    private protected override IEnumerable<Mend> Find(Site site)
    {
        if (site.Field() is { } head
            && head.Type.IsListHead()
            && !FieldRules.IsReference(head)
            && !IsOfThread(head)
            && site.Node.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { } declaration)
        {
            string title = $"Make '{head.InMessage()}' a PinnedListHead";
            yield return new Mend(title, site.Rule, EditsOf(declaration, site).ToArray()) { Renews = head.Name };
        }
    }

    // Its initializer would run for one thread only.
    private static bool IsOfThread(IFieldSymbol field) => field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(System.ThreadStaticAttribute));

    private static IEnumerable<Edit?> EditsOf(FieldDeclarationSyntax declaration, Site site)
    {
        TypeSyntax type = declaration.Declaration.Type;
        string pinned = site.Runtime(KnownSymbols.PinnedListHead, type);
        bool isReadOnly = declaration.Modifiers.Any(SyntaxKind.ReadOnlyKeyword);
        yield return site.Replace(type, isReadOnly ? pinned : "readonly " + pinned);

        string created = site.LanguageVersion >= LanguageVersion.CSharp9 ? "new()" : $"new {pinned}()";
        foreach (VariableDeclaratorSyntax variable in declaration.Declaration.Variables)
        {
            yield return variable.Initializer is { } initializer
                ? site.Replace(initializer.Value, created)
                : site.InsertBehind(variable.Identifier, " = " + created);
        }
    }
}
