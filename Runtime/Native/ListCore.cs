using System;
using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
#endif
using System.Threading;

namespace IntrusiveLists;

/// <summary>
/// The untyped list: a circle of nodes through a head that is itself a node. The one place that writes links, but for <see cref="NodeMerge{TOrder}"/>, its part of a sort in place.
/// </summary>
/// <remarks>
/// <para>Invariants:</para>
/// <para>1. A head is empty when it is zeroed or when both of its links are at itself. Every operation takes a zeroed head.</para>
/// <para>2. A node is linked if and only if its <see cref="ListNode.Previous"/> is not null; removal zeroes it.</para>
/// <para>3. For all neighbours, <c>node->Next->Previous == node</c>; hardened mode checks it before a write that relies on it.</para>
/// <para>
/// 4. A detached node is on its way out of a list: its <see cref="ListNode.Previous"/> is null, so that it is not linked and nobody takes it out,
/// and its <see cref="ListNode.Next"/> is the next one of its chain with the lowest bit set, so that nobody adds it. Only the holder of the chain touches it.
/// </para>
/// <para>
/// Callers have checked what the caller of the library can get wrong: that a node is linked or not. So a head that is reached from a linked node is never zeroed.
/// </para>
/// </remarks>
internal static unsafe partial class ListCore
{
    private const nuint DetachedMark = 1;

    // In addition to the other one. Nodes are aligned to at least four bytes.
    private const nuint DeferredMark = 2;

    /// <summary>Returns whether there is no node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsEmpty(ListNode* head) => IsEnd(head, head->Next);

    /// <summary>Returns whether what a head has for its first or last node is none: the head itself, or nothing where the head is zeroed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsEnd(ListNode* head, ListNode* node) => node == head || node == null;

    /// <summary>Returns the first node, or null when the list is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ListNode* First(ListNode* head)
    {
        ListNode* first = head->Next;
        return first == head ? null : first;
    }

    /// <summary>Returns the last node, or null when the list is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ListNode* Last(ListNode* head)
    {
        ListNode* last = head->Previous;
        return last == head ? null : last;
    }

    /// <summary>Returns whether the list has exactly one node.</summary>
    public static bool HasSingle(ListNode* head)
    {
        return !IsEmpty(head) && head->Next == head->Previous;
    }

    /// <summary>Counts the nodes.</summary>
    /// <exception cref="OverflowException">There are more than <see cref="int.MaxValue"/>.</exception>
    public static int Count(ListNode* head)
    {
        int count = 0;
        for (ListNode* node = Start(head); node != head; node = node->Next)
        {
            count = checked(count + 1);
        }

        return count;
    }

    /// <summary>Returns whether a node is on the list of this head.</summary>
    public static bool Contains(ListNode* head, ListNode* wanted)
    {
        if (!wanted->IsLinked)
        {
            return false;
        }

        ListNode* node = Start(head);
        while (node != head && node != wanted)
        {
            node = node->Next;
        }

        return node == wanted;
    }

    /// <summary>Returns where a forward walk starts: at the first node, or at the head itself when the list is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ListNode* Start(ListNode* head)
    {
        ListNode* first = head->Next;
        if (first == null)
        {
            first = head;
        }

        return first;
    }

    /// <summary>Returns where a backward walk starts: at the last node, or at the head itself when the list is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ListNode* End(ListNode* head)
    {
        ListNode* last = head->Previous;
        if (last == null)
        {
            last = head;
        }

        return last;
    }

    /// <summary>Adds a node at the front.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddFirst(ListNode* head, ListNode* node) => InsertBetween(node, head, Start(head));

    /// <summary>Adds a node at the back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLast(ListNode* head, ListNode* node) => InsertBetween(node, End(head), head);

    /// <summary>Adds a node before another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddBefore(ListNode* mark, ListNode* node) => InsertBetween(node, mark->Previous, mark);

    /// <summary>Adds a node after another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddAfter(ListNode* mark, ListNode* node) => InsertBetween(node, mark, mark->Next);

    /// <summary>Takes a node out and zeroes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Unlink(ListNode* node)
    {
        Hardening.VerifyLinks(node);
        Join(node->Previous, node->Next);
        Reset(node);
    }

    /// <summary>Takes the first node out and zeroes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void UnlinkFirst(ListNode* head, ListNode* first)
    {
        Hardening.VerifyNext(first);
        Join(head, first->Next);
        Reset(first);
    }

    /// <summary>Takes the last node out and zeroes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void UnlinkLast(ListNode* head, ListNode* last)
    {
        Hardening.VerifyPrevious(last);
        Join(last->Previous, head);
        Reset(last);
    }

    /// <summary>Zeroes every node and empties the head.</summary>
    public static void Clear(ListNode* head)
    {
        Hardening.VerifyRing(head);

        // From both ends at once: where the nodes are scattered in memory, two of them are on their way.
        ListNode* front = Start(head);
        ListNode* back = End(head);
        var forward = ReadAhead.Along(front, front->Next);
        var backward = ReadAhead.Along(back, back->Previous);
        while (front != back)
        {
            forward.From(front);
            backward.From(back);
            ListNode* next = front->Next;
            ListNode* previous = back->Previous;
            Reset(front);
            Reset(back);
            if (next == back)
            {
                break;
            }

            front = next;
            back = previous;
        }

        Reset(front);
        Reset(head);
    }

    /// <summary>Empties a list into a chain of detached nodes and returns the first of them, or null when the list is empty. O(n).</summary>
    public static ListNode* Detach(ListNode* head)
    {
        Hardening.VerifyRing(head);
        ListNode* first = First(head);
        ListNode* node = first;
        while (node != null)
        {
            ListNode* next = node->Next == head ? null : node->Next;
            Mark(node, next);
            node = next;
        }

        Reset(head);
        return first;
    }

    /// <summary>Returns whether a node that is not linked is as it should be: zeroed, or in a chain of detached nodes.</summary>
    public static bool IsZeroOrDetached(ListNode* node)
    {
        // Read once: the holder of the chain takes nodes off it, and zeroes them, without a lock.
        var next = (ListNode*)Volatile.Read(ref *(nuint*)&node->Next);
        return node->Previous == null && IsNoLink(next);
    }

    /// <summary>Returns whether what a node has for its next one shows that the node is not linked: nothing, or the mark of detached nodes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNoLink(ListNode* next) => next == null || ((nuint)next & DetachedMark) != 0;

    /// <summary>Takes the first node off a chain, zeroes it and returns it, or null when the chain is at its end.</summary>
    public static ListNode* UnlinkDetached(ref ListNode* chain)
    {
        ListNode* node = chain;
        if (node != null)
        {
            chain = NextDetached(node);
            Release(node);
        }

        return node;
    }

    /// <summary>Adds an unlinked node to the end of a chain of deferred nodes, which are detached and can be told from others that are.</summary>
    /// <param name="chain">The first and the last of the chain; zeroed for an empty one.</param>
    /// <param name="node">The node.</param>
    public static void Defer(ListNode* chain, ListNode* node)
    {
        MarkDeferred(node, null);
        if (chain->Next == null)
        {
            chain->Next = node;
        }
        else
        {
            MarkDeferred(chain->Previous, node);
        }

        chain->Previous = node;
    }

    /// <summary>Returns whether a node is in a chain of deferred nodes.</summary>
    public static bool IsDeferred(ListNode* node) => node->Previous == null && ((nuint)node->Next & DeferredMark) != 0;

    /// <summary>Takes the first node off a chain of deferred nodes, zeroes it and returns it, or null when the chain is empty.</summary>
    public static ListNode* UnlinkDeferred(ListNode* chain) => UnlinkDetached(ref chain->Next);

    /// <summary>Puts a chain of detached nodes back at the front of a list. O(length of the chain).</summary>
    public static void Reattach(ListNode* head, ListNode* chain)
    {
        Hardening.VerifyHead(head);
        ListNode* previous = head;
        ListNode* next = Start(head);
        while (chain != null)
        {
            ListNode* node = chain;
            chain = NextDetached(node);
            Join(previous, node);
            previous = node;
        }

        Join(previous, next);
    }

    /// <summary>Moves a node to the front of a list, from wherever it is linked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MoveToFirst(ListNode* head, ListNode* node)
    {
        Hardening.VerifyLinks(node);
        Hardening.VerifyHead(head);
        Join(node->Previous, node->Next);
        RelinkBetween(node, head, Start(head));
    }

    /// <summary>Moves a node to the back of a list, from wherever it is linked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MoveToLast(ListNode* head, ListNode* node)
    {
        Hardening.VerifyLinks(node);
        Hardening.VerifyHead(head);
        Join(node->Previous, node->Next);
        RelinkBetween(node, End(head), head);
    }

    /// <summary>Moves a node before another, from wherever it is linked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MoveBefore(ListNode* mark, ListNode* node)
    {
        if (mark != node)
        {
            Hardening.VerifyLinks(node);
            PlaceBefore(mark, node);
        }
    }

    /// <summary>Moves a node after another, from wherever it is linked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MoveAfter(ListNode* mark, ListNode* node)
    {
        if (mark != node)
        {
            Hardening.VerifyLinks(node);
            PlaceAfter(mark, node);
        }
    }

    /// <summary>Moves the nodes from first to last, which are one run of one list, to the back of a list.</summary>
    public static void MoveRangeToLast(ListNode* head, ListNode* first, ListNode* last)
    {
        Hardening.VerifyPrevious(first);
        Hardening.VerifyNext(last);
        Hardening.VerifyHead(head);
        Join(first->Previous, last->Next);
        SpliceBetween(first, last, End(head), head);
    }

    /// <summary>Puts a node in the place of another, which is zeroed.</summary>
    public static void Replace(ListNode* current, ListNode* replacement)
    {
        Hardening.VerifyLinks(current);
        SpliceBetween(replacement, replacement, current->Previous, current->Next);
        Reset(current);
    }

    /// <summary>Exchanges the places of two nodes, which may be neighbours or on different lists.</summary>
    public static void Swap(ListNode* left, ListNode* right)
    {
        if (left == right)
        {
            return;
        }

        Hardening.VerifyLinks(left);
        Hardening.VerifyLinks(right);
        ListNode* place = right->Previous;
        Join(place, right->Next);
        SpliceBetween(right, right, left->Previous, left->Next);

        // Where the left node preceded the right one, the right one now stands in its place.
        if (place == left)
        {
            place = right;
        }

        SpliceBetween(left, left, place, place->Next);
    }

    /// <summary>Makes the first node the last.</summary>
    public static void RotateLeft(ListNode* head)
    {
        Hardening.VerifyHead(head);
        if (!IsEmpty(head))
        {
            MoveToLast(head, head->Next);
        }
    }

    /// <summary>Makes a node of this list the first without changing the order around the circle.</summary>
    public static void RotateToFirst(ListNode* head, ListNode* node) => MoveBefore(node, head);

    /// <summary>Turns the order around.</summary>
    public static void Reverse(ListNode* head)
    {
        Hardening.VerifyRing(head);
        if (IsEmpty(head))
        {
            return;
        }

        ListNode* node = head;
        ListNode* next = head->Next;
        do
        {
            ListNode* afterNext = next->Next;
            Join(next, node);
            node = next;
            next = afterNext;
        }
        while (node != head);
    }

    /// <summary>Moves all nodes of another list to the front of this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SpliceFirst(ListNode* head, ListNode* other)
    {
        Hardening.VerifyHead(other);
        SpliceAll(other, head, Start(head));
    }

    /// <summary>Moves all nodes of another list to the back of this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SpliceLast(ListNode* head, ListNode* other)
    {
        Hardening.VerifyHead(other);
        SpliceAll(other, End(head), head);
    }

    /// <summary>Moves all nodes of another list before a node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SpliceBefore(ListNode* mark, ListNode* other)
    {
        Hardening.VerifyHead(other);
        SpliceAll(other, mark->Previous, mark);
    }

    /// <summary>Moves all nodes of another list after a node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SpliceAfter(ListNode* mark, ListNode* other)
    {
        Hardening.VerifyHead(other);
        SpliceAll(other, mark, mark->Next);
    }

    /// <summary>Moves the nodes before a node, which may be the head itself, to an empty list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CutBefore(ListNode* head, ListNode* first, ListNode* mark, ListNode* into)
    {
        Hardening.VerifyAdjacent(head, first);
        if (first == mark)
        {
            return;
        }

        ListNode* last = mark->Previous;
        Hardening.VerifyAdjacent(last, mark);
        Hardening.VerifyHead(into);
        Join(head, mark);

        // Both links of the head at the end: a processor takes writes to one line of its cache together, if they follow each other.
        first->Previous = into;
        last->Next = into;
        into->Next = first;
        into->Previous = last;
    }

    /// <summary>Moves the nodes up to and including a node to an empty list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CutThrough(ListNode* head, ListNode* first, ListNode* mark, ListNode* into)
    {
        Hardening.VerifyNext(mark);
        CutBefore(head, first, mark->Next, into);
    }

    // The neighbour is read after the node is out: it may have been the node itself.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PlaceBefore(ListNode* mark, ListNode* node)
    {
        Hardening.VerifyPrevious(mark);
        Join(node->Previous, node->Next);
        RelinkBetween(node, mark->Previous, mark);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PlaceAfter(ListNode* mark, ListNode* node)
    {
        Hardening.VerifyNext(mark);
        Join(node->Previous, node->Next);
        RelinkBetween(node, mark, mark->Next);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SpliceAll(ListNode* other, ListNode* previous, ListNode* next)
    {
        Hardening.VerifyAdjacent(previous, next);
        ListNode* first = other->Next;
        if (IsEnd(other, first))
        {
            return;
        }

        ListNode* last = other->Previous;
        Reset(other);
        SpliceBetween(first, last, previous, next);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void InsertBetween(ListNode* node, ListNode* previous, ListNode* next)
    {
        Hardening.VerifyAdjacent(previous, next);
        SpliceBetween(node, node, previous, next);
    }

    // Links a node that was linked elsewhere until now.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RelinkBetween(ListNode* node, ListNode* previous, ListNode* next)
    {
        previous->Next = node;
        SetLinks(node, next, previous);
        next->Previous = node;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SpliceBetween(ListNode* first, ListNode* last, ListNode* previous, ListNode* next)
    {
        Join(previous, first);
        Join(last, next);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Join(ListNode* previous, ListNode* next)
    {
        previous->Next = next;
        next->Previous = previous;
    }

    // In one write where that takes a vector: what moves nodes that are far apart waits for its writes. Other processors write pairs anyway.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SetLinks(ListNode* node, ListNode* next, ListNode* previous)
    {
#if NET
        if (Sse2.X64.IsSupported)
        {
            Vector128<ulong> links = Sse2.UnpackLow(Vector128.CreateScalarUnsafe((ulong)next), Vector128.CreateScalarUnsafe((ulong)previous));
            links.Store((ulong*)node);
            return;
        }
#endif
        node->Next = next;
        node->Previous = previous;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Reset(ListNode* node) => *node = default;

    private static void Mark(ListNode* node, ListNode* next)
    {
        node->Next = (ListNode*)((nuint)next | DetachedMark);
        node->Previous = null;
    }

    // The link back is null since the node was marked. To write it once more would race: whoever sees that the node is free may link it at once.
    private static void Release(ListNode* node) => Volatile.Write(ref *(nuint*)&node->Next, (nuint)0);

    private static void MarkDeferred(ListNode* node, ListNode* next) => Mark(node, (ListNode*)((nuint)next | DeferredMark));

    private static ListNode* NextDetached(ListNode* node) => (ListNode*)((nuint)node->Next & ~(DetachedMark | DeferredMark));
}
