namespace IntrusiveLists.Tests;

/// <summary>Reads the list property of an owner: a list itself cannot be stored.</summary>
internal delegate IntrusiveList<Item, TLink> ListOf<TLink>()
    where TLink : unmanaged, IListLink<Item>;
