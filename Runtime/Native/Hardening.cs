using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// The neighbour checks of hardened mode. Without it each is empty and folds away.
/// </summary>
internal static unsafe class Hardening
{
    /// <summary>Checks that two nodes point at each other, or are one zeroed head: something is about to be written between them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void VerifyAdjacent(ListNode* previous, ListNode* next)
    {
        if (IntrusiveListSwitches.Hardened && !(previous == next && previous != null && IsZero(previous)))
        {
            RequireAdjacent(previous, next);
        }
    }

    /// <summary>Checks that the node after this one points back: something is about to be written between them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void VerifyNext(ListNode* node)
    {
        if (IntrusiveListSwitches.Hardened)
        {
            RequireAdjacent(node, node->Next);
        }
    }

    /// <summary>Checks that the node before this one points back: something is about to be written between them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void VerifyPrevious(ListNode* node)
    {
        if (IntrusiveListSwitches.Hardened)
        {
            RequireAdjacent(node->Previous, node);
        }
    }

    /// <summary>Checks that both neighbours of a node point back: the node is about to be taken out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void VerifyLinks(ListNode* node)
    {
        if (IntrusiveListSwitches.Hardened)
        {
            RequireAdjacent(node->Previous, node);
            RequireAdjacent(node, node->Next);
        }
    }

    /// <summary>Checks the neighbours of a head that may be zeroed: one zero link alone is a fault.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void VerifyHead(ListNode* head)
    {
        if (IntrusiveListSwitches.Hardened && !IsZero(head))
        {
            VerifyLinks(head);
        }
    }

    /// <summary>Checks a node that is not linked: its links are zeroed, or it is in a detached chain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void VerifyUnlinked(ListNode* node)
    {
        if (IntrusiveListSwitches.Hardened && !ListCore.IsZeroOrDetached(node))
        {
            Throw.Corrupted(node, node->Next);
        }
    }

    /// <summary>Checks a whole list: an operation is about to write all of its links. Ends on every list, whatever its shape.</summary>
    /// <remarks>A walk can only run into a loop at a node that has two predecessors, and that node points back at one of them alone.</remarks>
    public static void VerifyRing(ListNode* head)
    {
        if (!IntrusiveListSwitches.Hardened || IsZero(head))
        {
            return;
        }

        ListNode* node = head;
        do
        {
            RequireAdjacent(node, node->Next);
            node = node->Next;
        }
        while (node != head);
    }

    private static bool IsZero(ListNode* head) => head->Next == null && head->Previous == null;

    private static void RequireAdjacent(ListNode* previous, ListNode* next)
    {
        if (previous == null || next == null || previous->Next != next || next->Previous != previous)
        {
            Throw.Corrupted(previous, next);
        }
    }
}
