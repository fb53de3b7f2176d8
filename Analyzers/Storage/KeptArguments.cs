using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Tells whether a generic class or struct keeps values of a type argument in itself, in objects or in arrays: what derives from it does then, and need not name the type.
/// </summary>
internal sealed class KeptArguments(Compilation compilation)
{
    /// <summary>Returns whether a class or struct keeps what a type parameter, its own or that of a type around it, stands for. Of one in another assembly little is known; in doubt it does not.</summary>
    public bool Keeps(INamedTypeSymbol type, ITypeParameterSymbol parameter) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct && Keeps(type.OriginalDefinition, parameter.OriginalDefinition, new Dictionary<(INamedTypeSymbol, ITypeParameterSymbol), bool>());

    private bool Keeps(INamedTypeSymbol type, ITypeParameterSymbol parameter, Dictionary<(INamedTypeSymbol, ITypeParameterSymbol), bool> known)
    {
        if (!known.TryGetValue((type, parameter), out bool keeps))
        {
            // Types may refer to themselves and to each other: what is being asked already adds nothing.
            known[(type, parameter)] = false;
            known[(type, parameter)] = keeps = !IsPromised(type, parameter) && KeepsWithoutPromise(type, parameter, known);
        }

        return keeps;
    }

    // A class is held to its promise where it is declared. A struct has its values wherever it is itself.
    private static bool IsPromised(INamedTypeSymbol type, ITypeParameterSymbol parameter) => (type.TypeKind == TypeKind.Class && BoundTypes.IsBound(parameter)) || FrameworkPromises.Keeps(type);

    private bool KeepsWithoutPromise(INamedTypeSymbol type, ITypeParameterSymbol parameter, Dictionary<(INamedTypeSymbol, ITypeParameterSymbol), bool> known) =>
        Holders(type).Any(holder => Holds(holder, parameter, known))
        || type.GetTypeMembers().Any(nested => nested.TypeKind == TypeKind.Class && Keeps(nested, parameter, known))
        || MovableArrays.AreMadeBy(type, parameter);

    private bool Holds(ITypeSymbol type, ITypeParameterSymbol parameter, Dictionary<(INamedTypeSymbol, ITypeParameterSymbol), bool> known) => type switch
    {
        ITypeParameterSymbol other => SymbolEqualityComparer.Default.Equals(other, parameter),

        // An interface or a delegate says nothing of what is behind it. An array may be pinned; what counts is where it is made.
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named =>
            ArgumentsOf(named).Any(argument => Holds(argument.Type, parameter, known) && Keeps(named.OriginalDefinition, argument.Parameter, known)),
        _ => false,
    };

    private static IEnumerable<(ITypeParameterSymbol Parameter, ITypeSymbol Type)> ArgumentsOf(INamedTypeSymbol type)
    {
        IEnumerable<(ITypeParameterSymbol, ITypeSymbol)> own = type.OriginalDefinition.TypeParameters.Zip(type.TypeArguments, (parameter, argument) => (parameter, argument));
        return type.ContainingType is { } container ? own.Concat(ArgumentsOf(container)) : own;
    }

    /// <summary>Returns the types of what a type consists of.</summary>
    private IEnumerable<ITypeSymbol> Holders(INamedTypeSymbol type)
    {
        IEnumerable<ITypeSymbol> fields = type.GetMembers().OfType<IFieldSymbol>().Where(field => !FieldRules.IsReference(field) && IsSeenByAll(field)).Select(field => field.Type);
        IEnumerable<ITypeSymbol> own = type.BaseType is { } parent ? fields.Append(parent) : fields;
        return IsOfProgram(type) || type.TypeKind != TypeKind.Class ? own : own.Concat(TypesBehindFields(type));
    }

    // References that a build is given lack private fields of classes; those that an editor has do not. Both are to answer alike.
    private bool IsSeenByAll(IFieldSymbol field) =>
        field.ContainingType.TypeKind == TypeKind.Struct
        || IsOfProgram(field.ContainingType)
        || field.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private bool IsOfProgram(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    // A collection keeps what it enumerates, and a class of the framework what its properties return: Lazy, Task, Tuple.
    private static IEnumerable<ITypeSymbol> TypesBehindFields(INamedTypeSymbol type)
    {
        IEnumerable<ITypeSymbol> items = type.AllInterfaces.Where(IsEnumerable).Select(collection => collection.TypeArguments[0]);
        return IsOfFramework(type) ? items.Concat(type.GetMembers().OfType<IPropertySymbol>().Where(property => !property.IsAbstract).Select(property => property.Type)) : items;
    }

    private static bool IsEnumerable(INamedTypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;

    private static bool IsOfFramework(INamedTypeSymbol type)
    {
        INamespaceSymbol space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space.Name == "System";
    }
}
