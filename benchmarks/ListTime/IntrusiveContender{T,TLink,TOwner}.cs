using System;
using System.Collections.Generic;
using System.Runtime;

namespace IntrusiveLists.Benchmarks;

/// <summary>Contender: this library, with a head in native memory.</summary>
internal static unsafe class IntrusiveContender<[AddressStable] T, TLink, [AddressStable] TOwner>
    where T : unmanaged, IElement
    where TLink : unmanaged, IListLink<T>
    where TOwner : unmanaged, IOwner<T, TLink>
{
    // The elements that are alive while the collector works.
    private static NativePool<T>? s_live;

    private delegate void Sorting(IntrusiveList<T, TLink> list);

    /// <summary>Returns the contender that takes part in all workloads but the sorts, and one for each way to sort.</summary>
    public static IEnumerable<Contender> All() =>
    [
        new Contender("IntrusiveLists", Contract.Own, Lists()),
        Sorter("SortBy(long)", list => list.SortBy(static element => element.Value.Key)),
        Sorter("SortBy(double)", list => list.SortBy(static element => (double)element.Value.Key)),
        Sorter("Sort(comparison)", list => list.Sort(static (left, right) => left.Value.Key.CompareTo(right.Value.Key))),
        Sorter("Sort(comparer)", list => list.Sort(default(KeyComparer<T>))),
        Sorter("SortInPlace(comparison)", list => list.SortInPlace(static (left, right) => left.Value.Key.CompareTo(right.Value.Key))),
        Sorter("SortInPlace(comparer)", list => list.SortInPlace(default(KeyComparer<T>))),
    ];

    private static Dictionary<string, Operation> Lists() => new(Preparations())
    {
        ["pair"] = Pair,
        ["cycle"] = Cycle,
        ["fifo"] = Fifo,
        ["touch"] = Touch,
        ["readd"] = RemoveAndAdd,
        ["walk"] = Walk,
        ["build"] = Build,
        ["drain"] = Drain,
        ["cut"] = Cut,
        ["compiled"] = _ => JitInfo.GetCompiledMethodCount(),
        ["allocated"] = _ => GC.GetAllocatedBytesForCurrentThread(),
        ["keep_alive"] = KeepAlive,
        ["free"] = Free,
        ["collect"] = plan => Collection.Repeat(plan->Steps),
    };

    private static Dictionary<string, Operation> Preparations() => new()
    {
        ["reset"] = Reset,
        ["fill"] = Fill,
        ["digest"] = Digest,
    };

    private static Contender Sorter(string name, Sorting sort) => new(name, Contract.Own, new Dictionary<string, Operation>(Preparations())
    {
        ["sort"] = plan =>
        {
            sort(ListOf(plan));
            return 0;
        },
        ["sort_small"] = plan => SortSmall(plan, sort),
    });

    private static IntrusiveList<T, TLink> ListOf(Plan* plan) => ((TOwner*)plan->Heads)->First;

    private static Ptr<T> ElementAt(T* elements, uint index) => elements + index;

    private static long Reset(Plan* plan)
    {
        new Ptr<TOwner>((TOwner*)plan->Heads).Initialize();
        for (long index = 0; index < plan->Count; index++)
        {
            ListLink.NodeOf<T, TLink>(ElementAt((T*)plan->Elements, (uint)index)).Initialize();
        }

        return 0;
    }

    private static long Fill(Plan* plan)
    {
        var elements = (T*)plan->Elements;
        uint* order = plan->Order;
        long count = plan->Count;
        IntrusiveList<T, TLink> list = ListOf(plan);
        for (long index = 0; index < count; index++)
        {
            list.AddLast(ElementAt(elements, order[index]));
        }

        return 0;
    }

    private static long Digest(Plan* plan)
    {
        long digest = 0;
        foreach (Ptr<T> element in ListOf(plan))
        {
            digest = unchecked((digest * 31) + element.Value.Key);
        }

        return digest;
    }

    private static long Pair(Plan* plan)
    {
        var elements = (T*)plan->Elements;
        uint* order = plan->Order;
        long count = plan->Count;
        long steps = plan->Steps;
        IntrusiveList<T, TLink> list = ListOf(plan);
        long sum = 0;
        for (long done = 0; done < steps; done += count)
        {
            for (long index = 0; index < count; index++)
            {
                list.AddLast(ElementAt(elements, order[index]));
                sum += list.RemoveFirst().Value.Key;
            }
        }

        return sum;
    }

    private static long Cycle(Plan* plan)
    {
        var elements = (T*)plan->Elements;
        uint* order = plan->Order;
        long count = plan->Count;
        long steps = plan->Steps;
        IntrusiveList<T, TLink> list = ListOf(plan);
        long sum = 0;
        for (long done = 0; done < steps; done += count)
        {
            for (long index = 0; index < count; index++)
            {
                list.AddLast(ElementAt(elements, order[index]));
            }

            for (long index = 0; index < count; index++)
            {
                sum += list.RemoveFirst().Value.Key;
            }
        }

        return sum;
    }

    private static long Fifo(Plan* plan)
    {
        // What is added left the list one step before: one element is always outside.
        _ = ListOf(plan).RemoveFirst();
        return Pair(plan);
    }

    private static long Touch(Plan* plan)
    {
        var elements = (T*)plan->Elements;
        uint* picks = plan->Picks;
        long steps = plan->Steps;
        IntrusiveList<T, TLink> list = ListOf(plan);
        for (long step = 0; step < steps; step++)
        {
            list.MoveToFirst(ElementAt(elements, picks[step]));
        }

        return 0;
    }

    private static long RemoveAndAdd(Plan* plan)
    {
        var elements = (T*)plan->Elements;
        uint* picks = plan->Picks;
        long steps = plan->Steps;
        IntrusiveList<T, TLink> list = ListOf(plan);
        for (long step = 0; step < steps; step++)
        {
            Ptr<T> element = ElementAt(elements, picks[step]);
            list.Remove(element);
            list.AddLast(element);
        }

        return 0;
    }

    private static long Walk(Plan* plan)
    {
        long sum = 0;
        foreach (Ptr<T> element in ListOf(plan))
        {
            sum += element.Value.Key;
        }

        return sum;
    }

    private static long Build(Plan* plan)
    {
        Fill(plan);
        ListOf(plan).Clear();
        return 0;
    }

    private static long Drain(Plan* plan)
    {
        long sum = 0;
        foreach (Ptr<T> element in ListOf(plan).Drain())
        {
            sum += element.Value.Key;
        }

        return sum;
    }

    private static long Cut(Plan* plan)
    {
        var elements = (T*)plan->Elements;
        uint* picks = plan->Picks;
        long steps = plan->Steps;
        IntrusiveList<T, TLink> list = ListOf(plan);
        IntrusiveList<T, TLink> other = ((TOwner*)plan->Heads)->Second;
        for (long step = 0; step < steps; step++)
        {
            list.CutBefore(ElementAt(elements, picks[step]), other);
            list.SpliceLast(other);
        }

        return 0;
    }

    private static long KeepAlive(Plan* plan)
    {
        s_live = new NativePool<T>();
        IntrusiveList<T, TLink> list = ListOf(plan);
        for (int index = 0; index < Collection.LiveElements; index++)
        {
            list.AddLast(s_live.Allocate());
        }

        return Collection.Settle();
    }

    private static long Free(Plan* plan)
    {
        if (s_live is { } live)
        {
            ListOf(plan).Clear();
            live.Dispose();
            s_live = null;
        }

        return 0;
    }

    private static long SortSmall(Plan* plan, Sorting sort)
    {
        var elements = (T*)plan->Elements;
        uint* order = plan->Order;
        long count = plan->Count;
        long steps = plan->Steps;
        IntrusiveList<T, TLink> list = ListOf(plan);
        long sum = 0;
        for (long start = 0; start + steps <= count; start += steps)
        {
            for (long index = 0; index < steps; index++)
            {
                list.AddLast(ElementAt(elements, order[start + index]));
            }

            sort(list);
            sum += list.RemoveFirst().Value.Key;
            list.Clear();
        }

        return sum;
    }
}
