using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// Stores the address of an element where the element itself would move: <c>Foo _foo;</c> becomes <c>Ptr&lt;Foo&gt; _foo;</c>, and <c>List&lt;Foo&gt;</c> a <c>List&lt;Ptr&lt;Foo&gt;&gt;</c> (ILIST103).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StorePointerFix))]
public sealed class StorePointerFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public StorePointerFix()
        : base(RuleIdentifiers.MovableStorage)
    {
    }

    private protected override IEnumerable<Mend> Find(Site site)
    {
        TypeSyntax[] places = PlacesAt(site).ToArray();
        if (places.Length > 0 && TypeOf(places[0], site) is { } type && PointerTo(type, places[0], site) is { } pointer)
        {
            yield return new Mend($"Store a {pointer} instead", site.Rule, places.Select(place => site.Replace(place, pointer)).ToArray()) { Renews = MemberAt(site)?.Name };
        }
    }

    /// <summary>Returns where the element is named that is not to be stored: in the type of a field, or as a type argument throughout a declaration.</summary>
    private static IEnumerable<TypeSyntax> PlacesAt(Site site) => site.Node switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: not RefTypeSyntax, Parent: FieldDeclarationSyntax } variables } => [variables.Type],
        TypeSyntax { Parent: TypeArgumentListSyntax } argument => SameArguments(argument, site),
        _ => [],
    };

    // What is declared and what is created have to be of one type.
    private static IEnumerable<TypeSyntax> SameArguments(TypeSyntax argument, Site site)
    {
        ITypeSymbol? type = TypeOf(argument, site);
        SyntaxNode declaration = argument.Ancestors().OfType<VariableDeclarationSyntax>().FirstOrDefault() ?? (SyntaxNode)argument;
        return declaration.DescendantNodesAndSelf()
            .OfType<TypeArgumentListSyntax>()
            .SelectMany(list => list.Arguments)
            .Where(other => SymbolEqualityComparer.Default.Equals(TypeOf(other, site), type))
            .DefaultIfEmpty(argument);
    }

    private static ITypeSymbol? TypeOf(TypeSyntax type, Site site) => site.Model.GetTypeInfo(type, site.CancellationToken).Type;

    // A head or node is no element, and of what holds objects there are no addresses.
    private static string? PointerTo(ITypeSymbol element, SyntaxNode at, Site site) =>
        element is { IsUnmanagedType: true, TypeKind: TypeKind.Struct or TypeKind.TypeParameter } && !element.IsAnyHead() && !element.IsListNode()
            ? site.Model.Compilation.GetTypesByMetadataName(KnownSymbols.Ptr).FirstOrDefault()?.Construct(element).ToMinimalDisplayString(site.Model, at.SpanStart)
            : null;

    // What others name to use what is declared there.
    private static ISymbol? MemberAt(Site site)
    {
        MemberDeclarationSyntax? declaration = site.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        ISymbol? member = site.Field() ?? (declaration is null ? null : site.Model.GetDeclaredSymbol(declaration, site.CancellationToken));
        return member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? member.ContainingType : member;
    }
}
