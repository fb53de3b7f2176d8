using System;
using System.Collections.Generic;

namespace IntrusiveLists;

/// <summary>
/// Says where the elements go that a map takes off the lists of a removed value, for each type of elements. The kernel's destructors of <c>struct btf_record</c>.
/// </summary>
/// <remarks>
/// Without an action for its type, an element goes back to the <see cref="NativePool{T}"/> that it came from.
/// It is set up before the map is made, and not changed afterwards.
/// </remarks>
public sealed class ElementRelease
{
    private readonly Dictionary<Type, Delegate> _actions = [];

    /// <summary>Sets the action for elements of a type.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="action">
    /// Takes over an element that has just been taken off its list: frees it, or keeps it. It runs on the thread that gave up the value last, without a lock;
    /// it may use the map and any list, and what it throws surfaces when everything has been drained.
    /// Lists that the element owns have been emptied into the same drain, unless it is still on another list, which is not drained: then others may be using it, and it comes as it is.
    /// It comes once, also from several lists.
    /// </param>
    /// <returns>This object.</returns>
    /// <exception cref="ArgumentNullException">The action is null.</exception>
    /// <exception cref="ArgumentException">There is an action for this type already.</exception>
    public ElementRelease Add<[AddressStable] T>(Action<Ptr<T>> action)
        where T : unmanaged
    {
        if (action is null)
        {
            Throw.ArgumentNull(nameof(action));
        }

        _actions.Add(typeof(T), action);
        return this;
    }

    internal Action<Ptr<T>>? ActionFor<T>()
        where T : unmanaged => _actions.TryGetValue(typeof(T), out Delegate? action) ? (Action<Ptr<T>>)action : null;
}
