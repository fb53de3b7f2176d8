using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// A tagged head in a value, at any depth.
/// </summary>
/// <param name="Head">The head.</param>
/// <param name="Field">The field of the value in which it lies: the head itself, or a struct that holds it.</param>
/// <param name="Element">The type of the elements.</param>
internal sealed record OwnedHead(IFieldSymbol Head, IFieldSymbol Field, INamedTypeSymbol Element)
{
    /// <summary>Gets whether the head lies in a struct in the value, rather than in the value itself.</summary>
    public bool IsNested => !ReferenceEquals(Head, Field);
}
