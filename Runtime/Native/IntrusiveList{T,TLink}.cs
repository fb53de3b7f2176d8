using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// The typed view of a list head: a doubly linked list of <typeparamref name="T"/> whose links are embedded in the elements.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TLink">The generated link: which node of the elements this list uses.</typeparam>
/// <remarks>
/// <para>
/// It is obtained from the property that is generated for a head tagged with <see cref="ContainsAttribute"/>; it holds the head's address and nothing else of the list.
/// No operation allocates, except where its description says so. No operation is thread-safe.
/// </para>
/// <para>
/// <b>What is detected.</b> Adding an element that is linked, removing or moving one that is not, and a mark that is not linked throw
/// <see cref="InvalidOperationException"/>; a null element throws <see cref="NullReferenceException"/>. In each case nothing has been written.
/// </para>
/// <para>
/// <b>What is not.</b> A node of 16 bytes does not know which list it is on: an element, a mark or a range of <em>another</em> list over the same node is not
/// told from one of this list, and a walk that runs into the head of another list takes it for an element. Nor is the use of memory that was freed,
/// nor that of a <see langword="default"/> list, which has no head. <see cref="IntrusiveListSwitches.Hardened"/> finds most of the damage soon after.
/// </para>
/// <para>
/// <b>Callbacks</b> take <see cref="Ptr{T}"/> and must not change the list. When one throws, every element is still on the list, in some order, or on the other list that it came from.
/// A null callback or comparer throws <see cref="ArgumentNullException"/>.
/// </para>
/// </remarks>
[DebuggerDisplay("{Walk().ToString(),nq}")]
[DebuggerTypeProxy(typeof(ListDebugView<,>))]
public readonly unsafe ref partial struct IntrusiveList<[AddressStable] T, TLink>
    where T : unmanaged
    where TLink : unmanaged, IListLink<T>
{
    private readonly ListNode* _head;

    // Keeps the native head of a class owner alive while an operation runs. Null where the caller vouches for the head.
    private readonly PinnedListHead? _owner;

    private IntrusiveList(ListNode* head, PinnedListHead? owner)
    {
        _head = head;
        _owner = owner;
    }

    /// <summary>Gets whether the list holds no element. O(1). The kernel's <c>list_empty</c>.</summary>
    public bool IsEmpty
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            bool empty = ListCore.IsEmpty(_head);
            PinnedListHead.KeepAlive(_owner);
            return empty;
        }
    }

    /// <summary>Gets whether the list holds exactly one element. O(1). The kernel's <c>list_is_singular</c>.</summary>
    public bool HasSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            bool single = ListCore.HasSingle(_head);
            PinnedListHead.KeepAlive(_owner);
            return single;
        }
    }

    /// <summary>Gets the first element, or null when the list is empty. O(1). The kernel's <c>list_first_entry_or_null</c>.</summary>
    public Ptr<T> First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Ptr<T> first = ElementOrNull(ListCore.First(_head));
            PinnedListHead.KeepAlive(_owner);
            return first;
        }
    }

    /// <summary>Gets the last element, or null when the list is empty. O(1). The kernel's <c>list_last_entry</c> where that is not empty.</summary>
    public Ptr<T> Last
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Ptr<T> last = ElementOrNull(ListCore.Last(_head));
            PinnedListHead.KeepAlive(_owner);
            return last;
        }
    }

    /// <summary>Makes the list of a head. For generated code only (ILIST207).</summary>
    /// <param name="head">The head, at an address that does not change while elements are linked.</param>
    /// <returns>The list.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "Generated code names the type anyway.")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntrusiveList<T, TLink> FromHead(scoped ref ListHead head) => new((ListNode*)Unsafe.AsPointer(ref head), null);

    /// <summary>Makes the list of a head in native memory. For generated code only (ILIST207).</summary>
    /// <param name="head">The head, which the list keeps alive.</param>
    /// <returns>The list.</returns>
    /// <exception cref="NullReferenceException">The head is null: the owner's field was never assigned.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "Generated code names the type anyway.")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntrusiveList<T, TLink> FromHead(PinnedListHead head) => new(head.Sentinel, head);

    /// <summary>Returns the element after another, or null at the end. O(1). The kernel's <c>list_next_entry</c>.</summary>
    /// <param name="element">An element of this list; with one of another list, the end of that list is handed out as if it were an element.</param>
    /// <returns>The next element, or null.</returns>
    /// <exception cref="InvalidOperationException">The element is not linked.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Ptr<T> Next(Ptr<T> element)
    {
        ListNode* next = RequireLinked(element)->Next;
        Ptr<T> result = next == _head ? default : ElementOf(next);
        PinnedListHead.KeepAlive(_owner);
        return result;
    }

    /// <summary>Returns the element before another, or null at the start. O(1). The kernel's <c>list_prev_entry</c>.</summary>
    /// <param name="element">An element of this list; with one of another list, the end of that list is handed out as if it were an element.</param>
    /// <returns>The previous element, or null.</returns>
    /// <exception cref="InvalidOperationException">The element is not linked.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Ptr<T> Previous(Ptr<T> element)
    {
        ListNode* previous = RequireLinked(element)->Previous;
        Ptr<T> result = previous == _head ? default : ElementOf(previous);
        PinnedListHead.KeepAlive(_owner);
        return result;
    }

    /// <summary>Returns whether an element is the first of this list. O(1), exact for every element. The kernel's <c>list_is_first</c>.</summary>
    /// <param name="element">An element, which need not be linked.</param>
    /// <returns>Whether it is the first.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsFirst(Ptr<T> element)
    {
        bool first = NodeOf(element)->Previous == _head;
        PinnedListHead.KeepAlive(_owner);
        return first;
    }

    /// <summary>Returns whether an element is the last of this list. O(1), exact for every element. The kernel's <c>list_is_last</c>.</summary>
    /// <param name="element">An element, which need not be linked.</param>
    /// <returns>Whether it is the last.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsLast(Ptr<T> element)
    {
        bool last = NodeOf(element)->Next == _head;
        PinnedListHead.KeepAlive(_owner);
        return last;
    }

    /// <summary>Counts the elements. O(n): an element can be unlinked without its list at hand, so no list keeps a count. The kernel's <c>list_count_nodes</c>.</summary>
    /// <returns>The number of elements.</returns>
    /// <exception cref="OverflowException">There are more than <see cref="int.MaxValue"/>.</exception>
    public int Count()
    {
        int count = ListCore.Count(_head);
        PinnedListHead.KeepAlive(_owner);
        return count;
    }

    /// <summary>Returns whether an element is on this very list. O(n), exact for every element.</summary>
    /// <param name="element">An element, which need not be linked.</param>
    /// <returns>Whether it is on this list.</returns>
    public bool Contains(Ptr<T> element)
    {
        bool contains = ListCore.Contains(_head, NodeOf(element));
        PinnedListHead.KeepAlive(_owner);
        return contains;
    }

    /// <summary>Returns the nodes, for a debugger.</summary>
    internal NodeWalk Walk()
    {
        var walk = NodeWalk.From(_head);
        PinnedListHead.KeepAlive(_owner);
        return walk;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ListNode* NodeOf(Ptr<T> element) => ListLink.AddressOfNode<T, TLink>(element);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ListNode* RequireLinked(Ptr<T> element) => ListLink.RequireLinked<T, TLink>(element);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ListNode* RequireUnlinked(Ptr<T> element) => ListLink.RequireUnlinked<T, TLink>(element);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Ptr<T> ElementOf(ListNode* node) => ListLink.ElementOf<T, TLink>(node);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Ptr<T> ElementOrNull(ListNode* node) => node == null ? default : ElementOf(node);

    private static void RequireNonNull<TCallback>(TCallback callback, string parameter)
    {
        if (callback is null)
        {
            Throw.ArgumentNull(parameter);
        }
    }

    /// <summary>Refuses the list itself as the other list of an operation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void RequireOther(IntrusiveList<T, TLink> other)
    {
        if (other._head == _head)
        {
            Throw.SameList<T, TLink>();
        }

        // Here rather than where it is used: callbacks come first, and elements would be on their way.
        if (other._head == null)
        {
            Throw.NullReference();
        }
    }

    /// <summary>Returns the first node; refuses a linked element where this list is empty: it is on another list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ListNode* RequireFirst()
    {
        ListNode* first = _head->Next;
        if (ListCore.IsEnd(_head, first))
        {
            Hardening.VerifyHead(_head);
            PinnedListHead.KeepAlive(_owner);
            Throw.NotOnThisList<T, TLink>();
        }

        return first;
    }
}
