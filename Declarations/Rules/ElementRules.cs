using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// What can be an element of a Native list (ILIST003): an unmanaged struct.
/// </summary>
internal static class ElementRules
{
    /// <summary>Returns the element type that a tag names; null when it names none, with a problem unless the compiler has one already.</summary>
    public static INamedTypeSymbol? Resolve(IFieldSymbol head, AttributeData tag, TagSyntax syntax, Compilation compilation, ICollection<Problem> problems)
    {
        if (tag.ConstructorArguments.Length != 2 || tag.ConstructorArguments[0].Kind == TypedConstantKind.Error)
        {
            return null;
        }

        ITypeSymbol? named = (tag.ConstructorArguments[0].Scalar() as ITypeSymbol)?.WithObjects(compilation);
        if (named?.TypeKind == TypeKind.Dynamic || (named is INamedTypeSymbol { OriginalDefinition: { } definition } ? TypeFacts.IsBroken(definition) : named is not null && BrokenTypes.Contain(named.OriginalDefinition)))
        {
            return null;
        }

        ITypeSymbol? type = named;
        string? reason = named is null ? "it is null" : null;
        if (named is INamedTypeSymbol generic && generic.IsUnbound())
        {
            type = BindToOwner(generic, head.ContainingType, compilation, out reason);
        }

        if (type is not null && !SymbolEqualityComparer.Default.Equals(type, named?.OriginalDefinition) && BrokenTypes.Contain(type))
        {
            return null;
        }

        reason ??= Reject(type!) ?? LanguageRules.Reject(type!, compilation);
        if (reason is not null)
        {
            problems.Add(Problem.At(syntax.Element, RuleIdentifiers.InvalidElement, named?.InMessage() ?? "null", head.InMessage(), reason));
            return null;
        }

        return (INamedTypeSymbol)type!;
    }

    /// <summary>
    /// Returns what an unbound type means inside its owner: the owner's type parameters in order, where the type is nested in a type around the owner or as generic as the owner.
    /// </summary>
    private static INamedTypeSymbol? BindToOwner(INamedTypeSymbol unbound, INamedTypeSymbol owner, Compilation compilation, out string? reason)
    {
        INamedTypeSymbol definition = unbound.OriginalDefinition;
        ImmutableArray<ITypeParameterSymbol> wanted = definition.AllTypeParameters();
        ImmutableArray<ITypeParameterSymbol> offered = owner.AllTypeParameters();
        bool shared = wanted.All(parameter => offered.Contains(parameter, SymbolEqualityComparer.Default));
        if (!shared && wanted.Length != offered.Length)
        {
            reason = $"its type arguments are open, and '{owner.InMessage()}' has no type parameters that correspond to them";
            return null;
        }

        var arguments = offered.Take(wanted.Length).ToImmutableArray<ITypeSymbol>();
        if (!shared && !Constraints.AreMet(wanted, arguments, compilation))
        {
            reason = $"its type arguments are open, and the type parameters of '{owner.InMessage()}' do not meet its constraints";
            return null;
        }

        reason = null;
        return definition.ConstructAll(arguments);
    }

    private static string? Reject(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Class, IsStatic: true } => "it is a static class",
        { TypeKind: TypeKind.Class } => "it is a class, and elements are unmanaged structs",
        { TypeKind: TypeKind.Interface } => "it is an interface, and elements are unmanaged structs",
        { TypeKind: TypeKind.Enum } => "it is an enum, which has no room for a node",
        { TypeKind: TypeKind.Delegate } => "it is a delegate, and elements are unmanaged structs",
        { TypeKind: TypeKind.Array } => "it is an array, and elements are unmanaged structs",
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "it is a pointer; name the type that it points at",
        { SpecialType: SpecialType.System_Void } => "it is void",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => $"it is nullable; name '{nullable.TypeArguments[0].InMessage()}' itself",
        { SpecialType: not SpecialType.None } => "it is a primitive type, which has no room for a node",
        { IsRefLikeType: true } => "it is a ref struct, which must not be pointed at from elsewhere",
        { TypeKind: TypeKind.Struct, IsUnmanagedType: false } => $"it is not unmanaged: {ManagedField(type)}",
        INamedTypeSymbol { TypeKind: TypeKind.Struct } => null,
        _ => "it is not an unmanaged struct",
    };

    /// <summary>Returns which field keeps a struct from being unmanaged, in however many structs it lies.</summary>
    private static string ManagedField(ITypeSymbol type)
    {
        // A struct that contains itself is an error of the compiler.
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default) { type };
        var path = new List<string>();
        ITypeSymbol current = type;
        while (current.TypeKind == TypeKind.Struct && InstanceFields(current).FirstOrDefault(field => !field.Type.IsUnmanagedType && seen.Add(field.Type)) is { } managed)
        {
            path.Add(managed.AssociatedSymbol?.Name ?? managed.Name);
            current = managed.Type;
        }

        return current switch
        {
            _ when path.Count == 0 => "it has a managed field",
            ITypeParameterSymbol parameter => $"nothing constrains the type parameter '{parameter.Name}' of its field '{string.Join(".", path)}' to be unmanaged",
            _ => $"its field '{string.Join(".", path)}' is a '{current.InMessage()}'",
        };
    }

    private static IEnumerable<IFieldSymbol> InstanceFields(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic);
}
