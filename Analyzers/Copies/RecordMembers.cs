using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Knows the members that the compiler writes for a record: they hash, compare, print and clone copies of its fields.
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

    /// <summary>Returns a field of a record class that must not be copied and that its clones copy: those of <c>with</c>. Null where there is none, or where the record has a copy constructor of its own.</summary>
    public static IFieldSymbol? ClonedField(ITypeSymbol? type, BoundTypes types)
    {
        for (var record = type as INamedTypeSymbol; record is { IsRecord: true, IsReferenceType: true }; record = record.BaseType)
        {
            if (ClonesFields(record) && record.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => !field.IsStatic && types.ForbidCopies(field.Type)) is { } field)
            {
                return field;
            }
        }

        return null;
    }

    private static bool ClonesFields(INamedTypeSymbol record) => record.InstanceConstructors.Any(constructor =>
        constructor is { IsImplicitlyDeclared: true, Parameters: [{ Type: var original }] } && SymbolEqualityComparer.Default.Equals(original, record));

    // What is not public is not printed, and neither is anything when the record prints itself.
    private static bool Prints(INamedTypeSymbol type, BoundTypes types) =>
        type.GetMembers("PrintMembers").All(member => member.IsImplicitlyDeclared)
        && type.GetMembers().Any(member => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } and (IFieldSymbol or IPropertySymbol) && types.ForbidCopies(TypeOf(member)));

    private static ITypeSymbol? TypeOf(ISymbol member) => member is IFieldSymbol field ? field.Type : (member as IPropertySymbol)?.Type;
}
