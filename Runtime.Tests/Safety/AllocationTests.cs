using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>No operation allocates. Sorting takes its temporary memory from the shared pool, which after the first time has it at hand.</summary>
[Collection(SerialCollection.Name)]
public sealed class AllocationTests
{
    private const int WarmUps = 3;

    private static readonly Dictionary<string, Operation<Item.NodeLink>.Performance> Queries = new()
    {
        ["IsEmpty"] = (list, _, _, _) => list.IsEmpty ? 1 : 0,
        ["HasSingle"] = (list, _, _, _) => list.HasSingle ? 1 : 0,
        ["First"] = (list, _, _, _) => list.First.IsNull ? 1 : 0,
        ["Last"] = (list, _, _, _) => list.Last.IsNull ? 1 : 0,
        ["Next"] = (list, _, element, _) => list.Next(element).IsNull ? 1 : 0,
        ["Previous"] = (list, _, element, _) => list.Previous(element).IsNull ? 1 : 0,
        ["IsFirst"] = (list, _, element, _) => list.IsFirst(element) ? 1 : 0,
        ["IsLast"] = (list, _, element, _) => list.IsLast(element) ? 1 : 0,
        ["Count"] = (list, _, _, _) => list.Count(),
        ["Contains"] = (list, _, element, _) => list.Contains(element) ? 1 : 0,
        ["CopyTo"] = (list, _, _, _) => list.CopyTo(Destination),
        ["IsLinked"] = (_, _, element, _) => Item.NodeLink.IsLinked(element) ? 1 : 0,
        ["ContainerOf"] = (_, _, element, _) => Item.NodeLink.ContainerOf(Item.NodeLink.NodeOf(element)).IsNull ? 1 : 0,
    };

    private static readonly Ptr<Item>[] Destination = new Ptr<Item>[64];

    public static TheoryData<string> OperationNames => [.. Operations<Item.NodeLink>.All.Select(operation => operation.Name)];

    public static TheoryData<string> QueryNames => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void AnOperationAllocatesNothing(string name)
    {
        Operation<Item.NodeLink> operation = Operations<Item.NodeLink>.Named(name);
        Call[] lists = [new(Target: 0, Other: 1), new(Target: 0, Other: 2)];
        Assert.Equal(0, Measure(operation.Perform, group => lists.SelectMany(pair => operation.Calls(group.Model, pair)).First()));
    }

    [Theory]
    [MemberData(nameof(QueryNames))]
    public void AQueryAllocatesNothing(string name) => Assert.Equal(0, Measure(Queries[name], _ => new Call(0, 1, First: 1)));

    [Fact]
    public void ToArrayAllocatesTheArray()
    {
        long array = Measure((list, _, _, _) => new Ptr<Item>[list.Count()].Length, _ => new Call(0, 1));
        long toArray = Measure((list, _, _, _) => list.ToArray().Length, _ => new Call(0, 1));
        Assert.NotEqual(0, toArray);
        Assert.Equal(array, toArray);
    }

    /// <summary>Returns how much the last of several calls allocates, each on new lists.</summary>
    private static long Measure(Operation<Item.NodeLink>.Performance perform, Func<ListGroup<Item.NodeLink>, Call> choose)
    {
        long allocated = 0;
        for (int repetition = 0; repetition <= WarmUps; repetition++)
        {
            using var world = new World(elements: 50, HeadKind.Pinned, HeadKind.Zeroed, HeadKind.Zeroed);
            world.Rank(key => key / 3);
            world.Nodes.Fill(40, 5);
            Call call = choose(world.Nodes);
            allocated = Measure(perform, world, call);
        }

        return allocated;
    }

    private static long Measure(Operation<Item.NodeLink>.Performance perform, World world, Call call)
    {
        IntrusiveList<Item, Item.NodeLink> list = world.Nodes[call.Target];
        IntrusiveList<Item, Item.NodeLink> other = world.Nodes[call.Other];
        Ptr<Item> first = call.First == Call.None ? default : world[call.First];
        Ptr<Item> second = call.Second == Call.None ? default : world[call.Second];
        long before = GC.GetAllocatedBytesForCurrentThread();
        perform(list, other, first, second);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
