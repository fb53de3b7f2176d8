using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Knows the members that the compiler writes for a record struct: they hash, compare and print copies of its fields.
/// </summary>
internal static class RecordMembers
{
    /// <summary>Returns whether a method is one that the compiler has written and that copies what must stay where it is.</summary>
    public static bool Copy(IMethodSymbol method, BoundTypes types) =>
        method is { ContainingType: { IsRecord: true, IsValueType: true } type, IsImplicitlyDeclared: true } && method.Name switch
        {
            nameof(Equals) or nameof(GetHashCode) => true,
            nameof(ToString) => Prints(type, types),
            _ => false,
        };

    // What is not public is not printed, and neither is anything when the record prints itself.
    private static bool Prints(INamedTypeSymbol type, BoundTypes types) =>
        type.GetMembers("PrintMembers").All(member => member.IsImplicitlyDeclared)
        && type.GetMembers().Any(member => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } and (IFieldSymbol or IPropertySymbol) && types.ForbidCopies(TypeOf(member)));

    private static ITypeSymbol? TypeOf(ISymbol member) => member is IFieldSymbol field ? field.Type : (member as IPropertySymbol)?.Type;
}
