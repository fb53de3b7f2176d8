using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// The typed view of an array of list heads that is embedded in its owner, such as the slots of a timer wheel or the buckets of a hash table.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TLink">The generated link: which node of the elements these lists use.</typeparam>
/// <remarks>
/// It is obtained from the property that is generated for an inline array of <see cref="ListHead"/> tagged with <see cref="ContainsAttribute"/>.
/// The kernel's counterpart is an array of <c>struct bpf_list_head</c> in a map value (2024).
/// </remarks>
[DebuggerDisplay("Length = {Length}")]
[DebuggerTypeProxy(typeof(ListArrayDebugView<,>))]
public readonly unsafe ref struct IntrusiveListArray<[AddressStable] T, TLink>
    where T : unmanaged
    where TLink : unmanaged, IListLink<T>
{
    private readonly ListHead* _heads;

    private IntrusiveListArray(ListHead* heads, int length)
    {
        _heads = heads;
        Length = length;
    }

    /// <summary>Gets the number of lists, which is a constant of the owner.</summary>
    public int Length { get; }

    /// <summary>Gets a list. O(1).</summary>
    /// <param name="index">The index of the list.</param>
    /// <exception cref="IndexOutOfRangeException">The index is negative, or not less than <see cref="Length"/>.</exception>
    public IntrusiveList<T, TLink> this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)Length)
            {
                Throw.IndexOutOfRange(index, Length);
            }

            return IntrusiveList<T, TLink>.FromHead(ref _heads[index]);
        }
    }

    /// <summary>Makes the lists of an array of heads. For generated code only (ILIST207).</summary>
    /// <typeparam name="THeads">The type of the array: a struct that consists of heads alone.</typeparam>
    /// <param name="heads">The array, at an address that does not change while elements are linked.</param>
    /// <returns>The lists.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "Generated code names the type anyway.")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntrusiveListArray<T, TLink> FromHeads<[AddressStable] THeads>(scoped ref THeads heads)
        where THeads : unmanaged => new((ListHead*)Unsafe.AsPointer(ref heads), sizeof(THeads) / sizeof(ListHead));

    /// <summary>Enumerates the lists in order.</summary>
    /// <returns>The enumerator.</returns>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks the lists of an array.</summary>
    public ref struct Enumerator
    {
        private readonly IntrusiveListArray<T, TLink> _lists;
        private int _index;

        internal Enumerator(IntrusiveListArray<T, TLink> lists)
        {
            _lists = lists;
            _index = -1;
        }

        /// <summary>Gets the current list.</summary>
        public readonly IntrusiveList<T, TLink> Current => _lists[_index];

        /// <summary>Moves to the next list. O(1).</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++_index < _lists.Length;
    }
}
