namespace IntrusiveLists;

/// <summary>Chooses elements of a list. Asked once for each, in order.</summary>
internal interface IElementFilter<T>
    where T : unmanaged
{
    /// <summary>Returns whether the element is taken off the list.</summary>
    bool Selects(Ptr<T> element);
}
