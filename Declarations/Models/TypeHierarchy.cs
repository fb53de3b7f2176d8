using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// A partial type with everything around it.
/// </summary>
/// <param name="Namespace">The namespace, keywords escaped; empty for none.</param>
/// <param name="Types">The types, the outermost first.</param>
/// <param name="MetadataName">The full metadata name, which tells types apart that C# writes alike.</param>
internal sealed record TypeHierarchy(string Namespace, EquatableArray<TypeDeclaration> Types, string MetadataName)
{
    public static TypeHierarchy Of(INamedTypeSymbol type) => new(
        NamespaceOf(type),
        new EquatableArray<TypeDeclaration>(type.WithContainingTypes().Select(level => new TypeDeclaration(KeywordOf(level), NameOf(level)))),
        MetadataNameOf(type));

    /// <summary>Returns the full metadata name: <c>Namespace.Outer`1+Inner</c>.</summary>
    public static string MetadataNameOf(INamedTypeSymbol type)
    {
        string types = string.Join("+", type.WithContainingTypes().Select(level => level.MetadataName));
        return string.Join(".", NamespacesOf(type).Append(types));
    }

    private static string NamespaceOf(INamedTypeSymbol type) => string.Join(".", NamespacesOf(type).Select(Identifiers.InCode));

    private static IEnumerable<string> NamespacesOf(INamedTypeSymbol type)
    {
        var names = new Stack<string>();
        for (INamespaceSymbol current = type.ContainingNamespace; !current.IsGlobalNamespace; current = current.ContainingNamespace)
        {
            names.Push(current.Name);
        }

        return names;
    }

    private static string KeywordOf(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };

    private static string NameOf(INamedTypeSymbol type)
    {
        string name = Identifiers.InCode(type.Name);
        return type.Arity == 0 ? name : $"{name}<{string.Join(", ", type.TypeParameters.Select(NameOf))}>";
    }

    private static string NameOf(ITypeParameterSymbol parameter)
    {
        string name = Identifiers.InCode(parameter.Name);
        return parameter.Variance switch
        {
            VarianceKind.In => "in " + name,
            VarianceKind.Out => "out " + name,
            _ => name,
        };
    }
}
