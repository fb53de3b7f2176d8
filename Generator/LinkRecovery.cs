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
    public static EquatableArray<LinkModel> LinksNear(
        IFieldSymbol field,
        ParsedTag tag,
        AttributeData attribute,
        SemanticModel semanticModel,
        CancellationToken cancellationToken)
    {
        var syntax = new TagSyntax(attribute, field, cancellationToken);
        IEnumerable<LinkModel?> links =
            from element in new[] { tag.Element, ElementInNameOf(attribute, semanticModel, cancellationToken) }
            where element is { TypeKind: TypeKind.Struct, IsUnmanagedType: true } && LanguageRules.Reject(element, semanticModel.Compilation) is null
            from node in NodeRules.NodesOf(element)
            select LinkRules.Resolve(field, element, node, syntax, semanticModel.Compilation, new List<Problem>())?.Model;
        return new EquatableArray<LinkModel>(links.OfType<LinkModel>().Distinct());
    }

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
