using System;
using Xunit;

namespace IntrusiveLists.Tests.Memory;

/// <summary>Nodes that are registered while a pool is in use.</summary>
public sealed class NativePoolLateNodeTests
{
    [Fact]
    public void ANodeThatBecomesKnownLaterIsLookedAt()
    {
        using var pool = new NativePool<LateItem>();
        pool.Use(5_000);
        IntrusiveRecord.Register<LateItem, LateItemLink>();
        Ptr<LateItem> element = pool.Allocate();
        Ptr<LateItem> other = pool.Allocate();
        ListHead head = default;
#pragma warning disable ILIST207 // The link is right: it is here to be registered late.
        IntrusiveList<LateItem, LateItemLink>.FromHead(ref head).AddLast(element);
#pragma warning restore ILIST207

        pool.Free(other);
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => pool.Free(element));
        Assert.Equal("The 'LateItem' is still on a list through 'Node'; remove it there before it is freed.", exception.Message);
    }
}
