using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// Makes the types partial to which code is generated, and the types around them: owners (ILIST008) and elements that nothing else can reach (ILIST007).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix))]
public sealed class MakePartialFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public MakePartialFix()
        : base(RuleIdentifiers.InaccessibleNode, RuleIdentifiers.OwnerNotPartial)
    {
    }

    private protected override IEnumerable<Mend> Find(Site site)
    {
        INamedTypeSymbol[] types = (site.Rule == RuleIdentifiers.OwnerNotPartial ? OwnersAt(site) : ElementAt(site)).ToArray();
        if (types.Length > 0)
        {
            Edit?[] edits = site.MakePartial(types).ToArray();
            string others = edits.Length > 1 ? " and what else must be" : "";
            yield return new Mend($"Make '{types[0].InMessage()}'{others} partial", site.Rule, edits);
        }
    }

    private static IEnumerable<INamedTypeSymbol> ElementAt(Site site) =>
        site.Tag() is { } tag && ParsedTag.Parse(tag.Head, tag.Tag, site.Model.Compilation, site.CancellationToken).Element is { } element ? [element.OriginalDefinition] : [];

    /// <summary>Returns the type that is blamed, every owner in it, and the elements which can be reached through their owner alone.</summary>
    private static IEnumerable<INamedTypeSymbol> OwnersAt(Site site)
    {
        if (site.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration || site.Model.GetDeclaredSymbol(declaration, site.CancellationToken) is not INamedTypeSymbol blamed)
        {
            return [];
        }

        IFieldSymbol[] heads = OwnerRules.HeadsIn(blamed).ToArray();
        IEnumerable<INamedTypeSymbol> owners = heads.Select(head => head.ContainingType);
        IEnumerable<INamedTypeSymbol> elements =
            from head in heads
            let element = ParsedTag.Parse(head, head.Tags()[0], site.Model.Compilation, site.CancellationToken).Element
            where element is not null && IsHiddenIn(element.OriginalDefinition, head.ContainingType, site.Model.Compilation)
            select element.OriginalDefinition;
        return owners.Concat(elements).Prepend(blamed);
    }

    private static bool IsHiddenIn(INamedTypeSymbol element, INamedTypeSymbol owner, Compilation compilation) =>
        element.WithContainingTypes().Any(type => owner.WithContainingTypes().Contains(type, SymbolEqualityComparer.Default))
        && element.WithContainingTypes().Concat<ISymbol>(NodeRules.NodesOf(element)).Any(symbol => !compilation.IsSymbolAccessibleWithin(symbol, compilation.Assembly));
}
