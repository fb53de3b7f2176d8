using System;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

public readonly unsafe ref partial struct IntrusiveList<T, TLink>
{
    /// <summary>Walks a list backward.</summary>
    public ref struct ReverseEnumerator
    {
        private readonly ListNode* _head;
        private readonly PinnedListHead? _owner;
        private ListNode* _next;

        internal ReverseEnumerator(ListNode* head, PinnedListHead? owner)
        {
            _head = head;
            _next = ListCore.End(head);
            _owner = owner;
        }

        /// <summary>Gets the current element.</summary>
        public Ptr<T> Current { get; private set; }

        /// <summary>Returns the enumerator itself, for use in <c>foreach</c>.</summary>
        /// <returns>The enumerator.</returns>
        public readonly ReverseEnumerator GetEnumerator() => this;

        /// <summary>Moves to the element before. O(1).</summary>
        /// <returns>Whether there is one.</returns>
        /// <exception cref="InvalidOperationException">The element that was to come next has been unlinked.</exception>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            ListNode* node = _next;
            if (node == _head)
            {
                return false;
            }

            _next = node->Previous;
            if (_next == null)
            {
                Throw.NextUnlinked<T, TLink>();
            }

            Current = ElementOf(node);
            PinnedListHead.KeepAlive(_owner);
            return true;
        }
    }
}
