using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace IntrusiveLists.Benchmarks;

/// <summary>Contender: what one would write in C# with pointers and nothing else. It zeroes nodes on removal and checks nothing.</summary>
internal sealed unsafe class PointerContender(int elementSize)
{
    private const int NodeOffset = sizeof(long);

    /// <summary>Returns the contender.</summary>
    public Contender Create() => new("C# pointers", Contract.Pointers, new Dictionary<string, Operation>
    {
        ["reset"] = Reset,
        ["fill"] = Fill,
        ["digest"] = Digest,
        ["pair"] = Pair,
        ["cycle"] = Cycle,
        ["fifo"] = Fifo,
        ["touch"] = Touch,
        ["readd"] = RemoveAndAdd,
        ["walk"] = Walk,
        ["build"] = Build,
        ["drain"] = Drain,
        ["cut"] = Cut,
    });

    private static PointerNode* HeadOf(Plan* plan) => (PointerNode*)plan->Heads;

    private static long KeyOf(PointerNode* node) => *(long*)((byte*)node - NodeOffset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Join(PointerNode* previous, PointerNode* next)
    {
        previous->Next = next;
        next->Previous = previous;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Insert(PointerNode* node, PointerNode* previous, PointerNode* next)
    {
        Join(previous, node);
        Join(node, next);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Unlink(PointerNode* node)
    {
        Join(node->Previous, node->Next);
        *node = default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PointerNode* UnlinkFirst(PointerNode* head)
    {
        PointerNode* first = head->Next;
        Unlink(first);
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private PointerNode* NodeAt(byte* elements, uint index) => (PointerNode*)(elements + ((long)index * elementSize) + NodeOffset);

    private long Reset(Plan* plan)
    {
        Join(HeadOf(plan), HeadOf(plan));
        Join(HeadOf(plan) + 1, HeadOf(plan) + 1);
        for (long index = 0; index < plan->Count; index++)
        {
            *NodeAt(plan->Elements, (uint)index) = default;
        }

        return 0;
    }

    private long Fill(Plan* plan)
    {
        byte* elements = plan->Elements;
        uint* order = plan->Order;
        long count = plan->Count;
        PointerNode* head = HeadOf(plan);
        for (long index = 0; index < count; index++)
        {
            Insert(NodeAt(elements, order[index]), head->Previous, head);
        }

        return 0;
    }

    private static long Digest(Plan* plan)
    {
        long digest = 0;
        for (PointerNode* node = HeadOf(plan)->Next; node != HeadOf(plan); node = node->Next)
        {
            digest = unchecked((digest * 31) + KeyOf(node));
        }

        return digest;
    }

    private long Pair(Plan* plan)
    {
        byte* elements = plan->Elements;
        uint* order = plan->Order;
        long count = plan->Count;
        long steps = plan->Steps;
        PointerNode* head = HeadOf(plan);
        long sum = 0;
        for (long done = 0; done < steps; done += count)
        {
            for (long index = 0; index < count; index++)
            {
                Insert(NodeAt(elements, order[index]), head->Previous, head);
                sum += KeyOf(UnlinkFirst(head));
            }
        }

        return sum;
    }

    private long Cycle(Plan* plan)
    {
        byte* elements = plan->Elements;
        uint* order = plan->Order;
        long count = plan->Count;
        long steps = plan->Steps;
        PointerNode* head = HeadOf(plan);
        long sum = 0;
        for (long done = 0; done < steps; done += count)
        {
            for (long index = 0; index < count; index++)
            {
                Insert(NodeAt(elements, order[index]), head->Previous, head);
            }

            for (long index = 0; index < count; index++)
            {
                sum += KeyOf(UnlinkFirst(head));
            }
        }

        return sum;
    }

    private long Fifo(Plan* plan)
    {
        _ = UnlinkFirst(HeadOf(plan));
        return Pair(plan);
    }

    private long Touch(Plan* plan)
    {
        byte* elements = plan->Elements;
        uint* picks = plan->Picks;
        long steps = plan->Steps;
        PointerNode* head = HeadOf(plan);
        for (long step = 0; step < steps; step++)
        {
            PointerNode* node = NodeAt(elements, picks[step]);
            Join(node->Previous, node->Next);
            Insert(node, head, head->Next);
        }

        return 0;
    }

    private long RemoveAndAdd(Plan* plan)
    {
        byte* elements = plan->Elements;
        uint* picks = plan->Picks;
        long steps = plan->Steps;
        PointerNode* head = HeadOf(plan);
        for (long step = 0; step < steps; step++)
        {
            PointerNode* node = NodeAt(elements, picks[step]);
            Unlink(node);
            Insert(node, head->Previous, head);
        }

        return 0;
    }

    private static long Walk(Plan* plan)
    {
        PointerNode* head = HeadOf(plan);
        long sum = 0;
        for (PointerNode* node = head->Next; node != head; node = node->Next)
        {
            sum += KeyOf(node);
        }

        return sum;
    }

    private long Build(Plan* plan)
    {
        Fill(plan);
        PointerNode* head = HeadOf(plan);
        PointerNode* node = head->Next;
        while (node != head)
        {
            PointerNode* next = node->Next;
            *node = default;
            node = next;
        }

        Join(head, head);
        return 0;
    }

    private static long Drain(Plan* plan)
    {
        PointerNode* head = HeadOf(plan);
        long sum = 0;
        while (head->Next != head)
        {
            sum += KeyOf(UnlinkFirst(head));
        }

        return sum;
    }

    private long Cut(Plan* plan)
    {
        byte* elements = plan->Elements;
        uint* picks = plan->Picks;
        long steps = plan->Steps;
        PointerNode* head = HeadOf(plan);
        for (long step = 0; step < steps; step++)
        {
            CutBefore(head, NodeAt(elements, picks[step]), head + 1);
            SpliceLast(head, head + 1);
        }

        return 0;
    }

    private static void CutBefore(PointerNode* head, PointerNode* mark, PointerNode* into)
    {
        PointerNode* first = head->Next;
        if (first == mark)
        {
            return;
        }

        PointerNode* last = mark->Previous;
        Join(head, mark);
        Join(into, first);
        Join(last, into);
    }

    private static void SpliceLast(PointerNode* head, PointerNode* other)
    {
        if (other->Next == other)
        {
            return;
        }

        PointerNode* first = other->Next;
        PointerNode* last = other->Previous;
        Join(head->Previous, first);
        Join(last, head);
        Join(other, other);
    }
}
