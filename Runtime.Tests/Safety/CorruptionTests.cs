#if HARDENED
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>
/// Hardened mode: of every link that an operation would write, every wrong value is found. Which links those are is measured on sound lists.
/// </summary>
/// <remarks>
/// The next link of an unlinked node is no such link: with one, the element is refused as linked.
/// </remarks>
public sealed unsafe class CorruptionTests
{
    private const int Elements = 9;

    // Longer than a run takes by far: what does not end by then does not end.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    // With odd and equal ranks. First two sorted lists that interleave, so that there is something to merge; then two that there is something to sort in.
    private static readonly int[][] Rankings = [[0, 0, 3, 3, 1, 1, 4, 5, 5], [3, 3, 1, 0, 4, 1, 1, 5, 5]];

    public static TheoryData<string> ConstantTimeNames => Names(OperationKind.ConstantTime);

    public static TheoryData<string> LongerNames => Names(OperationKind.Longer);

    [Theory]
    [MemberData(nameof(ConstantTimeNames))]
    public void AConstantTimeOperationFindsAWrongLinkAndWritesNothing(string name) =>
        CorruptEveryLink(name, (world, call) => FindsAndWritesNothing(world, Operations<Item.NodeLink>.Named(name), call));

    [Theory]
    [MemberData(nameof(LongerNames))]
    public void ALongerOperationFindsAWrongLinkAndStrandsNoElement(string name) =>
        CorruptEveryLink(name, (world, call) => FindsAndStrandsNothing(world, Operations<Item.NodeLink>.Named(name), call));

    /// <summary>The elements from one on go round in a circle of their own, whose links are all sound: the way into it is not.</summary>
    [Theory]
    [MemberData(nameof(LongerNames))]
    public void ALongerOperationEndsOnAListThatGoesInACircle(string name) => Within(Limit, () =>
    {
        Operation<Item.NodeLink> operation = Operations<Item.NodeLink>.Named(name);
        foreach ((int start, int end) in from end in Enumerable.Range(1, 3) from start in Enumerable.Range(0, end + 1) select (start, end))
        {
            Scenario.Run($"{end} leads to {start}", () =>
            {
                using World world = Create(HeadKind.Zeroed, Rankings[0]);
                RawNode* first = RawNode.Of<Item, Item.NodeLink>(world[start]);
                RawNode* last = RawNode.Of<Item, Item.NodeLink>(world[end]);
                last->Next = first;
                first->Previous = last;
                FindsAndStrandsNothing(world, operation, new Call(Target: 0, Other: 1));
            });
        }
    });

    [Fact]
    public void TheMessageNamesBothNodes()
    {
        using World world = Create(HeadKind.Zeroed, Rankings[0]);
        RawNode* node = RawNode.Of<Item, Item.NodeLink>(world[1]);
        node->Previous = null;
        ListCorruptedException exception = Assert.Throws<ListCorruptedException>(() => world.Nodes[0].AddAfter(world[0], world[8]));
        Assert.Contains($"0x{(ulong)RawNode.Of<Item, Item.NodeLink>(world[0]):x}", exception.Message);
        Assert.Contains($"0x{(ulong)node:x}", exception.Message);
    }

    private static TheoryData<string> Names(OperationKind kind) =>
        [.. Operations<Item.NodeLink>.All.Where(operation => operation.Kind == kind).Select(operation => operation.Name)];

    /// <summary>For every call, every link that it changes and every wrong value of that link: corrupts it and runs the test.</summary>
    private static void CorruptEveryLink(string name, Action<World, Call> test) => Within(Limit, () =>
    {
        int corruptions = 0;
        foreach ((HeadKind kind, int[] ranks) in from kind in new[] { HeadKind.Zeroed, HeadKind.Initialized } from ranks in Rankings select (kind, ranks))
        {
            using World world = Create(kind, ranks);
            byte[] sound = world.Snapshot();
            foreach (Call call in Calls(world, Operations<Item.NodeLink>.Named(name)))
            {
                foreach (nint link in ChangedLinks(world, Operations<Item.NodeLink>.Named(name), call))
                {
                    foreach (nint value in WrongValues(world, link))
                    {
                        *(nint*)link = value;
                        Scenario.Run($"{name} on {kind} heads, {call}: {Describe(world, link)} is {Describe(world, value)}", () => test(world, call));
                        world.Restore(sound);
                        corruptions++;
                    }
                }
            }
        }

        Assert.NotEqual(0, corruptions);
    });

    private static void FindsAndWritesNothing(World world, Operation<Item.NodeLink> operation, Call call)
    {
        byte[] before = world.Snapshot();
        Finds(world, operation, call);
        Assert.Equal(before, world.Snapshot());
    }

    /// <summary>Longer operations gather elements on heads of their own: none may be left there.</summary>
    private static void FindsAndStrandsNothing(World world, Operation<Item.NodeLink> operation, Call call)
    {
        Finds(world, operation, call);
        nint[] nodes = [.. Heads(world), .. Enumerable.Range(0, Elements).Select(key => Node(world, key))];
        Assert.Empty(nodes.SelectMany(Links).Select(link => *(nint*)link).Except(nodes).Except([0]));
    }

    private static void Finds(World world, Operation<Item.NodeLink> operation, Call call) =>
        Assert.Throws<ListCorruptedException>(() => world.Nodes.Perform(operation, call));

    /// <summary>Creates a list of four elements, one of three, and an empty one.</summary>
    private static World Create(HeadKind kind, int[] ranks)
    {
        var world = new World(Elements, kind, kind, kind);
        world.Rank(key => ranks[key]);
        world.Nodes.Fill(4, 3);
        return world;
    }

    private static Call[] Calls(World world, Operation<Item.NodeLink> operation) =>
    [
        .. from target in new[] { 0, 2 }
           from other in new[] { 1, 2 }
           where target != other
           from call in operation.Calls(world.Nodes.Model, new Call(target, other))
           select call,
    ];

    /// <summary>Returns the addresses of the links that an operation changes.</summary>
    private static List<nint> ChangedLinks(World world, Operation<Item.NodeLink> operation, Call call)
    {
        byte[] sound = world.Snapshot();
        nint[] links =
        [
            .. Nodes(world).SelectMany(Links),
            .. world.Nodes.Model.Unlinked.Select(key => Node(world, key) + sizeof(nint)),
        ];
        nint[] before = [.. links.Select(link => *(nint*)link)];
        world.Nodes.Perform(operation, call);
        var changed = links.Where((link, index) => *(nint*)link != before[index]).ToList();
        world.Restore(sound);
        return changed;
    }

    /// <summary>Returns null, the node itself, every other node and head, and an unlinked node, without the right value.</summary>
    private static nint[] WrongValues(World world, nint link) =>
        [.. Nodes(world).Append(Node(world, Elements - 1)).Append(0).Where(value => value != *(nint*)link)];

    /// <summary>Returns the addresses of the heads and of the linked nodes.</summary>
    private static IEnumerable<nint> Nodes(World world) => Heads(world).Concat(world.Nodes.Model.Linked.Select(key => Node(world, key)));

    private static IEnumerable<nint> Heads(World world) => Enumerable.Range(0, 3).Select(list => (nint)world.Head(list));

    /// <summary>Returns the addresses of the two links of a node.</summary>
    private static nint[] Links(nint node) => [node, node + sizeof(nint)];

    private static nint Node(World world, int key) => (nint)RawNode.Of<Item, Item.NodeLink>(world[key]);

    private static string Describe(World world, nint address)
    {
        foreach (int list in Enumerable.Range(0, 3))
        {
            if (address - (nint)world.Head(list) is 0 or 8)
            {
                return $"{(address == (nint)world.Head(list) ? "first" : "last")} of list {list}";
            }
        }

        int key = Array.FindIndex(world.Elements, element => address - (nint)RawNode.Of<Item, Item.NodeLink>(element) is 0 or 8);
        return key < 0 ? "null" : $"{(address == Node(world, key) ? "next" : "previous")} of element {key}";
    }

    /// <summary>Runs a test that might not end.</summary>
    private static void Within(TimeSpan limit, Action test)
    {
        Exception? exception = null;
        var thread = new Thread(() => exception = Record.Exception(test)) { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(limit), "The operation does not end.");
        if (exception != null)
        {
            ExceptionDispatchInfo.Capture(exception).Throw();
        }
    }
}
#endif
