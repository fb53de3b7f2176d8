using System;

namespace IntrusiveLists;

/// <summary>Chooses the elements for which a predicate holds.</summary>
internal readonly struct PredicateFilter<T>(Predicate<Ptr<T>> predicate) : IElementFilter<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public bool Selects(Ptr<T> element) => predicate(element);
}
