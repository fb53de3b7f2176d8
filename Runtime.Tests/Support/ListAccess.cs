using System;

namespace IntrusiveLists.Tests;

/// <summary>How a test gets at a list, which cannot be stored itself, and at its head.</summary>
/// <param name="Open">Reads the list property of the owner.</param>
/// <param name="IsHeadEmpty">Asks the head itself.</param>
internal sealed record ListAccess<TLink>(ListAccess<TLink>.Opener Open, Func<bool> IsHeadEmpty)
    where TLink : unmanaged, IListLink<Item>
{
    public delegate IntrusiveList<Item, TLink> Opener();
}
