using System;
using System.Threading;

namespace IntrusiveLists.Tests;

/// <summary>A class owner whose finalizer uses its list, as one does that gives its elements back.</summary>
public sealed partial class FinalizedOwner(Action<int> drained)
{
    [Contains(typeof(Item), nameof(Item.Node))]
    private readonly PinnedListHead _items = new();

    ~FinalizedOwner()
    {
        int count = 0;
        foreach (Ptr<Item> element in Items.Drain())
        {
            count++;
        }

        // Long enough for a head that was finalized first to be seen.
        Thread.Yield();
        drained(Items.IsEmpty ? count : -1);
    }
}
