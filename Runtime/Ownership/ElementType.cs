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

    /// <summary>Returns whether an element is on a list, or being drained from one.</summary>
    public abstract bool IsLinked(void* element);

    /// <summary>Gives an element back, to the action for its type or else to the pool that it came from.</summary>
    public abstract void Release(void* element, ElementRelease? release);
}
