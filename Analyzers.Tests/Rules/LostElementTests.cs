using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class LostElementTests() : RuleTests("ILIST204", DiagnosticSeverity.Info)
{
    private const string Owner = """

        partial struct Owner { [Contains(typeof(Foo), "Node")] public ListHead _items; }
        partial class Cache { [Contains(typeof(Foo), "Node")] public readonly PinnedListHead _items = new(); }
        static class Sink { public static void Use<T>(T value) { } public static void Run(Action action) { } public static void Call(Func<Ptr<Foo>> function) { } }
        """;

    public static TheoryData<string, string, string> Twins => new()
    {
        { "static class Test { static void M(ref Owner owner) { «→_ =» {|#0:owner.Items.RemoveFirst()|}; } }", "RemoveFirst", "Owner.Items" },
        { "static class Test { static void M(ref Owner owner) { «→Ptr<Foo> foo =» {|#0:owner.Items.RemoveLast()|}; } }", "RemoveLast", "Owner.Items" },
        { "static class Test { static «void→Ptr<Foo>» M(ref Owner owner) => {|#0:owner.Items.RemoveFirst()|}; }", "RemoveFirst", "Owner.Items" },
        { "static class Test { static void M(Cache cache) => «Sink.Run→Sink.Call»(() => {|#0:cache.Items.RemoveFirst()|}); }", "RemoveFirst", "Cache.Items" },
        { "static class Test { static void M(Cache cache) { «Action→Func<Ptr<Foo>>» remove = () => {|#0:cache.Items.RemoveFirst()|}; remove(); } }", "RemoveFirst", "Cache.Items" },
        { "static class Test { static void M(ref Owner owner) { var list = owner.Items; «→_ =» {|#0:list.RemoveFirst()|}; } }", "RemoveFirst", "list" },
        { "static class Test { static void M<TLink>(IntrusiveList<Foo, TLink> list) where TLink : unmanaged, IListLink<Foo> { «→_ =» {|#0:list.RemoveLast()|}; } }", "RemoveLast", "list" },
        { "static class Test { static void M(Cache cache) { «→var first =» cache?{|#0:.Items.RemoveFirst()|}; } }", "RemoveFirst", "Cache.Items" },
        { "static class Test { static void M(ref Owner owner) { {|#0:owner.Items.«RemoveFirst→Clear»()|}; } }", "RemoveFirst", "Owner.Items" },
        { "static class Test { static void M(ref Owner owner, int count) { for (int i = 0; i < count; i++) «→_ =» {|#0:owner.Items.RemoveFirst()|}; } }", "RemoveFirst", "Owner.Items" },
        { "static class Test { static void M(ref Owner owner, ref Owner other) { while (!«other→owner».Items.IsEmpty) {|#0:owner.Items.RemoveFirst()|}; } }", "RemoveFirst", "Owner.Items" },
        { "static class Test { static void M(ref Owner owner) { Ptr<Foo> end = owner.Items.«First→Last»; {|#0:owner.Items.RemoveLast()|}; Sink.Use(end); } }", "RemoveLast", "Owner.Items" },
        { "partial class Derived { [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _own = new(); Derived(bool one) { if (one) «→_ =» {|#0:Own.RemoveFirst()|}; } }", "RemoveFirst", "Derived.Own" },
        { "partial class Derived { [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _own = new(); int Property { set => «→_ =» {|#0:Own.RemoveFirst()|}; } }", "RemoveFirst", "Derived.Own" },
        { "static class Test { static void M(Ptr<Owner> owner, int kind) { switch (kind) { case 1: «→_ =» {|#0:owner.Value.Items.RemoveFirst()|}; break; } } }", "RemoveFirst", "Owner.Items" },
        { "static class Test { static void M(Cache cache) { Local(); void Local() => «→_ =» {|#0:cache.Items.RemoveFirst()|}; } }", "RemoveFirst", "Cache.Items" },
        { "static class Test { static void M(ref Owner owner, ref Owner other) { int count = «other→owner».Items.Count(); while (count-- > 0) {|#0:owner.Items.RemoveFirst()|}; } }", "RemoveFirst", "Owner.Items" },
        { "static class Test { static void M(ref Owner owner, Ptr<Foo> foo) { owner.Items.«AddLast→AddFirst»(foo); {|#0:owner.Items.RemoveFirst()|}; Sink.Use(foo); } }", "RemoveFirst", "Owner.Items" },
        { "static class Test { static void M(ref Owner owner, Ptr<Foo> foo) { if (owner.Items.«IsFirst→IsLast»(foo)) {|#0:owner.Items.RemoveLast()|}; } }", "RemoveLast", "Owner.Items" },
        { "static class Test { static void M(Cache cache, Cache other) { foreach (Ptr<Foo> foo in «other→cache».Items) { Sink.Use(foo); {|#0:cache.Items.RemoveFirst()|}; break; } } }", "RemoveFirst", "Cache.Items" },
        { "static class Test { static Cache Get(int index) => new(); static void M() { while (!Get(«2→1»).Items.IsEmpty) {|#0:Get(1).Items.RemoveFirst()|}; } }", "RemoveFirst", "Cache.Items" },
        { "partial class Derived { [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _own = new(); bool IsEmpty => Own.IsEmpty; void M(bool more) { while («more→!IsEmpty») {|#0:Own.RemoveFirst()|}; } }", "RemoveFirst", "Derived.Own" },
        { "partial class Derived { [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _own = new(); Ptr<Foo> Peek() => «default→Own.First»; void M(NativePool<Foo> pool) { Ptr<Foo> first = Peek(); {|#0:Own.RemoveFirst()|}; pool.Free(first); } }", "RemoveFirst", "Derived.Own" },
        { "partial class Derived { [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _own = new(); Ptr<Foo> Oldest => «default→Own.First»; void M(NativePool<Foo> pool) { Ptr<Foo> first = Oldest; if (!first.IsNull) { {|#0:Own.RemoveFirst()|}; pool.Free(first); } } }", "RemoveFirst", "Derived.Own" },
        { "partial class Derived { [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _own = new(); (Ptr<Foo> Foo, int Key) Oldest => («default→Own.First», 1); void M(NativePool<Foo> pool) { var (first, key) = Oldest; {|#0:Own.RemoveFirst()|}; pool.Free(first); } }", "RemoveFirst", "Derived.Own" },
        { "partial class Derived { [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _own = new(); Ptr<Foo>? Peek() => «default→Own.First»; void M(NativePool<Foo> pool) { if (Peek() is { } first) { {|#0:Own.RemoveFirst()|}; pool.Free(first); } } }", "RemoveFirst", "Derived.Own" },
        { "partial class Derived { [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _own = new(); int Size => «1→Own.Count()»; void M(int most) { int size = Size; while (size-- > most) {|#0:Own.RemoveFirst()|}; } }", "RemoveFirst", "Derived.Own" },
        { "partial class Derived { [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _own = new(); bool TryPeek(out Ptr<Foo> foo) { foo = «default→Own.First»; return !foo.IsNull; } void M(NativePool<Foo> pool) { if (TryPeek(out Ptr<Foo> foo)) { {|#0:Own.RemoveFirst()|}; pool.Free(foo); } } }", "RemoveFirst", "Derived.Own" },
        { "partial class Derived { [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _own = new(); void «Add→AddFirst»(Ptr<Foo> foo) => Own.AddFirst(foo); void M(Ptr<Foo> foo) { «Add→AddFirst»(foo); {|#0:Own.RemoveFirst()|}; } }", "RemoveFirst", "Derived.Own" },
        { "partial class Derived { [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _own = new(); Ptr<Foo> Peek() => Inner(); Ptr<Foo> Inner() => «default→Own.First»; void M() { {|#0:Own.RemoveFirst()|}; Sink.Use(Peek()); } }", "RemoveFirst", "Derived.Own" },
        { "static class Test { static Ptr<Foo> Peek(Cache cache) => cache.Items.First; static void M(Cache one, Cache two) { var first = Peek(«two→one»); {|#0:one.Items.RemoveFirst()|}; Sink.Use(first); } }", "RemoveFirst", "Cache.Items" },
        { "static class Test { static Ptr<Foo> Peek<TLink>(this IntrusiveList<Foo, TLink> list) where TLink : unmanaged, IListLink<Foo> => list.First; static void M(Cache one, Cache two) { var first = «two→one».Items.Peek(); {|#0:one.Items.RemoveFirst()|}; Sink.Use(first); } }", "RemoveFirst", "Cache.Items" },
        { "static partial class Globals { [Contains(typeof(Foo), \"Node\")] static readonly PinnedListHead s_items = new(); static bool IsIdle => «false→Items.IsEmpty»; static void M() { while (!IsIdle) {|#0:Items.RemoveFirst()|}; } }", "RemoveFirst", "Globals.Items" },
        { "static class Test { static bool IsIdle(Cache cache) => cache.Items.IsEmpty; static void M(Cache cache, Cache other) { while (true) { if (IsIdle(«other→cache»)) { return; } {|#0:cache.Items.RemoveFirst()|}; } } }", "RemoveFirst", "Cache.Items" },
        { "static class Test { static void M(Cache cache, Cache other) { while (More()) {|#0:cache.Items.RemoveFirst()|}; bool More() => !«other→cache».Items.IsEmpty; } }", "RemoveFirst", "Cache.Items" },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string removal, string list) => VerifyTwinsAsync(twins + Owner, Message(removal, list));

    /// <summary>Gets removals from guarded lists and from those of arrays, and how messages name the list.</summary>
    public static TheoryData<string, string, string> GuardedLists => new()
    {
        { "using var guard = word.EnterLock(); «→_ =» {|#0:guard.Items.RemoveFirst()|};", "RemoveFirst", "Word.LockGuard.Items" },
        { "using var guard = word.EnterLock(); while (!guard.«Others→Items».IsEmpty) {|#0:guard.Items.RemoveFirst()|};", "RemoveFirst", "Word.LockGuard.Items" },
        { "«→_ =» {|#0:wheel.Slots[i].RemoveLast()|};", "RemoveLast", "Wheel.Slots[i]" },
        { "while (!wheel.Slots[«j→i»].IsEmpty) {|#0:wheel.Slots[i].RemoveLast()|};", "RemoveLast", "Wheel.Slots[i]" },
        { "foreach (var slot in wheel.Slots) { «→_ =» {|#0:slot.RemoveFirst()|}; }", "RemoveFirst", "slot" },
    };

    [Theory]
    [MemberData(nameof(GuardedLists))]
    public Task RejectsOneTwinOfGuardedLists(string twins, string removal, string list) => VerifyTwinsAsync(
        $$"""
        partial struct Word { ListLock _gate; [Contains(typeof(Foo), "Node")] ListHead _items, _others; }
        partial struct Wheel { [Contains(typeof(Foo), "Node")] Heads _slots; }
        [InlineArray(4)] struct Heads { ListHead _first; }
        static class Test { static void M(ref Word word, ref Wheel wheel, int i, int j) { {{twins}} } }
        """,
        Message(removal, list));

    [Theory]

    // Until the list is empty, or nearly
    [InlineData("while (!owner.Items.IsEmpty) owner.Items.RemoveFirst();")]
    [InlineData("while (owner.Items.IsEmpty == false) { owner.Items.RemoveLast(); }")]
    [InlineData("do owner.Items.RemoveFirst(); while (!owner.Items.IsEmpty);")]
    [InlineData("for (; !owner.Items.IsEmpty; owner.Items.RemoveFirst()) { }")]
    [InlineData("while (true) { if (owner.Items.IsEmpty) break; owner.Items.RemoveFirst(); }")]
    [InlineData("while (!owner.Items.HasSingle) owner.Items.RemoveFirst();")]
    [InlineData("while (owner.Items.Count() > 3) owner.Items.RemoveLast();")]
    [InlineData("while (!owner.Items.First.IsNull) owner.Items.RemoveFirst();")]
    [InlineData("var list = owner.Items; while (!owner.Items.IsEmpty) list.RemoveFirst();")]

    // The element is known
    [InlineData("Ptr<Foo> first = owner.Items.First; owner.Items.RemoveFirst(); Sink.Use(first);")]
    [InlineData("if (owner.Items.Last == expected) { owner.Items.RemoveLast(); Sink.Use(expected); }")]

    // What is used
    [InlineData("Sink.Use(owner.Items.RemoveFirst());")]
    [InlineData("int value = owner.Items.RemoveFirst().Value.Value;")]
    [InlineData("owner.Items.RemoveFirst().Value.Value = 3;")]
    [InlineData("if (owner.Items.RemoveFirst() == expected) { }")]
    [InlineData("owner.Items.AddLast(owner.Items.RemoveFirst());")]

    // Removals that return no element
    [InlineData("owner.Items.Remove(expected);")]
    [InlineData("owner.Items.TryRemove(expected);")]
    [InlineData("owner.Items.TryRemoveFirst(out _);")]
    [InlineData("owner.Items.RemoveWhere(foo => foo.Value.Value == 1);")]
    public Task AcceptsStatements(string statements) => VerifyAcceptedAsync($"static class Test {{ static void M(ref Owner owner, Ptr<Foo> expected) {{ {statements} }} }}" + Owner);

    [Fact]
    public Task AcceptsWhatIsNoList() => VerifyAcceptedAsync(
        "static class Test { static void M(System.Collections.Generic.LinkedList<int> list, Queue queue) { list.RemoveFirst(); queue.RemoveFirst(); } } class Queue { public int RemoveFirst() => 0; }" + Owner);

    private static string Message(string removal, string list) =>
        $"The element that '{removal}' takes off '{list}' is lost here, and memory that was allocated for it is never freed: keep or free it, or say '_ =' where that is meant";
}
