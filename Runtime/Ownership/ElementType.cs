using System;

namespace IntrusiveLists;

/// <summary>
/// A type of elements whose name the code at hand does not know: what draining has to know of it.
/// </summary>
internal abstract unsafe class ElementType(Type type)
{
    public Type Type => type;

    /// <summary>Gets the record of the type.</summary>
    public abstract IntrusiveRecord Record { get; }

    /// <summary>Returns the <see cref="Ptr{T}"/> to an element.</summary>
    public abstract object PointerTo(void* element);

    /// <summary>Returns the index in the record of the first node that an element is linked through or being drained from, or -1.</summary>
    public abstract int IndexOfLinked(void* element);

    /// <summary>Returns whether a drain has put an element off.</summary>
    public abstract bool IsDeferred(void* element);

    /// <summary>Gives an element back, to the action for its type or else to the pool that it came from.</summary>
    /// <param name="element">The element.</param>
    /// <param name="linked">The node that it was found linked through, for which its lists were left as they are; -1 for none. A pool does not get such an element.</param>
    /// <param name="release">The actions.</param>
    public abstract void Release(void* element, int linked, ElementRelease? release);
}
