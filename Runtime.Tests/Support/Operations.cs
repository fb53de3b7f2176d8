using System;
using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Tests;

/// <summary>Every operation that changes a list.</summary>
/// <remarks>The operations allocate nothing of their own, so that their allocations can be measured.</remarks>
internal static class Operations<TLink>
    where TLink : unmanaged, IListLink<Item>
{
    private delegate void Command(IntrusiveList<Item, TLink> list, IntrusiveList<Item, TLink> other, Ptr<Item> first, Ptr<Item> second);

    public static IReadOnlyList<Operation<TLink>> All { get; } =
    [
        .. Add(),
        .. Remove(),
        .. Move(),
        .. Splice(),
        .. Sort(),
        .. Filter(),
        .. Enumerate(),
    ];

    public static Operation<TLink> Named(string name) => All.Single(operation => operation.Name == name);

    private static IEnumerable<Operation<TLink>> Add() =>
    [
        Constant(
            "AddFirst",
            Operands.Unlinked,
            (list, _, element, _) => list.AddFirst(element),
            (model, call) => model[call.Target].Insert(0, call.First)),
        Constant(
            "AddLast",
            Operands.Unlinked,
            (list, _, element, _) => list.AddLast(element),
            (model, call) => model[call.Target].Add(call.First)),
        Constant(
            "AddBefore",
            Operands.MemberAndUnlinked,
            (list, _, mark, element) => list.AddBefore(mark, element),
            (model, call) => model.AddBefore(call.First, call.Second)),
        Constant(
            "AddAfter",
            Operands.MemberAndUnlinked,
            (list, _, mark, element) => list.AddAfter(mark, element),
            (model, call) => model.AddAfter(call.First, call.Second)),
    ];

    private static IEnumerable<Operation<TLink>> Remove() =>
    [
        Constant(
            "RemoveFirst",
            Operands.NotEmpty,
            (list, _, _, _) => Key(list.RemoveFirst()),
            (model, call) => RemoveAt(model[call.Target], Index.Start)),
        Constant(
            "RemoveLast",
            Operands.NotEmpty,
            (list, _, _, _) => Key(list.RemoveLast()),
            (model, call) => RemoveAt(model[call.Target], ^1)),
        Constant(
            "TryRemoveFirst",
            Operands.None,
            (list, _, _, _) => list.TryRemoveFirst(out Ptr<Item> element) != element.IsNull ? Key(element) : int.MinValue,
            (model, call) => RemoveAt(model[call.Target], Index.Start)),
        Constant(
            "TryRemoveLast",
            Operands.None,
            (list, _, _, _) => list.TryRemoveLast(out Ptr<Item> element) != element.IsNull ? Key(element) : int.MinValue,
            (model, call) => RemoveAt(model[call.Target], ^1)),
        Constant(
            "Remove",
            Operands.Member,
            (list, _, element, _) => list.Remove(element),
            (model, call) => model.Remove(call.First)),
        Constant(
            "TryRemove",
            Operands.Any,
            (list, _, element, _) => list.TryRemove(element) ? 1 : 0,
            (model, call) => model.Remove(call.First) ? 1 : 0),
        Constant(
            "Unlink",
            Operands.Linked,
            (_, _, element, _) => ListLink.Unlink<Item, TLink>(element),
            (model, call) => model.Remove(call.First)),
        Longer(
            "Clear",
            Operands.None,
            (list, _, _, _) => list.Clear(),
            (model, call) => model.Take(call.Target)),
    ];

    private static IEnumerable<Operation<TLink>> Move() =>
    [
        Constant(
            "MoveToFirst",
            Operands.Linked,
            (list, _, element, _) => list.MoveToFirst(element),
            (model, call) =>
            {
                model.Remove(call.First);
                model[call.Target].Insert(0, call.First);
            }),
        Constant(
            "MoveToLast",
            Operands.Linked,
            (list, _, element, _) => list.MoveToLast(element),
            (model, call) =>
            {
                model.Remove(call.First);
                model[call.Target].Add(call.First);
            }),
        Constant(
            "MoveBefore",
            Operands.MemberAndLinked,
            (list, _, mark, element) => list.MoveBefore(mark, element),
            (model, call) => model.MoveBefore(call.First, call.Second)),
        Constant(
            "MoveAfter",
            Operands.MemberAndLinked,
            (list, _, mark, element) => list.MoveAfter(mark, element),
            (model, call) => model.MoveAfter(call.First, call.Second)),
        Constant(
            "MoveRangeToLast",
            Operands.Run,
            (list, _, first, last) => list.MoveRangeToLast(first, last),
            (model, call) =>
            {
                List<int> source = model.ListOf(call.First)!;
                int start = source.IndexOf(call.First);
                List<int> run = source.GetRange(start, source.IndexOf(call.Second) - start + 1);
                source.RemoveRange(start, run.Count);
                model[call.Target].AddRange(run);
            }),
        Constant(
            "Replace",
            Operands.MemberAndUnlinked,
            (list, _, current, replacement) => list.Replace(current, replacement),
            (model, call) =>
            {
                model.AddBefore(call.First, call.Second);
                model.Remove(call.First);
            }),
        Constant(
            "Swap",
            Operands.LinkedAndLinked,
            (list, _, left, right) => list.Swap(left, right),
            (model, call) => model.Swap(call.First, call.Second)),
        Constant(
            "RotateLeft",
            Operands.None,
            (list, _, _, _) => list.RotateLeft(),
            (model, call) => Rotate(model[call.Target], 1)),
        Constant(
            "RotateToFirst",
            Operands.Member,
            (list, _, element, _) => list.RotateToFirst(element),
            (model, call) => Rotate(model[call.Target], model[call.Target].IndexOf(call.First))),
        Longer(
            "Reverse",
            Operands.None,
            (list, _, _, _) => list.Reverse(),
            (model, call) => model[call.Target].Reverse()),
    ];

    private static IEnumerable<Operation<TLink>> Splice() =>
    [
        Constant(
            "SpliceFirst",
            Operands.None,
            (list, other, _, _) => list.SpliceFirst(other),
            (model, call) => model[call.Target].InsertRange(0, model.Take(call.Other))),
        Constant(
            "SpliceLast",
            Operands.None,
            (list, other, _, _) => list.SpliceLast(other),
            (model, call) => model[call.Target].AddRange(model.Take(call.Other))),
        Constant(
            "SpliceBefore",
            Operands.Member,
            (list, other, mark, _) => list.SpliceBefore(mark, other),
            (model, call) => model.AddBefore(call.First, model.Take(call.Other))),
        Constant(
            "SpliceAfter",
            Operands.Member,
            (list, other, mark, _) => list.SpliceAfter(mark, other),
            (model, call) => model.AddAfter(call.First, model.Take(call.Other))),
        Constant(
            "CutBefore",
            Operands.MemberAndEmptyOther,
            (list, other, mark, _) => list.CutBefore(mark, other),
            (model, call) => Cut(model, call, 0)),
        Constant(
            "CutThrough",
            Operands.MemberAndEmptyOther,
            (list, other, mark, _) => list.CutThrough(mark, other),
            (model, call) => Cut(model, call, 1)),
    ];

    private static IEnumerable<Operation<TLink>> Sort() =>
    [
        Longer(
            "Sort(comparison)",
            Operands.None,
            (list, _, _, _) => list.Sort(static (x, y) => x.Value.Rank.CompareTo(y.Value.Rank)),
            (model, call) => model.Sort(call.Target)),
        Longer(
            "Sort(comparer)",
            Operands.None,
            (list, _, _, _) => list.Sort(default(RankComparer)),
            (model, call) => model.Sort(call.Target)),
        Longer(
            "SortBy",
            Operands.None,
            (list, _, _, _) => list.SortBy(static element => element.Value.Rank),
            (model, call) => model.Sort(call.Target)),
        Longer(
            "SortInPlace(comparison)",
            Operands.None,
            (list, _, _, _) => list.SortInPlace(static (x, y) => x.Value.Rank.CompareTo(y.Value.Rank)),
            (model, call) => model.Sort(call.Target)),
        Longer(
            "SortInPlace(comparer)",
            Operands.None,
            (list, _, _, _) => list.SortInPlace(default(RankComparer)),
            (model, call) => model.Sort(call.Target)),
        Longer(
            "Merge(comparison)",
            Operands.Sorted,
            (list, other, _, _) => list.Merge(other, static (x, y) => x.Value.Rank.CompareTo(y.Value.Rank)),
            Merge),
        Longer(
            "Merge(comparer)",
            Operands.Sorted,
            (list, other, _, _) => list.Merge(other, default(RankComparer)),
            Merge),
    ];

    private static IEnumerable<Operation<TLink>> Filter() =>
    [
        Longer(
            "RemoveWhere(predicate)",
            Operands.None,
            (list, _, _, _) => list.RemoveWhere(static element => IsOdd(element.Value.Rank)),
            (model, call) => model.Take(call.Target, key => IsOdd(model.Rank(key))).Length),
        Longer(
            "RemoveWhere(predicate, into)",
            Operands.None,
            (list, other, _, _) => list.RemoveWhere(static element => IsOdd(element.Value.Rank), other),
            (model, call) => Append(model[call.Other], model.Take(call.Target, key => IsOdd(model.Rank(key))))),
        Longer(
            "RemoveConsecutiveDuplicates(delegate)",
            Operands.None,
            (list, _, _, _) => list.RemoveConsecutiveDuplicates(static (x, y) => x.Value.Rank == y.Value.Rank),
            (model, call) => model.TakeConsecutiveDuplicates(call.Target).Length),
        Longer(
            "RemoveConsecutiveDuplicates(delegate, into)",
            Operands.None,
            (list, other, _, _) => list.RemoveConsecutiveDuplicates(static (x, y) => x.Value.Rank == y.Value.Rank, other),
            (model, call) => Append(model[call.Other], model.TakeConsecutiveDuplicates(call.Target))),
        Longer(
            "RemoveConsecutiveDuplicates(comparer)",
            Operands.None,
            (list, _, _, _) => list.RemoveConsecutiveDuplicates(default(RankEqualityComparer)),
            (model, call) => model.TakeConsecutiveDuplicates(call.Target).Length),
        Longer(
            "RemoveConsecutiveDuplicates(comparer, into)",
            Operands.None,
            (list, other, _, _) => list.RemoveConsecutiveDuplicates(default(RankEqualityComparer), other),
            (model, call) => Append(model[call.Other], model.TakeConsecutiveDuplicates(call.Target))),
    ];

    private static IEnumerable<Operation<TLink>> Enumerate() =>
    [
        Loop(
            "foreach, removing",
            Operands.None,
            (list, other, _, _) => Visit(list.GetEnumerator(), list, other, move: false),
            (model, call) => model.Take(call.Target).Length),
        Loop(
            "foreach, moving",
            Operands.None,
            (list, other, _, _) => Visit(list.GetEnumerator(), list, other, move: true),
            (model, call) => Append(model[call.Other], model.Take(call.Target))),
        Loop(
            "Reversed, removing",
            Operands.None,
            (list, other, _, _) => Visit(list.Reversed(), list, other, move: false),
            (model, call) => model.Take(call.Target).Length),
        Loop(
            "Reversed, moving",
            Operands.None,
            (list, other, _, _) => Visit(list.Reversed(), list, other, move: true),
            (model, call) => Append(model[call.Other], [.. model.Take(call.Target).AsEnumerable().Reverse()])),
        Loop(
            "StartingAt, removing",
            Operands.Member,
            (list, other, element, _) => Visit(list.StartingAt(element), list, other, move: false),
            (model, call) => TakeFrom(model, call).Length),
        Loop(
            "StartingAt, moving",
            Operands.Member,
            (list, other, element, _) => Visit(list.StartingAt(element), list, other, move: true),
            (model, call) => Append(model[call.Other], TakeFrom(model, call))),
        Longer(
            "Drain",
            Operands.None,
            (list, _, _, _) => Drain(list),
            (model, call) => model.Take(call.Target).Length),
    ];

    private static int Visit(
        IntrusiveList<Item, TLink>.Enumerator elements, IntrusiveList<Item, TLink> list, IntrusiveList<Item, TLink> other, bool move)
    {
        int count = 0;
        foreach (Ptr<Item> element in elements)
        {
            Take(element, list, other, move);
            count++;
        }

        return count;
    }

    private static int Visit(
        IntrusiveList<Item, TLink>.ReverseEnumerator elements, IntrusiveList<Item, TLink> list, IntrusiveList<Item, TLink> other, bool move)
    {
        int count = 0;
        foreach (Ptr<Item> element in elements)
        {
            Take(element, list, other, move);
            count++;
        }

        return count;
    }

    private static void Take(Ptr<Item> element, IntrusiveList<Item, TLink> list, IntrusiveList<Item, TLink> other, bool move)
    {
        if (move)
        {
            other.MoveToLast(element);
        }
        else
        {
            list.Remove(element);
        }
    }

    private static int Drain(IntrusiveList<Item, TLink> list)
    {
        int count = 0;
        foreach (Ptr<Item> element in list.Drain())
        {
            count += ListLink.IsLinked<Item, TLink>(element) ? int.MinValue : 1;
        }

        return count;
    }

    private static Operation<TLink> Constant(string name, Selection calls, Command perform, Action<Model, Call> expect) =>
        Constant(name, calls, WithResult(perform), WithResult(expect));

    private static Operation<TLink> Constant(string name, Selection calls, Operation<TLink>.Performance perform, Func<Model, Call, int> expect) =>
        new() { Name = name, Kind = OperationKind.ConstantTime, Calls = calls, Perform = perform, Expect = expect };

    private static Operation<TLink> Longer(string name, Selection calls, Command perform, Action<Model, Call> expect) =>
        Longer(name, calls, WithResult(perform), WithResult(expect));

    private static Operation<TLink> Longer(string name, Selection calls, Operation<TLink>.Performance perform, Func<Model, Call, int> expect) =>
        new() { Name = name, Kind = OperationKind.Longer, Calls = calls, Perform = perform, Expect = expect };

    private static Operation<TLink> Loop(string name, Selection calls, Operation<TLink>.Performance perform, Func<Model, Call, int> expect) =>
        new() { Name = name, Kind = OperationKind.Loop, Calls = calls, Perform = perform, Expect = expect };

    private static Operation<TLink>.Performance WithResult(Command command) => (list, other, first, second) =>
    {
        command(list, other, first, second);
        return 0;
    };

    private static Func<Model, Call, int> WithResult(Action<Model, Call> change) => (model, call) =>
    {
        change(model, call);
        return 0;
    };

    private static int Key(Ptr<Item> element) => element.IsNull ? Call.None : element.Value.Key;

    private static bool IsOdd(int rank) => rank % 2 != 0;

    private static int RemoveAt(List<int> list, Index index)
    {
        if (list.Count == 0)
        {
            return Call.None;
        }

        int key = list[index];
        list.Remove(key);
        return key;
    }

    private static void Rotate(List<int> list, int distance)
    {
        if (list.Count > 0)
        {
            list.AddRange(list.GetRange(0, distance));
            list.RemoveRange(0, distance);
        }
    }

    private static void Cut(Model model, Call call, int distance)
    {
        List<int> source = model[call.Target];
        int count = source.IndexOf(call.First) + distance;
        model[call.Other].AddRange(source.GetRange(0, count));
        source.RemoveRange(0, count);
    }

    private static void Merge(Model model, Call call)
    {
        model[call.Target].AddRange(model.Take(call.Other));
        model.Sort(call.Target);
    }

    private static int[] TakeFrom(Model model, Call call)
    {
        int start = model[call.Target].IndexOf(call.First);
        return model.Take(call.Target, key => model[call.Target].IndexOf(key) >= start);
    }

    private static int Append(List<int> list, int[] elements)
    {
        list.AddRange(elements);
        return elements.Length;
    }
}
