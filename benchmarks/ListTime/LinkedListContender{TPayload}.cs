using System;
using System.Collections.Generic;

namespace IntrusiveLists.Benchmarks;

/// <summary>Contender: <see cref="LinkedList{T}"/>, with nodes that are kept and added again, or with a new node each time.</summary>
internal sealed unsafe class LinkedListContender<TPayload>
    where TPayload : unmanaged, IPayload
{
    private LinkedList<TPayload> _list = new();

    // By the index of their elements, which is also the order in which they were allocated.
    private LinkedListNode<TPayload>[] _nodes = [];

    /// <summary>Returns the contender that keeps its nodes.</summary>
    public static Contender CreateReusing()
    {
        var contender = new LinkedListContender<TPayload>();
        return new Contender("LinkedList<T>, nodes reused", Contract.Framework, new Dictionary<string, Operation>(contender.Common())
        {
            ["pair"] = contender.Pair,
            ["cycle"] = contender.Cycle,
            ["fifo"] = contender.Fifo,
            ["touch"] = contender.Touch,
            ["readd"] = contender.RemoveAndAdd,
            ["walk"] = contender.Walk,
            ["build"] = contender.Build,
            ["drain"] = contender.Drain,
        });
    }

    /// <summary>Returns the contender that allocates a node for each addition.</summary>
    public static Contender CreateAllocating()
    {
        var contender = new LinkedListContender<TPayload>();
        return new Contender("LinkedList<T>, nodes allocated", Contract.Framework, new Dictionary<string, Operation>(contender.Common())
        {
            ["pair"] = contender.AllocatingPair,
            ["cycle"] = contender.AllocatingCycle,
            ["fifo"] = contender.AllocatingFifo,
            ["touch"] = contender.AllocatingTouch,
            ["readd"] = contender.AllocatingRemoveAndAdd,
            ["build"] = contender.AllocatingBuild,
            ["keep_alive"] = contender.KeepAlive,
            ["collect"] = plan => Collection.Repeat(plan->Steps),
        });
    }

    private Dictionary<string, Operation> Common() => new()
    {
        ["reset"] = Reset,
        ["fill"] = Fill,
        ["digest"] = Digest,
        ["free"] = Free,
        ["settle"] = Settle,
    };

    private static TPayload PayloadAt(Plan* plan, long index) => new() { Key = *(long*)(plan->Elements + (index * (sizeof(TPayload) + sizeof(PointerNode)))) };

    private long Reset(Plan* plan)
    {
        _list = new LinkedList<TPayload>();
        _nodes = new LinkedListNode<TPayload>[plan->Count];
        for (long index = 0; index < plan->Count; index++)
        {
            _nodes[index] = new LinkedListNode<TPayload>(PayloadAt(plan, index));
        }

        return 0;
    }

    private long Free(Plan* plan)
    {
        _list = new LinkedList<TPayload>();
        _nodes = [];
        return 0;
    }

    /// <summary>Collects what the preparation left behind, which is not the round's.</summary>
    private static long Settle(Plan* plan)
    {
        GC.Collect();
        return 0;
    }

    private long KeepAlive(Plan* plan)
    {
        for (int index = 0; index < Collection.LiveElements; index++)
        {
            _list.AddLast(default(TPayload));
        }

        return Collection.Settle();
    }

    private long Fill(Plan* plan)
    {
        for (long index = 0; index < plan->Count; index++)
        {
            _list.AddLast(_nodes[plan->Order[index]]);
        }

        return 0;
    }

    private long Digest(Plan* plan)
    {
        long digest = 0;
        for (LinkedListNode<TPayload>? node = _list.First; node != null; node = node.Next)
        {
            digest = unchecked((digest * 31) + node.ValueRef.Key);
        }

        return digest;
    }

    private long RemoveFirst()
    {
        LinkedListNode<TPayload> first = _list.First!;
        _list.RemoveFirst();
        return first.ValueRef.Key;
    }

    private long Pair(Plan* plan)
    {
        long sum = 0;
        for (long done = 0; done < plan->Steps; done += plan->Count)
        {
            for (long index = 0; index < plan->Count; index++)
            {
                _list.AddLast(_nodes[plan->Order[index]]);
                sum += RemoveFirst();
            }
        }

        return sum;
    }

    private long AllocatingPair(Plan* plan)
    {
        long sum = 0;
        for (long done = 0; done < plan->Steps; done += plan->Count)
        {
            for (long index = 0; index < plan->Count; index++)
            {
                _list.AddLast(PayloadAt(plan, plan->Order[index]));
                sum += RemoveFirst();
            }
        }

        return sum;
    }

    private long Cycle(Plan* plan)
    {
        long sum = 0;
        for (long done = 0; done < plan->Steps; done += plan->Count)
        {
            Fill(plan);
            for (long index = 0; index < plan->Count; index++)
            {
                sum += RemoveFirst();
            }
        }

        return sum;
    }

    private long AllocatingCycle(Plan* plan)
    {
        long sum = 0;
        for (long done = 0; done < plan->Steps; done += plan->Count)
        {
            AllocatingFill(plan);
            for (long index = 0; index < plan->Count; index++)
            {
                sum += RemoveFirst();
            }
        }

        return sum;
    }

    private long Fifo(Plan* plan)
    {
        _list.RemoveFirst();
        return Pair(plan);
    }

    private long AllocatingFifo(Plan* plan)
    {
        _list.RemoveFirst();
        return AllocatingPair(plan);
    }

    private long Touch(Plan* plan)
    {
        for (long step = 0; step < plan->Steps; step++)
        {
            LinkedListNode<TPayload> node = _nodes[plan->Picks[step]];
            _list.Remove(node);
            _list.AddFirst(node);
        }

        return 0;
    }

    private long AllocatingTouch(Plan* plan)
    {
        for (long step = 0; step < plan->Steps; step++)
        {
            ref LinkedListNode<TPayload> node = ref _nodes[plan->Picks[step]];
            _list.Remove(node);
            node = _list.AddFirst(node.Value);
        }

        return 0;
    }

    private long RemoveAndAdd(Plan* plan)
    {
        for (long step = 0; step < plan->Steps; step++)
        {
            LinkedListNode<TPayload> node = _nodes[plan->Picks[step]];
            _list.Remove(node);
            _list.AddLast(node);
        }

        return 0;
    }

    private long AllocatingRemoveAndAdd(Plan* plan)
    {
        for (long step = 0; step < plan->Steps; step++)
        {
            ref LinkedListNode<TPayload> node = ref _nodes[plan->Picks[step]];
            _list.Remove(node);
            node = _list.AddLast(node.Value);
        }

        return 0;
    }

    private long Walk(Plan* plan)
    {
        long sum = 0;
        for (LinkedListNode<TPayload>? node = _list.First; node != null; node = node.Next)
        {
            sum += node.ValueRef.Key;
        }

        return sum;
    }

    private long Build(Plan* plan)
    {
        Fill(plan);
        _list.Clear();
        return 0;
    }

    private long AllocatingBuild(Plan* plan)
    {
        AllocatingFill(plan);
        _list.Clear();
        return 0;
    }

    private void AllocatingFill(Plan* plan)
    {
        for (long index = 0; index < plan->Count; index++)
        {
            _list.AddLast(PayloadAt(plan, plan->Order[index]));
        }
    }

    private long Drain(Plan* plan)
    {
        long sum = 0;
        while (_list.Count != 0)
        {
            sum += RemoveFirst();
        }

        return sum;
    }
}
