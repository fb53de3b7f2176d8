using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// The constraints of type parameters: whether arguments meet them, and how code repeats them.
/// </summary>
internal static class Constraints
{
    /// <summary>Returns whether arguments may be supplied for parameters. Answers no where it cannot tell.</summary>
    public static bool AreMet(ImmutableArray<ITypeParameterSymbol> parameters, ImmutableArray<ITypeSymbol> arguments, Compilation compilation)
    {
        for (int index = 0; index < parameters.Length; index++)
        {
            ITypeParameterSymbol parameter = parameters[index];
            ITypeSymbol argument = arguments[index];
            bool met = (!parameter.HasUnmanagedTypeConstraint || argument.IsUnmanagedType)
                && (!parameter.HasValueTypeConstraint || argument.IsValueType)
                && (!parameter.HasReferenceTypeConstraint || argument.IsReferenceType)
                && (!parameter.HasConstructorConstraint || CanBeCreated(argument))
                && parameter.ConstraintTypes.All(constraint => IsMet(constraint, parameters, arguments, argument, compilation));
            if (!met)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns the constraint clauses of a generic struct, as code writes them, with those that make the struct unmanaged.</summary>
    public static ImmutableArray<string> OfUnmanaged(INamedTypeSymbol definition, Compilation compilation) =>
        definition.AllTypeParameters().Select(parameter => ClauseOf(parameter, IsHeld(parameter, definition, compilation), AntiConstraints.AllowsRefStruct(parameter, compilation))).Where(clause => clause.Length > 0).ToImmutableArray();

    /// <summary>Returns whether the fields of a struct hold values of a type parameter: with a managed argument the struct is managed.</summary>
    private static bool IsHeld(ITypeParameterSymbol tested, INamedTypeSymbol definition, Compilation compilation)
    {
        INamedTypeSymbol managed = compilation.GetSpecialType(SpecialType.System_Object);
        INamedTypeSymbol unmanaged = compilation.GetSpecialType(SpecialType.System_Byte);
        IEnumerable<ITypeSymbol> arguments = definition.AllTypeParameters().Select(parameter => SymbolEqualityComparer.Default.Equals(parameter, tested) ? managed : unmanaged);
        return !definition.ConstructAll(arguments.ToImmutableArray()).IsUnmanagedType;
    }

    private static string ClauseOf(ITypeParameterSymbol parameter, bool isUnmanaged, bool allowsRefStruct)
    {
        IEnumerable<string> written = ConstraintsOf(parameter, isUnmanaged);
        string constraints = string.Join(", ", allowsRefStruct ? written.Append("allows ref struct") : written);
        return constraints.Length == 0 ? "" : $"where {Identifiers.InCode(parameter.Name)} : {constraints}";
    }

    private static IEnumerable<string> ConstraintsOf(ITypeParameterSymbol parameter, bool isUnmanaged)
    {
        if (isUnmanaged || parameter.HasUnmanagedTypeConstraint)
        {
            yield return "unmanaged";
        }
        else if (parameter.HasValueTypeConstraint)
        {
            yield return "struct";
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            yield return "class";
        }
        else if (parameter.HasNotNullConstraint)
        {
            yield return "notnull";
        }

        foreach (ITypeSymbol constraint in parameter.ConstraintTypes)
        {
            yield return constraint.InCode();
        }

        if (parameter.HasConstructorConstraint && !isUnmanaged && !parameter.HasValueTypeConstraint && !parameter.HasUnmanagedTypeConstraint)
        {
            yield return "new()";
        }
    }

    private static bool CanBeCreated(ITypeSymbol argument) =>
        argument.IsValueType || argument is ITypeParameterSymbol { HasConstructorConstraint: true };

    private static bool IsMet(
        ITypeSymbol constraint,
        ImmutableArray<ITypeParameterSymbol> parameters,
        ImmutableArray<ITypeSymbol> arguments,
        ITypeSymbol argument,
        Compilation compilation)
    {
        // A constraint such as IComparable<T> speaks of the parameters: it is met in terms of the arguments.
        if (constraint is INamedTypeSymbol { IsGenericType: true, ContainingType: null } generic)
        {
            ITypeSymbol[] substituted = generic.TypeArguments.Select(inner => Substitute(inner, parameters, arguments)).ToArray();
            constraint = generic.OriginalDefinition.Construct(substituted);
        }
        else
        {
            constraint = Substitute(constraint, parameters, arguments);
        }

        return argument switch
        {
            ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(own =>
                SymbolEqualityComparer.Default.Equals(own, constraint) || compilation.ClassifyCommonConversion(own, constraint) is { IsImplicit: true, IsUserDefined: false }),
            _ => compilation.ClassifyCommonConversion(argument, constraint) is { IsImplicit: true, IsUserDefined: false },
        };
    }

    private static ITypeSymbol Substitute(ITypeSymbol type, ImmutableArray<ITypeParameterSymbol> parameters, ImmutableArray<ITypeSymbol> arguments)
    {
        int index = type is ITypeParameterSymbol parameter ? parameters.IndexOf(parameter, 0, SymbolEqualityComparer.Default) : -1;
        return index < 0 ? type : arguments[index];
    }
}
