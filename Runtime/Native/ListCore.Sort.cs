using System;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

internal static unsafe partial class ListCore
{
    // What is sorted on the stack before runs are merged: a node takes its time there.
    private const int BlockLength = 128;

    /// <summary>Links the nodes of a list anew; the addresses are those of all of its nodes, in the wanted order.</summary>
    public static void Relink(ListNode* head, ReadOnlySpan<nint> nodes)
    {
        ListNode* previous = head;
        int near = Math.Max(nodes.Length - Prefetching.Distance, 0);
        for (int index = 0; index < near; index++)
        {
            Prefetching.Load((void*)nodes[index + Prefetching.Distance]);
            previous = Append(previous, nodes[index]);
        }

        for (int index = near; index < nodes.Length; index++)
        {
            previous = Append(previous, nodes[index]);
        }

        Join(previous, head);
    }

    /// <summary>Sorts a list, stably, by a merge sort that needs no memory. When the order throws, nothing has changed.</summary>
    /// <remarks>
    /// Meanwhile the nodes are linked forward only, in runs that end in null. The links back are those of the list as it was until the end,
    /// so that it can be restored from them.
    /// </remarks>
    public static void Sort<TOrder>(ListNode* head, TOrder order)
        where TOrder : struct, IItemOrder
    {
        if (Start(head) == End(head))
        {
            return;
        }

        try
        {
            head->Next = SortRuns(head, order);
        }
        catch
        {
            RestoreForwardLinks(head);
            throw;
        }

        RestoreBackwardLinks(head);
    }

    /// <summary>Sorts the nodes block by block, merges the blocks, and returns the first node.</summary>
    private static ListNode* SortRuns<TOrder>(ListNode* head, TOrder order)
        where TOrder : struct, IItemOrder
    {
        NodeRun* runs = stackalloc NodeRun[NodeMerge<TOrder>.RunsLength];
        int* counts = stackalloc int[NodeMerge<TOrder>.Levels];
        var merge = new NodeMerge<TOrder>(runs, counts, order);
        head->Previous->Next = null;
        ListNode* next = head->Next;
        while (next != null)
        {
            merge.Add(TakeBlock(ref next, order));
        }

        return merge.Finish().First;
    }

    /// <summary>Takes a block of nodes, sorts it, and makes it a run.</summary>
    [SkipLocalsInit]
    private static NodeRun TakeBlock<TOrder>(ref ListNode* next, TOrder order)
        where TOrder : struct, IItemOrder
    {
        Span<nint> nodes = stackalloc nint[MergeSort<TOrder>.LengthFor(BlockLength)];
        Span<nint> scratch = stackalloc nint[MergeSort<TOrder>.LengthFor(BlockLength)];
        int count = 0;
        for (; count < BlockLength && next != null; next = next->Next)
        {
            nodes[count++] = (nint)next;
        }

        MergeSort<TOrder>.Sort(nodes, count, scratch, [], order);
        for (int index = 1; index < count; index++)
        {
            ((ListNode*)nodes[index - 1])->Next = (ListNode*)nodes[index];
        }

        ((ListNode*)nodes[count - 1])->Next = null;
        return new NodeRun((ListNode*)nodes[0], (ListNode*)nodes[count - 1]);
    }

    private static void RestoreForwardLinks(ListNode* head)
    {
        ListNode* node = head;
        do
        {
            node->Previous->Next = node;
            node = node->Previous;
        }
        while (node != head);
    }

    private static void RestoreBackwardLinks(ListNode* head)
    {
        ListNode* node = head;
        while (node->Next != null)
        {
            node->Next->Previous = node;
            node = node->Next;
        }

        Join(node, head);
    }

    private static ListNode* Append(ListNode* previous, nint address)
    {
        var node = (ListNode*)address;
        Join(previous, node);
        return node;
    }
}
