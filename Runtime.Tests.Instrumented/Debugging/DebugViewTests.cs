using System;
using System.Diagnostics;
using System.Linq;
using System.Reflection;
using Xunit;

namespace IntrusiveLists.Tests.Debugging;

/// <summary>What debuggers show, asked for as they do.</summary>
public sealed unsafe class DebugViewTests : IDisposable
{
    private readonly NativePool<Crate> _crates = new();
    private readonly NativePool<Part> _pool = new();
    private readonly Ptr<Crate> _crate;
    private readonly Ptr<Part>[] _parts;

    public DebugViewTests()
    {
        _crate = _crates.Allocate();
        _parts = [.. Enumerable.Range(0, 3).Select(_ => _pool.Allocate())];
        foreach (Ptr<Part> part in _parts)
        {
            _crate.Value.Parts.AddLast(part);
        }
    }

    public void Dispose()
    {
        _pool.Dispose();
        _crates.Dispose();
    }

    [Fact]
    public void AListShowsItsElementsInOrder()
    {
        Assert.Equal(_parts.Cast<object>(), View());
        Assert.Equal("Count = 3", Display());
        _crate.Value.Parts.Clear();
        Assert.Empty(View());
        Assert.Equal("Count = 0", Display());
        _crate.Value.Parts.AddLast(_parts[0]);
        _crate.Value.Parts.Remove(_parts[0]);
        Assert.Empty(View());
    }

    public static TheoryData<nint> WrongAddresses => [0, 1, 0x1000, 0x1_0001, unchecked((nint)0x7000_0000_0000), unchecked((nint)0xDEAD_0000_0000_0100), -8, nint.MinValue];

    [Theory]
    [MemberData(nameof(WrongAddresses))]
    public void APointerThatLeadsNowhereEndsTheList(nint wrong)
    {
        NodeOf(_parts[1])->Next = (ListNode*)wrong;
        Assert.Equal([_parts[0], _parts[1], $"corrupt: there is no node at 0x{(ulong)wrong:x}"], View());
        Assert.StartsWith("Count = 2, then corrupt: ", Display(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WrongAddresses))]
    public void ANodeThatPointsBackAtAnotherEndsTheList(nint wrong)
    {
        NodeOf(_parts[1])->Previous = (ListNode*)wrong;
        object[] items = View();
        Assert.Equal(_parts[0], items[0]);
        Assert.Contains($"points back at 0x{(ulong)wrong:x}", Assert.IsType<string>(items[1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 0)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    public void AListThatRunsInACircleEnds(int from, int to)
    {
        NodeOf(_parts[from])->Next = NodeOf(_parts[to]);
        object[] items = View();
        Assert.Equal(_parts.Take(from + 1).Cast<object>(), items.Take(from + 1));
        Assert.StartsWith("corrupt: ", Assert.IsType<string>(items[from + 1]), StringComparison.Ordinal);
    }

    [Fact]
    public void AVeryLongListIsCutOff()
    {
        for (int count = _parts.Length; count < NodeWalk.LargestCount; count++)
        {
            _crate.Value.Parts.AddLast(_pool.Allocate());
        }

        Assert.Equal(NodeWalk.LargestCount, View().Length);
        _crate.Value.Parts.AddLast(_pool.Allocate());
        Assert.Equal($"corrupt: more than {NodeWalk.LargestCount} are not shown", View()[^1]);
    }

    [Fact]
    public void AHeadIsKnownByACopy()
    {
        var head = (ListHead*)((byte*)_crate.Pointer + IntrusiveRecord.Of<Crate>().Heads[0].Offset);
        Assert.Equal("Count = 3", Display(*head));
        Assert.Equal("Count = 0", Display(default(ListHead)));
        while (!_crate.Value.Parts.IsEmpty)
        {
            _crate.Value.Parts.RemoveLast();
        }

        Assert.Equal("Count = 0", Display(*head));
        *(nint*)head = 0x1000;
        Assert.Contains("there is no node at 0x1000", Display(*head), StringComparison.Ordinal);
    }

    [Fact]
    public void APinnedHeadShowsItsCount() => Assert.Equal("Count = 0", Display(new PinnedListHead()));

    [Fact]
    public void ANodeShowsWhatItIsDoing()
    {
        Assert.Equal("linked", Display(*NodeOf(_parts[0])));
        DetachedList<Part, Part.NodeLink> detached = _crate.Value.Parts.Detach();
        Assert.Equal("being drained", Display(*NodeOf(_parts[0])));
        Assert.True(detached.MoveNext());
        Assert.Equal("not linked", Display(*NodeOf(_parts[0])));
    }

    [Fact]
    public void APointerShowsTheValueAndItsLists()
    {
        _crate.Value.Number = 7;
        _crate.Value.Parts.RemoveFirst();
        _crate.Value.Trays[1].AddFirst(_parts[0]);
        var view = new PtrDebugView<Crate>(_crate);
        Assert.Equal(7, Assert.IsType<Crate>(view.Value).Number);
        Assert.Equal(["_parts Count = 2", "_trays[0] Count = 0", "_trays[1] Count = 1"], view.Lists.Select(list => $"{list.Name} {list.Summary}"));
        Assert.Equal([_parts[1], _parts[2]], view.Lists[0].Items);
        Assert.Equal([_parts[0]], view.Lists[2].Items);
    }

    [Fact]
    public void APointerThatLeadsNowhereShowsNoValue()
    {
        Assert.Null(new PtrDebugView<Crate>(default).Value);
        var view = new PtrDebugView<Crate>(new Ptr<Crate>((Crate*)0x7000_0000_0000));
        Assert.Equal("there is no memory at this address", view.Value);
        Assert.Empty(view.Lists);
    }

    [Fact]
    public void AnArrayShowsEachList()
    {
        _crate.Value.Parts.RemoveFirst();
        _crate.Value.Trays[1].AddFirst(_parts[0]);
        ListView[] views = new ListArrayDebugView<Part, Part.NodeLink>(_crate.Value.Trays).Items;
        Assert.Equal(["[0] Count = 0", "[1] Count = 1"], views.Select(list => $"{list.Name} {list.Summary}"));
        Assert.Equal([_parts[0]], views[1].Items);
    }

    [Fact]
    public void APoolShowsWhatIsAllocated()
    {
        Assert.Equal(_parts.OrderBy(part => (nint)part.Pointer), new PoolDebugView<Part>(_pool).Items);
        Assert.Equal("Count = 3", Display(_pool));
        _crate.Value.Parts.Remove(_parts[1]);
        _pool.Free(_parts[1]);
        Assert.Equal([_parts[0], _parts[2]], new PoolDebugView<Part>(_pool).Items);
        _pool.Dispose();
        Assert.Empty(new PoolDebugView<Part>(_pool).Items);
        Assert.Equal("disposed", Display(_pool));
    }

    [Fact]
    public void AMapShowsItsValues()
    {
        using var map = new ValueMap<int, Maps.Bucket>();
        using ValueScope<Maps.Bucket> scope = map.GetOrAdd(5);
        scope.Value.Key = 6;
        (int key, Ptr<Maps.Bucket> value) = Assert.Single(new MapDebugView<int, Maps.Bucket>(map).Items);
        Assert.Equal((5, 6), (key, value.Value.Key));
    }

    [Theory]
    [InlineData(typeof(IntrusiveList<,>), typeof(ListDebugView<,>))]
    [InlineData(typeof(IntrusiveListArray<,>), typeof(ListArrayDebugView<,>))]
    [InlineData(typeof(Ptr<>), typeof(PtrDebugView<>))]
    [InlineData(typeof(NativePool<>), typeof(PoolDebugView<>))]
    [InlineData(typeof(ValueMap<,>), typeof(MapDebugView<,>))]
    public void DebuggersFindTheView(Type type, Type view)
    {
        Assert.Equal(view.AssemblyQualifiedName, type.GetCustomAttribute<DebuggerTypeProxyAttribute>()?.ProxyTypeName);
        Assert.NotNull(type.GetCustomAttribute<DebuggerDisplayAttribute>());
    }

    private static ListNode* NodeOf(Ptr<Part> part) => Part.NodeLink.NodeOf(part);

    private object[] View() => new ListDebugView<Part, Part.NodeLink>(_crate.Value.Parts).Items;

    private string Display() => _crate.Value.Parts.Walk().ToString();

    private static string Display<T>(T value)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.NonPublic;
        return (string)value!.GetType().GetProperty("DebuggerDisplay", Any)!.GetValue(value)!;
    }
}
