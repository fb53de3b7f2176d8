using System;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>How messages name an element whose type is generic and nested.</summary>
public sealed class MessageTests
{
    [Fact]
    public void NestedGenericElementsAreNamedAsInCSharp()
    {
        using var arena = new Arena(Arena.SizeOf<CacheOwner>() + Arena.SizeOf<Cache<int, long>.Entry<byte>>());
        Ptr<CacheOwner> owner = arena.Allocate<CacheOwner>();
        Ptr<Cache<int, long>.Entry<byte>> entry = arena.Allocate<Cache<int, long>.Entry<byte>>();
        InvalidOperationException notLinked = Assert.Throws<InvalidOperationException>(() => owner.Value.Entries.Remove(entry));
        Assert.Equal("The 'Cache<Int32, Int64>.Entry<Byte>' is not on a list through 'Node'.", notLinked.Message);
        owner.Value.Entries.AddLast(entry);
        InvalidOperationException alreadyLinked = Assert.Throws<InvalidOperationException>(() => owner.Value.Entries.AddLast(entry));
        Assert.StartsWith("The 'Cache<Int32, Int64>.Entry<Byte>' is already on a list through 'Node'", alreadyLinked.Message);
    }

    [Fact]
    public void AGenericArgumentThatIsGenericIsNamedInFull()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(NotLinked<Cache<Ptr<Item>, Cache<int, int>.Entry<int>>.Entry<Item>>);
        Assert.Contains("'Cache<Ptr<Item>, Cache<Int32, Int32>.Entry<Int32>>.Entry<Item>'", exception.Message);
    }

    private static void NotLinked<[AddressStable] T>()
        where T : unmanaged
    {
        using var arena = new Arena(Arena.SizeOf<T>());
        ListLink.Unlink<T, AdjustableLink<T>>(arena.Allocate<T>());
    }
}
