using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// What is known of the elements that a method has got from lists, and of the lists.
/// </summary>
/// <param name="Suspects">What may be null, and when: results of list operations in variables. What is not here is not our business, or was tested.</param>
/// <param name="Proved">Results of list operations that are not null, by the operation.</param>
/// <param name="Counts">How many elements a list has at least.</param>
/// <param name="Equal">Pairs of equal values, both ways, closed under transitivity.</param>
/// <param name="Lists">What a variable of list type, or one that is a reference, stands for.</param>
/// <param name="Outcomes">What is proved where a variable of type bool, or a statement that something is null, is true, and where it is false.</param>
/// <param name="Absent">Owners, lists and nullables that are not there: nothing that is known of them elsewhere is wrong here.</param>
internal sealed record NullState(
    ImmutableDictionary<Term, string> Suspects,
    ImmutableHashSet<Term> Proved,
    ImmutableDictionary<Term, int> Counts,
    ImmutableHashSet<(Term, Term)> Equal,
    ImmutableDictionary<Term, Term> Lists,
    ImmutableDictionary<(Term Variable, bool Value), Proof> Outcomes,
    ImmutableHashSet<Term> Absent) : IFlowState<NullState>
{
    /// <summary>More elements need not be counted: programs look at the first few.</summary>
    private const int MaximalCount = 3;

    public static readonly NullState Nothing = new(
        ImmutableDictionary<Term, string>.Empty,
        ImmutableHashSet<Term>.Empty,
        ImmutableDictionary<Term, int>.Empty,
        ImmutableHashSet<(Term, Term)>.Empty,
        ImmutableDictionary<Term, Term>.Empty,
        ImmutableDictionary<(Term, bool), Proof>.Empty,
        ImmutableHashSet<Term>.Empty);

    /// <summary>Returns a term with the lists in it as they are known: a variable stands for the property that it was read from.</summary>
    public Term Resolve(Term term)
    {
        Term result = term;
        foreach (KeyValuePair<Term, Term> list in Lists)
        {
            result = result.Replace(list.Key, list.Value);
        }

        return result;
    }

    public int CountOf(Term list) => Counts.TryGetValue(list, out int count)
        ? count == 1 && Counts.ContainsKey(new Term(Terms.NotSingle, list)) ? 2 : count
        : 0;

    /// <summary>Returns when a value may be null; null where it is not, as far as we know.</summary>
    public string? WhenNull(Term value)
    {
        if (Suspects.TryGetValue(value, out string? when))
        {
            return when;
        }

        return ListOperations.WhenNull(value) is { } maybe && !NamesOf(value).Any(name => Proved.Contains(name) || IsProvedByCount(name)) ? maybe : null;
    }

    // The neighbour of an element is that of what equals it.
    private IEnumerable<Term> NamesOf(Term value) => value.Parts is [{ } list, { } element]
        ? EqualTo(element).Select(equal => new Term(value.Key, list, equal))
        : new[] { value };

    /// <summary>Returns the values that equal another, itself included.</summary>
    public IEnumerable<Term> EqualTo(Term value) => Equal.Where(pair => pair.Item1.Equals(value)).Select(pair => pair.Item2).Prepend(value);

    /// <summary>Returns the state where a value is not null.</summary>
    public NullState Prove(Term value)
    {
        NullState state = this;
        foreach (Term equal in EqualTo(value).ToArray())
        {
            state = state with
            {
                Suspects = state.Suspects.Remove(equal),
                Proved = ListOperations.WhenNull(equal) is null ? state.Proved : state.Proved.Add(equal),
            };
            state = ListOperations.ListOf(equal) is { } list ? state.AtLeast(list, state.CountWith(equal, list)) : state;
            state = state.Conclude(equal, isNull: false);
        }

        return state;
    }

    // What follows need not be known any longer.
    private NullState Conclude(Term value, bool isNull)
    {
        (Term, bool) outcome = (ListOperations.Absence(value), isNull);
        return Outcomes.TryGetValue(outcome, out Proof? proof) ? (this with { Outcomes = Outcomes.Remove(outcome) }).Learn(proof) : this;
    }

    // What is compared with an end, and so has a neighbour, need not be on the list.
    private int CountWith(Term value, Term list) => value.Key is Terms.First or Terms.Last ? 1 : ListOperations.IsSecond(value) || CountOf(list) > 0 ? 2 : 0;

    /// <summary>Returns the state where a list has so many elements.</summary>
    public NullState AtLeast(Term list, int count)
    {
        if (CountOf(list) >= Math.Min(count, MaximalCount))
        {
            return this;
        }

        NullState state = this with { Counts = Counts.SetItem(list, Math.Min(count, MaximalCount)) };
        foreach (Term value in Equal.Select(pair => pair.Item1).Where(state.IsProvedByCount).Distinct().ToArray())
        {
            state = state.Prove(value);
        }

        return state.Conclude(new Term(Terms.First, list), isNull: false);
    }

    /// <summary>Returns the state where something is proved.</summary>
    public NullState Learn(Proof proof)
    {
        NullState state = proof.Counts.Aggregate(this, (current, list) => current.AtLeast(list.Key, list.Value));
        state = proof.Values.Aggregate(state, (current, value) => current.Prove(value));
        return proof.Nulls.SelectMany(EqualTo).Aggregate(state, (current, value) => current.Conclude(value, isNull: true));
    }

    /// <summary>Returns the state where two values are equal.</summary>
    public NullState Equate(Term left, Term right)
    {
        if (left.Equals(right))
        {
            return this;
        }

        IEnumerable<(Term, Term)> pairs = from one in EqualTo(left) from other in EqualTo(right) where !one.Equals(other) select (one, other);
        return this with { Equal = pairs.Aggregate(Equal, (equal, pair) => equal.Add(pair).Add((pair.Item2, pair.Item1))) };
    }

    /// <summary>Returns the state where a class or a nullable is null, and so is not there, nor are the lists that it was to say something of: <c>owner?.Ready.Count() ?? 0</c>.</summary>
    public NullState Lack(Term value)
    {
        IEnumerable<Term?> counted = EqualTo(value).Select(equal => equal.Key is Terms.Count or Terms.LastIndex ? equal.Parts.FirstOrDefault() : ListOperations.ListOf(equal));
        IEnumerable<Term?> tested = Outcomes.Where(outcome => outcome.Key.Variable.Equals(value)).SelectMany(outcome => outcome.Value.Counts.Keys.Concat(outcome.Value.Values.Select(ListOperations.ListOf)));
        return this with { Absent = Absent.Add(value).Union(counted.Concat(tested).OfType<Term>()) };
    }

    /// <summary>Returns the state where a search is at an end: what it says cannot be otherwise.</summary>
    public NullState Reach(Term end) => this with { Outcomes = Outcomes.SetItem((end, false), Proof.Impossible) };

    /// <summary>Returns the state where an index is elsewhere, and no end of a search is known any longer.</summary>
    public NullState ForgetEnds(Term index) => this with { Outcomes = Outcomes.RemoveRange(Outcomes.Keys.Where(outcome => SearchEnd.PlaceIn(outcome.Variable) is not null && outcome.Variable.Mentions(index))) };

    /// <summary>Returns the state where another variable leads to the same lists: the same owner, or the same index.</summary>
    public NullState Follow(Term variable, Term source) =>
        Counts.Where(list => list.Key.Mentions(source)).Aggregate(this, (state, list) => state.AtLeast(list.Key.Replace(source, variable), list.Value));

    /// <summary>Returns the state after a change of a variable.</summary>
    public NullState Forget(Term variable)
    {
        // A list that was read from what changes stays the same list.
        NullState state = this;
        foreach (KeyValuePair<Term, Term> list in Lists.Where(list => list.Value.Mentions(variable) && !list.Key.Equals(variable)).OrderBy(list => list.Key.Key is CaptureId).ThenByDescending(list => list.Value.Size))
        {
            state = (state with { Lists = state.Lists.Remove(list.Key) }).Map(term => term.Replace(list.Value, list.Key));
        }

        return state.Map(term => term.Mentions(variable) ? null : term);
    }

    /// <summary>Returns the state where a variable has taken the place of another term.</summary>
    public NullState Rename(Term old, Term variable) => Map(term => term.Replace(old, variable));

    /// <summary>Returns the state where the order of a list has changed: which element is the first, and which follows which.</summary>
    public NullState ForgetOrder(Term list) => Map(term => ListOperations.MentionsOrder(term, list) ? null : term);

    /// <summary>Returns the state where elements may have taken other places but one, and those that have a neighbour keep one.</summary>
    public NullState ForgetPlaces(Term list, Term? kept)
    {
        bool IsKept(Term term) => term.Equals(kept) || !ListOperations.MentionsOrder(term, list);
        return ForgetPresence(list) with
        {
            Counts = Counts.Remove(new Term(Terms.NotSingle, list)),
            Equal = Equal.Where(pair => IsKept(pair.Item1) && IsKept(pair.Item2)).ToImmutableHashSet(),
        };
    }

    /// <summary>Returns the state where a list may have got its first element or lost its last one.</summary>
    private NullState ForgetPresence(Term list)
    {
        Term? Other(Term term) => term.Equals(list) || list.Equals(ListOperations.ListOf(term)) ? null : term;
        ImmutableDictionary<(Term Variable, bool Value), Proof> kept = Outcomes;
        foreach (((Term Variable, bool Value) outcome, Proof proof) in Outcomes.Where(outcome => ListOperations.AbsentIn(outcome.Key.Variable) is not null || SearchEnd.PlaceIn(outcome.Key.Variable) is not null).Select(outcome => (outcome.Key, outcome.Value.Map(Other))))
        {
            kept = proof.IsEmpty || outcome.Variable.Parts.Contains(list) ? kept.Remove(outcome) : kept.SetItem(outcome, proof);
        }

        return this with { Outcomes = kept };
    }

    /// <summary>Returns the state where a list may have got or lost elements: their order, and whether there are any.</summary>
    public NullState ForgetElements(Term list) => ForgetPresence(list).ForgetOrder(list);

    /// <summary>Returns the state where a variable no longer says how many elements a list has.</summary>
    public NullState ForgetCount(Term list) => this with { Equal = Equal.Where(pair => !ListOperations.IsCount(pair.Item1, list) && !ListOperations.IsCount(pair.Item2, list)).ToImmutableHashSet() };

    /// <summary>Returns the state after a call that may test or change what others can reach: fields, not variables.</summary>
    public NullState ForgetReachable() => this with { Suspects = Suspects.RemoveRange(Suspects.Keys.Where(suspect => suspect.Key is not (ILocalSymbol or IParameterSymbol or CaptureId))) };

    /// <summary>Returns the state where a list has fewer elements.</summary>
    /// <remarks>A variable with their number still counts: <c>for (int i = 0; i &lt; n; i++)</c> with a removal in its body is not run too often.</remarks>
    public NullState Lose(Term list, int count)
    {
        NullState state = ForgetElements(list);
        int left = CountOf(list) - count;
        return state with { Counts = left > 0 ? state.Counts.SetItem(list, left) : state.Counts.Remove(list) };
    }

    /// <summary>Returns the state with what is proved, and nothing of what may be null.</summary>
    public NullState ProvedOnly() => this with { Suspects = Nothing.Suspects, Outcomes = Nothing.Outcomes, Absent = Nothing.Absent };

    // Each outcome is held against each other one.
    int IFlowState<NullState>.Cost => 1 + (Outcomes.Count * Outcomes.Count);

    public NullState Join(NullState other)
    {
        // Most paths meet with what is known already.
        if (Equals(other))
        {
            return this;
        }

        ImmutableDictionary<Term, string> suspects = Suspects;
        foreach (KeyValuePair<Term, string> suspect in other.Suspects)
        {
            bool isFirst = !suspects.TryGetValue(suspect.Key, out string? when) || string.CompareOrdinal(suspect.Value, when) > 0;
            suspects = isFirst ? suspects.SetItem(suspect.Key, suspect.Value) : suspects;
        }

        return new NullState(
            suspects,
            JoinSets(Proved, other.Proved, value => IsKnown(value) && other.IsKnown(value)),
            JoinCounts(other),
            JoinSets(Equal, other.Equal, pair => Holds(pair) && other.Holds(pair)),
            Lists.Where(other.Holds).Concat(other.Lists.Where(Holds)).Distinct().ToImmutableDictionary(),
            JoinOutcomes(other),
            JoinSets(Absent, other.Absent, term => IsAbsent(term) && other.IsAbsent(term)));
    }

    public bool Equals(NullState? other) =>
        other is not null
        && IsSame(Suspects, other.Suspects)
        && Proved.SetEquals(other.Proved)
        && IsSame(Counts, other.Counts)
        && Equal.SetEquals(other.Equal)
        && IsSame(Lists, other.Lists)
        && IsSame(Outcomes, other.Outcomes)
        && Absent.SetEquals(other.Absent);

    public override int GetHashCode() => Suspects.Count + Proved.Count + Counts.Count;

    // Most of two sets that meet is the same.
    private static ImmutableHashSet<T> JoinSets<T>(ImmutableHashSet<T> left, ImmutableHashSet<T> right, Func<T, bool> holds) =>
        left.Except(left.Where(value => !holds(value))).Union(ReferenceEquals(left, right) ? [] : right.Where(holds));

    private static bool IsSame<TKey, TValue>(ImmutableDictionary<TKey, TValue> left, ImmutableDictionary<TKey, TValue> right)
        where TKey : notnull =>
        ReferenceEquals(left, right) || (left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out TValue? value) && Equals(entry.Value, value)));

    private bool IsProvedByCount(Term value) => ListOperations.ListOf(value) is { } list && ListOperations.CountNeeded(value) is int needed && CountOf(list) >= needed;

    private bool IsAbsent(Term term) => Absent.Any(term.Mentions);

    private bool IsKnown(Term value) => WhenNull(value) is null || IsAbsent(value);

    private bool Holds((Term Left, Term Right) equal) => Equal.Contains(equal) || IsAbsent(equal.Left) || IsAbsent(equal.Right);

    private bool Holds(KeyValuePair<Term, Term> list) => Lists.TryGetValue(list.Key, out Term? same) ? same.Equals(list.Value) : IsAbsent(list.Key) || IsAbsent(list.Value);

    private ImmutableDictionary<Term, int> JoinCounts(NullState other) => Counts.Keys.Union(other.Counts.Keys)
        .Where(list => (Counts.ContainsKey(list) || IsAbsent(list)) && (other.Counts.ContainsKey(list) || other.IsAbsent(list)))
        .ToImmutableDictionary(list => list, list => !Counts.ContainsKey(list) ? other.CountOf(list) : !other.Counts.ContainsKey(list) ? CountOf(list) : Math.Min(CountOf(list), other.CountOf(list)));

    // Where a variable is false on one path and true on the other, its value tells which was taken. What is learnt so may depend on which paths meet first.
    private ImmutableDictionary<(Term, bool), Proof> JoinOutcomes(NullState other)
    {
        ImmutableDictionary<(Term, bool), Proof> joined = Nothing.Outcomes;
        Proof here = ProvedBeyond(other);
        Proof there = other.ProvedBeyond(this);
        Proof beyond = here.And(there);
        foreach ((Term Variable, bool Value) outcome in Outcomes.Keys.Union(other.Outcomes.Keys).Union(StatementsLost(other, here, there)).Union(other.StatementsLost(this, there, here)))
        {
            Proof left = OutcomeOf(outcome);
            Proof right = other.OutcomeOf(outcome);
            if (left.IsImpossible && right.IsImpossible)
            {
                joined = joined.Add(outcome, left);
                continue;
            }

            Proof proof = left.And(right).And(beyond).Where(
                value => IsImplied(left, value) && other.IsImplied(right, value),
                (list, count) => IsImplied(left, list, count) && other.IsImplied(right, list, count),
                value => (left.IsImpossible || left.Nulls.Contains(value)) && (right.IsImpossible || right.Nulls.Contains(value)));
            joined = proof.IsEmpty ? joined : joined.Add(outcome, proof);
        }

        return joined;
    }

    /// <summary>Returns the statements that may be all that is left of what is known here and not there.</summary>
    private IEnumerable<(Term, bool)> StatementsLost(NullState other, Proof proved, Proof provedThere)
    {
        IEnumerable<Term> values = provedThere.IsEmpty ? [] : proved.Values.Concat(proved.Counts.Keys.Select(list => new Term(Terms.First, list)));
        IEnumerable<Term> equal = Equal.Where(pair => !other.Holds(pair)).Select(pair => pair.Item1).Where(value => value.Key is not CaptureId && WhenNull(value) is not null);
        return values.Select(value => (ListOperations.Absence(value), true)).Concat(equal.Select(value => (ListOperations.Absence(value), false))).Distinct();
    }

    private Proof OutcomeOf((Term Variable, bool Value) outcome)
    {
        Proof stored = Outcomes.TryGetValue(outcome, out Proof? proof) ? proof : IsAbsent(outcome.Variable) ? Proof.Impossible : Proof.None;
        return ListOperations.AbsentIn(outcome.Variable) is not { } value ? stored
            : outcome.Value ? (IsKnown(value) ? Proof.Impossible : stored)
            : stored.And(ConsequencesOf(value));
    }

    /// <summary>Returns what else is proved where a value is not null, by what equals it and by counts: what follows from that in turn would take too long.</summary>
    private Proof ConsequencesOf(Term value) => (this with { Outcomes = Nothing.Outcomes }).Prove(value).ProvedBeyond(this).Where(
        other => !other.Equals(value),
        (list, _) => !ListOperations.Absence(value).Equals(new Term(Terms.IsEmpty, list)),
        static _ => false);

    /// <summary>Returns what is proved here and not there.</summary>
    private Proof ProvedBeyond(NullState other) => new(
        Proved.Except(other.Proved).Union(other.Suspects.Keys.Where(suspect => !Suspects.ContainsKey(suspect))),
        Counts.Where(list => other.CountOf(list.Key) < list.Value).ToImmutableDictionary(),
        Proof.None.Nulls);

    private bool IsImplied(Proof proof, Term value) => proof.IsImpossible || proof.Values.Contains(value) || IsKnown(value);

    private bool IsImplied(Proof proof, Term list, int count) => proof.IsImpossible || (proof.Counts.TryGetValue(list, out int proved) && proved >= count) || CountOf(list) >= count || IsAbsent(list);

    /// <summary>Returns the state with other terms; those that become null are dropped. What is kept stays the same object: most changes concern little, and equal states need not be joined.</summary>
    private NullState Map(Func<Term, Term?> map) => new(
        MapKeys(Suspects, map),
        MapTerms(Proved, map),
        MapKeys(Counts, map),
        MapPairs(map),
        MapLists(map),
        MapOutcomes(map),
        MapTerms(Absent, map));

    private static ImmutableHashSet<Term> MapTerms(ImmutableHashSet<Term> source, Func<Term, Term?> map) =>
        source.All(term => term.IsKeptBy(map)) ? source : source.Select(map).OfType<Term>().ToImmutableHashSet();

    private static ImmutableDictionary<Term, TValue> MapKeys<TValue>(ImmutableDictionary<Term, TValue> source, Func<Term, Term?> map) => source.Keys.All(key => key.IsKeptBy(map))
        ? source
        : source
            .Select(entry => (Key: map(entry.Key), entry.Value))
            .Where(entry => entry.Key is not null)
            .GroupBy(entry => entry.Key!)
            .ToImmutableDictionary(group => group.Key, group => group.First().Value);

    private ImmutableHashSet<(Term, Term)> MapPairs(Func<Term, Term?> map) => Equal.All(pair => pair.Item1.IsKeptBy(map) && pair.Item2.IsKeptBy(map))
        ? Equal
        : Equal
            .Select(pair => (map(pair.Item1), map(pair.Item2)))
            .Where(pair => pair is { Item1: { }, Item2: { } })
            .Select(pair => (pair.Item1!, pair.Item2!))
            .ToImmutableHashSet();

    private ImmutableDictionary<Term, Term> MapLists(Func<Term, Term?> map) => Lists.All(list => list.Key.IsKeptBy(map) && list.Value.IsKeptBy(map))
        ? Lists
        : MapKeys(Lists, map)
            .Where(list => map(list.Value) is not null)
            .ToImmutableDictionary(list => list.Key, list => map(list.Value)!);

    private ImmutableDictionary<(Term Variable, bool Value), Proof> MapOutcomes(Func<Term, Term?> map) => Outcomes.All(outcome => outcome.Key.Variable.IsKeptBy(map) && outcome.Value.IsKeptBy(map))
        ? Outcomes
        : Outcomes
            .Select(outcome => (Variable: map(outcome.Key.Variable), outcome.Key.Value, Proof: outcome.Value.Map(map)))
            .Where(outcome => outcome.Variable is not null && !(outcome.Proof.IsEmpty && !outcome.Proof.IsImpossible))
            .GroupBy(outcome => (outcome.Variable!, outcome.Value))
            .ToImmutableDictionary(outcome => outcome.Key, outcome => outcome.First().Proof);
}
