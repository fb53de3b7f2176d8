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

        var named = tag.ConstructorArguments[0].Scalar() as ITypeSymbol;
        if (named is not null && IsBroken(named.OriginalDefinition))
        {
            return null;
        }

        ITypeSymbol? type = named;
        string? reason = named is null ? "it is null" : null;
        if (named is INamedTypeSymbol generic && generic.IsUnbound())
        {
            type = BindToOwner(generic, head.ContainingType, compilation);
            reason = type is null ? $"its type arguments are open, and they do not correspond to the type parameters of '{head.ContainingType.InMessage()}'" : null;
        }

        if (type is not null && IsBroken(type))
        {
            return null;
        }

        reason ??= Reject(type!);
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
    private static INamedTypeSymbol? BindToOwner(INamedTypeSymbol unbound, INamedTypeSymbol owner, Compilation compilation)
    {
        INamedTypeSymbol definition = unbound.OriginalDefinition;
        ImmutableArray<ITypeParameterSymbol> wanted = definition.AllTypeParameters();
        ImmutableArray<ITypeParameterSymbol> offered = owner.AllTypeParameters();
        bool shared = wanted.All(parameter => offered.Contains(parameter, SymbolEqualityComparer.Default));
        if (!shared && wanted.Length != offered.Length)
        {
            return null;
        }

        var arguments = offered.Take(wanted.Length).ToImmutableArray<ITypeSymbol>();
        INamedTypeSymbol bound = definition.ConstructAll(arguments);
        return shared || Constraints.AreMet(wanted, arguments, compilation) ? bound : null;
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
        { SpecialType: not SpecialType.None } => "it is a primitive type, which has no room for a node",
        { IsRefLikeType: true } => "it is a ref struct, which must not be pointed at from elsewhere",
        { TypeKind: TypeKind.Struct, IsUnmanagedType: false } => $"it is not unmanaged: {ManagedField(type)}",
        INamedTypeSymbol { TypeKind: TypeKind.Struct } => null,
        _ => "it is not an unmanaged struct",
    };

    /// <summary>Returns which field keeps a struct from being unmanaged.</summary>
    private static string ManagedField(ITypeSymbol type)
    {
        IFieldSymbol? field = InstanceFields(type).FirstOrDefault(candidate => !candidate.Type.IsUnmanagedType);
        return field switch
        {
            null => "it has a managed field",
            { Type.TypeKind: TypeKind.TypeParameter } => $"nothing constrains the type parameter '{field.Type.Name}' of its field '{NameOf(field)}' to be unmanaged",
            { Type.TypeKind: TypeKind.Struct } when !SymbolEqualityComparer.Default.Equals(field.Type, type) => $"its field '{NameOf(field)}' is a '{field.Type.InMessage()}', and {Continue(field.Type)}",
            _ => $"its field '{NameOf(field)}' is a '{field.Type.InMessage()}'",
        };

        static string Continue(ITypeSymbol nested)
        {
            // One level further tells the reader where to look; a longer chain would hide it.
            IFieldSymbol? inner = InstanceFields(nested).FirstOrDefault(candidate => !candidate.Type.IsUnmanagedType);
            return inner is null ? "that is managed" : $"its field '{NameOf(inner)}' is a '{inner.Type.InMessage()}'";
        }
    }

    private static string NameOf(IFieldSymbol field) => field.AssociatedSymbol?.Name ?? field.Name;

    private static IEnumerable<IFieldSymbol> InstanceFields(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic);

    /// <summary>Returns whether a type has an error in it that the compiler reports: nothing can be said about it then.</summary>
    /// <remarks>Fields are looked at as they are written: a generic type can contain pointers to ever larger types of itself.</remarks>
    private static bool IsBroken(ITypeSymbol type)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<ITypeSymbol>([type]);
        while (pending.Count > 0)
        {
            ITypeSymbol current = pending.Pop();
            if (current.TypeKind is TypeKind.Error or TypeKind.Unknown)
            {
                return true;
            }

            if (current is not INamedTypeSymbol named)
            {
                continue;
            }

            if (!named.CanBeNamed())
            {
                return true;
            }

            foreach (ITypeSymbol argument in named.AllTypeArguments())
            {
                pending.Push(argument);
            }

            if (current.TypeKind == TypeKind.Struct && current.SpecialType == SpecialType.None && seen.Add(current.OriginalDefinition))
            {
                foreach (IFieldSymbol field in InstanceFields(current.OriginalDefinition))
                {
                    pending.Push(field.Type);
                }
            }
        }

        return false;
    }
}
