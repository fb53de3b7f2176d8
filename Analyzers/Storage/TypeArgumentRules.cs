using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Decides for which type parameters an address-bound type may stand.
/// </summary>
internal sealed class TypeArgumentRules(BoundTypes bound, KeptArguments kept)
{
    /// <summary>Returns whether a type parameter does not promise to leave such an argument where it is.</summary>
    public bool Reject(ITypeParameterSymbol parameter, ITypeSymbol argument) =>
        bound.ForbidMoves(argument) && !BoundTypes.IsBound(parameter) && !(parameter.DeclaringType is { } type && IsLeftAlone(parameter, type));

    /// <summary>Returns the type arguments of a type that are rejected, with their parameters. Those of its arguments and of the types around it are not looked at.</summary>
    public IEnumerable<RejectedArgument> RejectedBy(INamedTypeSymbol type) => type switch
    {
        // A type that does not exist promises nothing, but that is not what is wrong.
        { TypeKind: TypeKind.Error } => [],
        { IsTupleType: true } => RejectedByTuple(type),
        _ => RejectedBy(type.TypeParameters, type.TypeArguments),
    };

    /// <summary>Returns the type arguments that are rejected, with their parameters.</summary>
    public IEnumerable<RejectedArgument> RejectedBy(IReadOnlyList<ITypeParameterSymbol> parameters, IReadOnlyList<ITypeSymbol> types)
    {
        for (int index = 0; index < types.Count && index < parameters.Count; index++)
        {
            if (Reject(parameters[index], types[index]))
            {
                yield return new RejectedArgument(index, parameters[index], types[index]);
            }
        }
    }

    /// <summary>Returns a rejected type argument anywhere in a type, or null.</summary>
    public RejectedArgument? FindRejected(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => FindRejected(array.ElementType),
        IPointerTypeSymbol pointer => FindRejected(pointer.PointedAtType),
        INamedTypeSymbol named => RejectedBy(named).FirstOrDefault() ?? named.TypeArguments.Select(FindRejected).FirstOrDefault(found => found is not null) ?? FindRejected(named.ContainingType),
        _ => null,
    };

    /// <summary>Describes a rejected argument.</summary>
    public Diagnostic Describe(Location location, RejectedArgument argument) =>
        MovableStorage.Report(bound, location, argument.Type.InMessage(), argument.Type, argument.Movement, argument.Mend);

    // What is made for elements, and has none of them within it, reaches them where they are.
    private bool IsLeftAlone(ITypeParameterSymbol parameter, INamedTypeSymbol type) =>
        FrameworkPromises.Keeps(type) || (BoundTypes.IsLinkedWithin(parameter) && !kept.Keeps(type, parameter));

    // A long tuple has its later elements in a further one, which stands for its last type parameter.
    private IEnumerable<RejectedArgument> RejectedByTuple(INamedTypeSymbol tuple) =>
        from element in tuple.TupleElements.Select((field, index) => (field.Type, index))
        where bound.ForbidMoves(element.Type)
        select new RejectedArgument(element.index, tuple.TypeParameters.ElementAtOrDefault(element.index) ?? tuple.TypeParameters.Last(), element.Type);
}
