using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using IntrusiveLists.Tests.Memory;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>A class owner that the collector takes: with elements on its list, with none, and while an operation on its list runs.</summary>
/// <remarks>What the collector may take depends on optimised code: the last of these can fail in a Release build only.</remarks>
[Collection(SerialCollection.Name)]
public sealed unsafe class OwnerCollectionTests : IDisposable
{
    private const int Size = 6;
    private const int Repetitions = 15;

    private static readonly Dictionary<string, Operation> Operations = new()
    {
        ["foreach"] = static (create, _, collect) =>
        {
            foreach (Ptr<Item> element in create().Items)
            {
                collect();
            }
        },
        ["foreach, removing"] = static (create, _, collect) =>
        {
            foreach (Ptr<Item> element in create().Items)
            {
                Item.NodeLink.Unlink(element);
                collect();
            }
        },
        ["Reversed, removing"] = static (create, _, collect) =>
        {
            foreach (Ptr<Item> element in create().Items.Reversed())
            {
                Item.NodeLink.Unlink(element);
                collect();
            }
        },
        ["StartingAt, removing"] = static (create, _, collect) =>
        {
            IntrusiveList<Item, Item.NodeLink> list = create().Items;
            foreach (Ptr<Item> element in list.StartingAt(list.First))
            {
                Item.NodeLink.Unlink(element);
                collect();
            }
        },
        ["Drain"] = static (create, _, collect) =>
        {
            foreach (Ptr<Item> element in create().Items.Drain())
            {
                collect();
            }
        },
        ["Drain, leaving early"] = static (create, _, collect) =>
        {
            foreach (Ptr<Item> element in create().Items.Drain())
            {
                collect();
                break;
            }
        },
        ["Sort"] = static (create, _, collect) => create().Items.Sort((x, y) => After(collect, y.Value.Key - x.Value.Key)),
        ["SortInPlace"] = static (create, _, collect) => create().Items.SortInPlace((x, y) => After(collect, y.Value.Key - x.Value.Key)),
        ["SortBy"] = static (create, _, collect) => create().Items.SortBy(element => After(collect, -element.Value.Key)),
        ["Merge"] = static (create, createOther, collect) =>
            create().Items.Merge(createOther().Items, (x, y) => After(collect, y.Value.Key - x.Value.Key)),
        ["RemoveWhere"] = static (create, _, collect) => create().Items.RemoveWhere(_ => After(collect, true)),
        ["RemoveWhere, into"] = static (create, createOther, collect) => create().Items.RemoveWhere(_ => After(collect, true), createOther().Items),
        ["RemoveConsecutiveDuplicates"] = static (create, _, collect) => create().Items.RemoveConsecutiveDuplicates((_, _) => After(collect, true)),
        ["RemoveConsecutiveDuplicates, into"] = static (create, createOther, collect) =>
            create().Items.RemoveConsecutiveDuplicates((_, _) => After(collect, true), createOther().Items),
    };

    private readonly Arena _arena = new(2 * Size * Arena.SizeOf<Item>());
    private readonly Ptr<Item>[] _elements;
    private readonly List<WeakReference> _heads = [];

    public OwnerCollectionTests()
    {
        _elements = _arena.Allocate<Item>(2 * Size);
        for (int key = 0; key < _elements.Length; key++)
        {
            _elements[key].Value.Key = key;
        }
    }

    /// <summary>Performs an operation on the list of an owner that nothing else refers to, and has garbage collected in the middle.</summary>
    private delegate void Operation(Func<PinnedOwner> create, Func<PinnedOwner> createOther, Action collect);

    public static TheoryData<string> Names => [.. Operations.Keys];

    private IEnumerable<Ptr<Item>> Linked => _elements.Where(Item.NodeLink.IsLinked);

    [Fact]
    public void AHeadWithElementsStaysWhereItIs()
    {
        Threads.RunAndEnd(() => CreateOwner(0, Size));
        Collect();
        Assert.False(Assert.Single(_heads).IsAlive);
        Assert.Equal(Size, Linked.Count());
        AssertNeighboursAgree();
        UnlinkAll();
    }

    [Fact]
    public void AnEmptyHeadIsFreed()
    {
        // Per head, a leak of 32 bytes, as the C library rounds.
        const int Heads = 500_000;
        const int Leak = Heads * 32;
        AbandonEmpty(Heads / 10);
        long before = ProcessMemory.WorkingSet;
        AbandonEmpty(Heads);
        Assert.InRange(ProcessMemory.WorkingSet - before, long.MinValue, Leak / 2);
    }

    [Fact]
    public void AnEmptyOwnerIsCollected()
    {
        Threads.RunAndEnd(() => CreateOwner(0, 0));
        Threads.RunAndEnd(() => CreateOwner(0, Size).Items.Clear());
        Collect();
        Assert.All(_heads, head => Assert.False(head.IsAlive));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AnOperationKeepsTheHeadAlive(string name)
    {
        for (int repetition = 0; repetition < Repetitions; repetition++)
        {
            int collections = 0;
            Operations[name](() => CreateOwner(0, Size), () => CreateOwner(Size, Size), () =>
            {
                Collect();
                Assert.All(_heads, head => Assert.True(head.IsAlive, "The head was collected while an operation ran."));
                collections++;
            });
            Assert.NotEqual(0, collections);
            AssertNeighboursAgree();
            Collect();
            AssertNeighboursAgree();
            UnlinkAll();
            _heads.Clear();
        }
    }

    public void Dispose() => _arena.Dispose();

    private static T After<T>(Action collect, T result)
    {
        collect();
        return result;
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AbandonEmpty(int heads)
    {
        const int Batch = 10_000;
        for (int abandoned = 0; abandoned < heads; abandoned += Batch)
        {
            for (int head = 0; head < Batch; head++)
            {
                _ = new PinnedListHead();
            }

            Collect();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PinnedOwner CreateOwner(int first, int count)
    {
        var owner = new PinnedOwner();
        foreach (Ptr<Item> element in _elements.AsSpan(first, count))
        {
            owner.Items.AddLast(element);
        }

        _heads.Add(new WeakReference(owner._items));
        return owner;
    }

    private void AssertNeighboursAgree()
    {
        foreach (Ptr<Item> element in Linked)
        {
            RawNode* node = RawNode.Of<Item, Item.NodeLink>(element);
            Assert.True(node->Next->Previous == node);
            Assert.True(node->Previous->Next == node);
        }
    }

    private void UnlinkAll()
    {
        foreach (Ptr<Item> element in Linked)
        {
            Item.NodeLink.Unlink(element);
            AssertNeighboursAgree();
        }

        ListAssert.Unlinked<Item, Item.NodeLink>(_elements);
    }
}
