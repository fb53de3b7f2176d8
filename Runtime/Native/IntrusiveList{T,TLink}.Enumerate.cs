using System;

namespace IntrusiveLists;

public readonly unsafe ref partial struct IntrusiveList<T, TLink>
{
    /// <summary>Enumerates the elements from the first to the last. O(1) for each. The kernel's <c>list_for_each_entry_safe</c>.</summary>
    /// <returns>The enumerator.</returns>
    /// <remarks>
    /// The body may remove the current element, free it, or move it to another list. The enumerator has saved the next element: when the body has removed that one,
    /// the loop throws; when it has moved it to another list, or freed it, that is not detected. Whether the loop visits an element that its body adds is not specified.
    /// </remarks>
    public Enumerator GetEnumerator() => new(_head, ListCore.Start(_head), _owner);

    /// <summary>Enumerates the elements from the last to the first. O(1) for each. The kernel's <c>list_for_each_entry_safe_reverse</c>.</summary>
    /// <returns>The enumerator, for use in <c>foreach</c>, with the rules of <see cref="GetEnumerator"/>.</returns>
    public ReverseEnumerator Reversed() => new(_head, _owner);

    /// <summary>Enumerates the elements from a given one to the last. O(1) for each. The kernel's <c>list_for_each_entry_safe_from</c>.</summary>
    /// <param name="element">An element of this list; with one of another list the loop hands out the end of that list as if it were an element, and does not end.</param>
    /// <returns>The enumerator, for use in <c>foreach</c>, with the rules of <see cref="GetEnumerator"/>.</returns>
    /// <exception cref="InvalidOperationException">The element is not linked.</exception>
    public Enumerator StartingAt(Ptr<T> element) => new(_head, RequireLinked(element), _owner);

    /// <summary>Detaches all elements and hands them out one at a time, unlinked, from the first to the last. The kernel's <c>bpf_list_head_free</c>.</summary>
    /// <returns>The enumerator, for use in <c>foreach</c>, which detaches the elements when the loop begins.</returns>
    /// <remarks>
    /// <para>
    /// The body may free the element, unlink any other, add to the list or drain it again: what it adds is not part of this loop.
    /// Leaving the loop early, by <c>break</c> or an exception, puts the remaining elements back at the front.
    /// Outside <c>foreach</c>, <see cref="DrainEnumerator.Dispose"/> must be called before the method returns: until then the remaining elements are linked to the enumerator itself.
    /// </para>
    /// <para>O(1) to detach, O(1) for each element. Allocates nothing.</para>
    /// </remarks>
    public DrainEnumerator Drain() => new(_head, _owner);

    /// <summary>Copies the addresses of the elements to a new array. O(n). Allocates the array.</summary>
    /// <returns>The elements, from the first to the last.</returns>
    public Ptr<T>[] ToArray()
    {
        int count = Count();
        if (count == 0)
        {
            return [];
        }

        var elements = new Ptr<T>[count];
        CopyTo(elements);
        return elements;
    }

    /// <summary>Copies the addresses of the elements. O(n).</summary>
    /// <param name="destination">Receives the elements, from the first to the last.</param>
    /// <returns>The number of elements.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than the list; nothing has been written.</exception>
    public int CopyTo(Span<Ptr<T>> destination)
    {
        int count = Count();
        if (count > destination.Length)
        {
            Throw.DestinationTooShort(nameof(destination));
        }

        int index = 0;
        foreach (Ptr<T> element in this)
        {
            destination[index++] = element;
        }

        return count;
    }
}
