using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// A use of a member that is not ours: a call, a property that is read, or an operator. The variable that a lambda is in counts as one.
/// </summary>
internal sealed class OwnCall
{
    private readonly IOperation? _receiver;
    private readonly (IParameterSymbol Parameter, IOperation Value)[] _given;

    private OwnCall(ISymbol member, IOperation? receiver, IEnumerable<(IParameterSymbol Parameter, IOperation Value)> given)
    {
        Member = member.OriginalDefinition;
        _receiver = receiver;
        _given = (Member.ReceiverParameter() is { } parameter && receiver is not null ? given.Prepend((parameter, receiver)) : given).ToArray();
    }

    /// <summary>Gets the member as it is declared.</summary>
    public ISymbol Member { get; }

    /// <summary>Gets the type of what the member is called on, before conversions.</summary>
    public ITypeSymbol? Receiver => _receiver is null ? null : Terms.SourceOf(_receiver).Type;

    /// <summary>Gets the elements that the member is given.</summary>
    public Term[] Elements => _given.Where(given => given.Value.Type?.IsPtr() == true).Select(given => Terms.Of(given.Value)).OfType<Term>().ToArray();

    /// <summary>Returns what an operation calls; null where that is nothing, or ours.</summary>
    public static OwnCall? Of(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation property when !property.Type.IsIntrusiveList() => new(property.Property, property.Instance, GivenBy(property.Arguments)),
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: ILocalReferenceOperation variable } => new(variable.Local, receiver: null, []),
        IInvocationOperation call when !ListOperations.IsOurs(call.TargetMethod) => new(call.TargetMethod, call.Instance, GivenBy(call.Arguments)),
        IUnaryOperation unary => OfOperator(unary.OperatorMethod, unary.Operand),
        IConversionOperation conversion => OfOperator(conversion.OperatorMethod, conversion.Operand),
        IBinaryOperation binary => OfOperator(binary.OperatorMethod, binary.LeftOperand, binary.RightOperand),
        _ => null,
    };

    /// <summary>Returns the name outside for what the member calls "this", or by the name of a parameter.</summary>
    public Term? Outside(Term inner)
    {
        // A function in a method has no receiver of its own.
        Term? result = Member is ILocalSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction } ? inner : Replace(inner, Terms.This, _receiver);
        foreach ((IParameterSymbol parameter, IOperation value) in _given)
        {
            result = result is null ? null : Replace(result, new Term(parameter.OriginalDefinition), value);
        }

        return result;
    }

    private static IEnumerable<(IParameterSymbol Parameter, IOperation Value)> GivenBy(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Where(argument => argument.Parameter is not null).Select(argument => (argument.Parameter!, argument.Value));

    // if (owner), which asks its operator true
    private static OwnCall? OfOperator(IMethodSymbol? method, params IOperation[] operands) =>
        method is null || ListOperations.IsOurs(method) ? null : new(method, receiver: null, method.Parameters.Zip(operands, (parameter, operand) => (parameter, operand)));

    private static Term? Replace(Term term, Term inner, IOperation? outer) =>
        !term.Mentions(inner) ? term : Terms.Of(outer) is { } replacement ? term.Replace(inner, replacement) : null;
}
