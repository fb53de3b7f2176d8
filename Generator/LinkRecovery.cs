using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.Generator;

/// <summary>
/// The links that a wrong tag was probably meant to ask for.
/// </summary>
/// <remarks>
/// A signature that names a link which does not exist is an error in a declaration, and such an error silences every analyzer in a build:
/// the user would read that a type is missing, and not which tag is wrong. The build fails all the same.
/// </remarks>
internal static class LinkRecovery
{
    /// <summary>Returns the links of every node of the element, and of the element that the tag's <c>nameof</c> speaks of.</summary>
    public static EquatableArray<LinkModel> LinksNear(ParsedTag tag, AttributeData attribute, SemanticModel semanticModel, CancellationToken cancellationToken)
    {
        IEnumerable<LinkModel> links = new[] { tag.Element, ElementInNameOf(attribute, semanticModel, cancellationToken) }
            .OfType<INamedTypeSymbol>()
            .SelectMany(element => LinksOf(element.OriginalDefinition, semanticModel.Compilation))
            .Distinct();
        return new EquatableArray<LinkModel>(links);
    }

    private static IEnumerable<LinkModel> LinksOf(INamedTypeSymbol element, Compilation compilation) =>
        from node in NodeRules.NodesOf(element)
        let name = Identifiers.LinkOf(node.Name)
        where LinkRules.CanBeNested(element, compilation) && NameRules.RejectLink(node, name) is null
        select LinkRules.Nested(element, node, name).Model;

    /// <summary>Returns the type before the dot in <c>nameof(Other.Node)</c>.</summary>
    private static INamedTypeSymbol? ElementInNameOf(AttributeData attribute, SemanticModel semanticModel, CancellationToken cancellationToken)
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        InvocationExpressionSyntax? nameOf = syntax?.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault();
        return nameOf?.ArgumentList.Arguments.FirstOrDefault()?.Expression is MemberAccessExpressionSyntax { Expression: { } type }
            ? semanticModel.GetSymbolInfo(type, cancellationToken).Symbol as INamedTypeSymbol
            : null;
    }
}
