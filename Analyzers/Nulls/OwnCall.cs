using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// A use of a member that is not ours: a call, or a property that is read.
/// </summary>
internal sealed class OwnCall
{
    private readonly IOperation? _receiver;
    private readonly ImmutableArray<IArgumentOperation> _arguments;

    private OwnCall(ISymbol member, IOperation? receiver, ImmutableArray<IArgumentOperation> arguments)
    {
        Member = member.OriginalDefinition;
        _receiver = receiver;
        _arguments = arguments;
    }

    /// <summary>Gets the member as it is declared.</summary>
    public ISymbol Member { get; }

    /// <summary>Gets the elements that the member is given.</summary>
    public Term[] Elements => _arguments.Where(argument => argument.Value.Type?.IsPtr() == true).Select(argument => Terms.Of(argument.Value)).OfType<Term>().ToArray();

    /// <summary>Returns what an operation calls; null where that is nothing, or ours.</summary>
    public static OwnCall? Of(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation property when !property.Type.IsIntrusiveList() => new(property.Property, property.Instance, property.Arguments),
        IInvocationOperation call when !ListOperations.IsOurs(call.TargetMethod) => new(call.TargetMethod, call.Instance, call.Arguments),
        _ => null,
    };

    /// <summary>Returns the name outside for what the member calls "this", or by the name of a parameter.</summary>
    public Term? Outside(Term inner)
    {
        Term? result = Replace(inner, Terms.This, _receiver);
        foreach (IArgumentOperation argument in _arguments.Where(argument => argument.Parameter is not null))
        {
            result = result is null ? null : Replace(result, new Term(argument.Parameter!.OriginalDefinition), argument.Value);
        }

        return result;
    }

    private static Term? Replace(Term term, Term inner, IOperation? outer) =>
        !term.Mentions(inner) ? term : Terms.Of(outer) is { } replacement ? term.Replace(inner, replacement) : null;
}
