using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// Says what a head contains (ILIST001): the elements whose names are nearest to its own.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TagHeadFix))]
public sealed class TagHeadFix : RuleFix
{
    private const int MaximalOffers = 5;

    /// <summary>Creates the fix.</summary>
    public TagHeadFix()
        : base(RuleIdentifiers.HeadWithoutContains)
    {
    }

    private protected override IEnumerable<Mend> Find(Site site)
    {
        if (site.Node.FirstAncestorOrSelf<FieldDeclarationSyntax>() is not { } declaration || FirstHead(declaration, site) is not { } head)
        {
            yield break;
        }

        bool isBest = true;
        foreach (IFieldSymbol node in NodeProposals.For(head, site.Model.Compilation, site.CancellationToken).Where(node => site.Model.IsAccessible(declaration.SpanStart, node)).Take(MaximalOffers))
        {
            string tag = Tag(node, declaration, site);
            Edit? tagged = site.Insert(declaration.GetFirstToken(), tag + " ");
            Edit?[] edits = site.MakePartial([head.ContainingType]).Append(tagged).ToArray();
            yield return new Mend($"Tag '{head.InMessage()}' with {tag}", isBest ? site.Rule : $"{site.Rule}:{node.InMessage()}", edits);
            isBest = false;
        }
    }

    // One tag is for all that are declared together.
    private static IFieldSymbol? FirstHead(FieldDeclarationSyntax declaration, Site site) =>
        site.Model.GetDeclaredSymbol(declaration.Declaration.Variables.First(), site.CancellationToken) as IFieldSymbol;

    /// <summary>Returns the tag: <c>[Contains(typeof(Job), nameof(Job.Node))]</c>.</summary>
    private static string Tag(IFieldSymbol node, FieldDeclarationSyntax declaration, Site site)
    {
        INamedTypeSymbol element = node.ContainingType;
        string type = element.ToMinimalDisplayString(site.Model, declaration.SpanStart);
        string unbound = element.AllTypeParameters().IsEmpty ? type : Unbound(element);
        return $"[{site.RuntimeAttribute(KnownSymbols.ContainsAttribute, declaration)}(typeof({unbound}), nameof({type}.{Identifiers.InCode(node.Name)}))]";
    }

    /// <summary>Returns a type as <c>typeof</c> in an attribute must name it where its type parameters are those of its owner: <c>Cache&lt;&gt;.Entry</c>.</summary>
    private static string Unbound(INamedTypeSymbol element) => string.Join(
        ".",
        element.WithContainingTypes().Select(type => Identifiers.InCode(type.Name) + (type.Arity == 0 ? "" : $"<{new string(',', type.Arity - 1)}>")));
}
