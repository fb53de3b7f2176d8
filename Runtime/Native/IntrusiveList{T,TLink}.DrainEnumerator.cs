using System;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

public readonly unsafe ref partial struct IntrusiveList<T, TLink>
{
    /// <summary>Empties a list and hands out its elements. For use in <c>foreach</c>: it must not be copied once the loop has begun.</summary>
    [MustDispose]
    public ref struct DrainEnumerator
    {
        private readonly ListNode* _source;
        private readonly PinnedListHead? _owner;

        // The head of what is not handed out yet. Elements point at it, so it exists from the first MoveNext on, when the enumerator has found its place on the stack.
        private ListNode _remaining;
        private ListNode* _place;
        private ReadAhead _ahead;

        internal DrainEnumerator(ListNode* source, PinnedListHead? owner)
        {
            _source = source;
            _owner = owner;
        }

        /// <summary>Gets the current element, which is not linked.</summary>
        public Ptr<T> Current { get; private set; }

        /// <summary>Returns the enumerator itself, for use in <c>foreach</c>.</summary>
        /// <returns>The enumerator.</returns>
        public readonly DrainEnumerator GetEnumerator() => this;

        /// <summary>Unlinks the next element. O(1). The first call detaches all elements from the list.</summary>
        /// <returns>Whether there was one.</returns>
        /// <exception cref="InvalidOperationException">The enumerator was copied after it had started.</exception>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            ListNode* remaining = Remaining();
            if (_place != remaining)
            {
                Begin(remaining);
            }

            Hardening.VerifyHead(remaining);
            ListNode* first = remaining->Next;
            if (ListCore.IsEnd(remaining, first))
            {
                Current = default;
                return false;
            }

            _ahead.From(first);
            ListCore.UnlinkFirst(remaining, first);
            Current = ElementOf(first);
            return true;
        }

        /// <summary>Puts the elements that were not handed out back at the front of the list. O(1).</summary>
        /// <exception cref="InvalidOperationException">It was copied after the first element: the elements are in the other one.</exception>
        public void Dispose()
        {
            ListNode* remaining = Remaining();
            RequireInPlace(remaining);
            if (!ListCore.IsEmpty(remaining))
            {
                ListCore.SpliceFirst(_source, remaining);
            }

            PinnedListHead.KeepAlive(_owner);
        }

        // On the stack, where nothing moves.
        private ListNode* Remaining() => (ListNode*)Unsafe.AsPointer(ref _remaining);

        private void Begin(ListNode* remaining)
        {
            RequireInPlace(remaining);
            _place = remaining;
            ListCore.SpliceFirst(remaining, _source);
            PinnedListHead.KeepAlive(_owner);
            ListNode* first = ListCore.Start(remaining);
            _ahead = ReadAhead.Along(first, first->Next);
        }

        private readonly void RequireInPlace(ListNode* remaining)
        {
            if (_place != null && _place != remaining)
            {
                Throw.DrainMoved<T, TLink>();
            }
        }
    }
}
