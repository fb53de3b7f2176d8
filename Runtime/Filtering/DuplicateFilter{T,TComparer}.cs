using System.Collections.Generic;

namespace IntrusiveLists;

/// <summary>Chooses the elements that equal the last one that stays.</summary>
internal struct DuplicateFilter<T, TComparer>(TComparer comparer) : IElementFilter<T>
    where T : unmanaged
    where TComparer : IEqualityComparer<Ptr<T>>
{
    private readonly TComparer _comparer = comparer;
    private Ptr<T> _kept;

    /// <inheritdoc/>
    public bool Selects(Ptr<T> element)
    {
        bool duplicate = !_kept.IsNull && _comparer.Equals(_kept, element);
        if (!duplicate)
        {
            _kept = element;
        }

        return duplicate;
    }
}
