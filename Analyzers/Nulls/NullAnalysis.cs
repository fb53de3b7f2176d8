using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Follows the elements that a method gets from lists, and what it tests, to where they are used.
/// </summary>
/// <param name="ownTests">Knows what members of the program look at.</param>
/// <param name="shared">The variables that lambdas and local functions write.</param>
/// <param name="maySearch">Whether the method may search through several lists.</param>
/// <param name="report">Called with an element that may be null where it is used, and when it is null.</param>
/// <param name="cancellationToken">Ends the analysis early.</param>
internal sealed class NullAnalysis(OwnTests ownTests, HashSet<ISymbol> shared, bool maySearch, Action<IOperation, string> report, CancellationToken cancellationToken) : FlowAnalysis<NullState>(cancellationToken)
{
    // Of an expression that a variable is known to equal; larger ones would have to come from a loop.
    private const int MaximalSize = 200;

    private readonly Dictionary<ISymbol, bool> _guards = new(SymbolEqualityComparer.Default);

    internal override NullState? Assume(NullState state, IOperation condition, bool outcome)
    {
        Evidence evidence = EvidenceIn(state);
        Proof proof = evidence.Of(condition, outcome);
        NullState known = evidence.NullWhere(condition, outcome) is { } nothing ? state.Lack(nothing) : state;
        return proof.IsImpossible ? null : End(known.Learn(proof), proof, evidence.EndWhere(condition, outcome));
    }

    private NullState End(NullState state, Proof proof, Term? index) =>
        maySearch ? proof.Nulls.Select(ListOperations.Absence).Append(index).OfType<Term>().Aggregate(state, static (current, end) => current.Reach(end)) : state;

    internal override NullState Transfer(NullState state, IOperation operation)
    {
        NullState used = UsedBy(operation) is { } element && Term(state, element) is { } value ? state.Prove(value) : state;
        return operation switch
        {
            IFlowCaptureOperation capture => Keep(used, new Term(capture.Id), capture.Value),
            ISimpleAssignmentOperation { IsRef: true, Target: ILocalReferenceOperation local } assignment when !IsTracked(local.Type) => Refer(used, new Term(local.Local), assignment.Value),
            ISimpleAssignmentOperation assignment => Assign(used, Terms.Of(Targets.Of(assignment.Target)), assignment.Value),
            ICompoundAssignmentOperation assignment => Combine(used, assignment),
            IIncrementOrDecrementOperation { Kind: OperationKind.Increment } increment => Forget(used, increment.Target),
            IIncrementOrDecrementOperation decrement => Terms.Of(Targets.Of(decrement.Target)) is { } index ? used.ForgetEnds(index) : used,
            IDeconstructionAssignmentOperation deconstruction => Deconstruct(used, deconstruction),
            IIsPatternOperation pattern => Declare(used, pattern),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => Forget(used, argument.Value),
            IArgumentOperation argument => Require(used, argument),
            IInvocationOperation call => Call(used, call),
            _ => used,
        };
    }

    protected override void Visit(NullState state, IOperation operation)
    {
        if (UsedBy(operation) is { } element && WhenNull(state, element) is { } when)
        {
            report(element, when);
        }
    }

    // When it runs is unknown.
    protected override NullState EnterLocalFunction(NullState anywhere) => NullState.Nothing;

    protected override NullState EnterCalledFunction(NullState anywhere, NullState calls) => calls.ProvedOnly();

    // Most run at once, and what is proved rarely changes.
    protected override NullState EnterLambda(NullState creation) => creation.ProvedOnly();

    /// <summary>Returns the element that an operation uses: reads or writes, or hands to a list operation, all of which throw on null.</summary>
    private static IOperation? UsedBy(IOperation operation) => operation switch
    {
        // In a pattern, it may have been tested by the same pattern.
        IPropertyReferenceOperation { Property.Name: "Value", Instance: { } instance and not IInstanceReferenceOperation } when instance.Type?.IsPtr() == true => instance,
        IInvocationOperation { TargetMethod.Name: "Initialize", Instance: { } instance } when instance.Type?.IsPtr() == true => instance,
        IArgumentOperation { Parameter: { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol method } parameter } argument when parameter.Type.IsPtr() && !method.ContainingType.IsPtr() && ListOperations.IsOurs(method) => argument.Value,
        IIsPatternOperation match when match.Value.Type?.IsPtr() == true && ReadsUntested(match.Pattern) => match.Value,
        _ => Terms.PointerOf(operation),
    };

    // { Value.Id: 3 }
    private static bool ReadsUntested(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => ReadsUntested(negated.Pattern),
        IRecursivePatternOperation recursive => recursive.PropertySubpatterns.Any() && recursive.PropertySubpatterns.All(property => property.Member is IPropertyReferenceOperation { Property.Name: "Value" }),
        _ => false,
    };

    private static Term? Term(NullState state, IOperation? operation) => Terms.Of(operation) is { } term ? state.Resolve(term) : null;

    private static string? WhenNull(NullState state, IOperation element)
    {
        if (Terms.Of(element) is { } term)
        {
            return state.WhenNull(state.Resolve(term));
        }

        // A list that we do not know again can have no evidence.
        return Terms.SourceOf(element) switch
        {
            IPropertyReferenceOperation property when property.Property.ContainingType.IsIntrusiveList() => ListOperations.WhenNull(new Term(property.Property.Name)),
            IInvocationOperation call when call.TargetMethod.ContainingType.IsIntrusiveList() => ListOperations.WhenNull(new Term(call.TargetMethod.Name)),
            _ => null,
        };
    }

    private Evidence EvidenceIn(NullState state) => new(state, Targets, ownTests, CancellationToken);

    /// <summary>Returns the state where a value is kept by the compiler or a pattern, and goes on to stand for what it was read from: an owner, and each element of a tuple.</summary>
    private NullState Keep(NullState state, Term variable, IOperation value)
    {
        if (value is ITupleOperation tuple)
        {
            return tuple.Elements.Select((element, index) => (element, index)).Aggregate(state, (current, item) => Keep(current, Terms.ItemOf(variable, item.index), item.element));
        }

        NullState result = Assign(state, variable, value);
        return MayBeOwner(value.Type) && !result.Lists.ContainsKey(variable) && !IsShared(variable) && Term(state, value) is { } source && !source.Mentions(variable) && source.Size <= MaximalSize ? result with { Lists = result.Lists.SetItem(variable, source) } : result;
    }

    private static bool MayBeOwner(ITypeSymbol? type) => type is { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.TypeParameter or TypeKind.Struct, SpecialType: SpecialType.None or SpecialType.System_Object } && !type.IsNullable() && !IsTracked(type);

    private NullState Assign(NullState state, Term? target, IOperation value)
    {
        if (target is null)
        {
            return state;
        }

        Term? source = Term(state, value);
        string? when = WhenNull(state, value);
        bool isWalk = value.Type?.ContainingType.IsIntrusiveList() == true;
        Evidence evidence = EvidenceIn(state);
        NullState result = state.Forget(target);
        result = NullableValues.IsNothing(value) ? result.Lack(target) : result;

        // The next element is proved or not before it takes the place of the one that it follows.
        if (source?.Mentions(target) == true || source?.Size > MaximalSize || IsShared(target))
        {
            source = null;
        }

        if (isWalk || value.Type.WithoutNullable().IsIntrusiveList())
        {
            return source is null ? result : result with { Lists = result.Lists.SetItem(target, ListOperations.ListOfWalk(source)) };
        }

        if (value.Type.WithoutNullable()?.SpecialType == SpecialType.System_Boolean)
        {
            return Remember(Remember(result, target, true, evidence.Of(value, true)), target, false, evidence.Of(value, false));
        }

        result = source is null ? result
            : IsTracked(value.Type) ? Start(result.Equate(target, source), target, source, value).Follow(target, source)
            : MayBeOwner(value.Type) ? result.Follow(target, source)
            : result;
        return when is null || IsShared(target) ? result : result with { Suspects = result.Suspects.SetItem(target, when) };
    }

    // int found = -1, Ptr<Owner> found = default
    private NullState Start(NullState state, Term variable, Term source, IOperation value) =>
        !maySearch || !IsLocal(variable) ? state
        : source.Equals(Terms.Null) ? state.Reach(ListOperations.Absence(variable))
        : Evidence.NumberOf(value) is { } place ? state.Reach(SearchEnd.At(place, variable))
        : state;

    // Nobody else changes it.
    private static bool IsLocal(Term variable) => variable.Key is ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None } or CaptureId;

    /// <summary>Returns the state where a variable stands for a place: <c>ref Owner owner = ref …</c>.</summary>
    private static NullState Refer(NullState state, Term variable, IOperation place)
    {
        NullState result = state.Forget(variable);
        return Term(state, place) is { } source && !source.Mentions(variable) ? result with { Lists = result.Lists.SetItem(variable, source) } : result;
    }

    private static NullState Remember(NullState state, Term target, bool outcome, Proof proof) =>
        proof.Map(term => term.Mentions(target) ? null : term) is { } kept && (kept.IsImpossible || !kept.IsEmpty) ? state with { Outcomes = state.Outcomes.SetItem((target, outcome), kept) } : state;

    // Elements, and counts of them.
    private static bool IsTracked(ITypeSymbol? type) => type.WithoutNullable() is { } value && (value is IPointerTypeSymbol || value.IsPtr() || Terms.MayBeCount(value));

    private bool IsShared(Term variable) => variable.Key is ISymbol symbol && shared.Contains(symbol);

    private NullState Forget(NullState state, IOperation target) => Terms.Of(Targets.Of(target)) is { } term ? state.Forget(term) : state;

    // ok &= !element.IsNull
    private NullState Combine(NullState state, ICompoundAssignmentOperation assignment)
    {
        IOperation target = Targets.Of(assignment.Target);
        NullState result = Forget(state, target);
        if (assignment.OperatorKind is not (BinaryOperatorKind.And or BinaryOperatorKind.Or) || Terms.Of(target) is not { } term)
        {
            return result;
        }

        bool outcome = assignment.OperatorKind == BinaryOperatorKind.And;
        Evidence evidence = EvidenceIn(state);
        Proof both = evidence.Of(target, outcome).And(evidence.Of(assignment.Value, outcome));
        return Remember(result, term, outcome, both);
    }

    private NullState Deconstruct(NullState state, IDeconstructionAssignmentOperation deconstruction)
    {
        (Term Item, Term? Variable, IOperation? Value)[] items = Pair(deconstruction.Target, deconstruction.Value)
            .Select((pair, index) => (Terms.ItemOf(Terms.Deconstructed, index), Terms.Of(Targets.Of(pair.Target)), pair.Value))
            .ToArray();

        // All of them are read before any is assigned.
        NullState read = items.Aggregate(state, (current, item) => item.Value is null ? current : Assign(current, item.Item, item.Value));
        NullState written = items.Aggregate(read, (current, item) => item.Variable is null ? current : current.Forget(item.Variable));
        return items.Aggregate(written, (current, item) => item.Variable is null || IsShared(item.Variable) ? current.Forget(item.Item) : current.Rename(item.Item, item.Variable));
    }

    private static IEnumerable<(IOperation Target, IOperation? Value)> Pair(IOperation target, IOperation? value)
    {
        ITupleOperation? values = value is null ? null : Terms.SourceOf(value) as ITupleOperation;
        return Terms.SourceOf(target) is ITupleOperation targets ? targets.Elements.SelectMany((element, index) => Pair(element, values?.Elements.ElementAtOrDefault(index))) : [(target, value)];
    }

    private NullState Declare(NullState state, IIsPatternOperation match) => match.Pattern.DescendantsAndSelf().OfType<IPatternOperation>().Aggregate(state, Declare);

    private NullState Declare(NullState state, IPatternOperation pattern) =>
        pattern is not INegatedPatternOperation && PatternVariables.DeclaredBy(pattern) is { } variable && PatternInputs.Of(pattern, Targets) is { } value ? Keep(state, new Term(variable), value) : state;

    /// <summary>Returns the state after an argument that ends the method where it is wrong: <c>Debug.Assert(!element.IsNull)</c>, <c>Require(element)</c>.</summary>
    private NullState Require(NullState state, IArgumentOperation argument)
    {
        ImmutableArray<AttributeData> attributes = argument.Parameter?.GetAttributes() ?? ImmutableArray<AttributeData>.Empty;
        if (attributes.FirstOrDefault(attribute => attribute.AttributeClass?.Name == "DoesNotReturnIfAttribute")?.ConstructorArguments.FirstOrDefault().Value is bool outcome)
        {
            Proof proof = EvidenceIn(state).Of(argument.Value, !outcome);
            return proof.IsImpossible ? state : state.Learn(proof);
        }

        bool isRequired = attributes.Any(attribute => attribute.AttributeClass?.Name == "NotNullAttribute");
        return isRequired && Term(state, argument.Value) is { } value ? state.Prove(value) : state;
    }

    private NullState Call(NullState state, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.ContainingType.IsIntrusiveList())
        {
            return Term(state, call.Instance) is { } list ? new ListChange(list, call, argument => Term(state, argument)).Apply(state) : state;
        }

        if (method.ContainingType.IsPtr())
        {
            return method.Name == "OrThrow" && Term(state, call.Instance) is { } value ? state.Prove(value) : state;
        }

        if (ListOperations.IsOurs(method))
        {
            return Unlink(state, call);
        }

        return (IsGuard(method) ? ProveConditions(ProveArguments(state, call), call).Learn(EvidenceIn(state).OfOwnTests(call)) : state).ForgetReachable();
    }

    private bool IsGuard(IMethodSymbol method)
    {
        if (!_guards.TryGetValue(method, out bool isGuard))
        {
            isGuard = Guards.IsGuard(method, CancellationToken);
            _guards.Add(method, isGuard);
        }

        return isGuard;
    }

    // Its list is known where the element has been found at one of its ends.
    private static NullState Unlink(NullState state, IInvocationOperation call)
    {
        if (call.TargetMethod.Name != "Unlink" || Term(state, call.Arguments.FirstOrDefault()?.Value) is not { } element)
        {
            return state;
        }

        IEnumerable<Term> lists = state.EqualTo(element).Select(ListOperations.ListOf).OfType<Term>().Distinct().ToArray();
        return lists.Aggregate(state, (current, list) => current.Lose(list, 1));
    }

    // Ensure(!Ready.IsEmpty). Which of the two it lets pass is not asked.
    private NullState ProveConditions(NullState state, IInvocationOperation call) =>
        (from argument in call.Arguments
         where argument.Value.Type?.SpecialType == SpecialType.System_Boolean
         from outcome in new[] { true, false }
         let proof = EvidenceIn(state).Of(argument.Value, outcome)
         where !proof.IsImpossible
         select proof).Aggregate(state, static (current, proof) => current.Learn(proof));

    // RequireWork(Ready.Count()) proves as much as a test of the program's own.
    private static NullState ProveArguments(NullState state, IInvocationOperation call) =>
        call.Arguments.Select(argument => Term(state, argument.Value)).OfType<Term>().SelectMany(state.EqualTo)
            .Aggregate(state, (current, value) => value.Key is Terms.Count or Terms.LastIndex ? current.AtLeast(value.Parts[0], int.MaxValue) : current.Prove(value));
}
