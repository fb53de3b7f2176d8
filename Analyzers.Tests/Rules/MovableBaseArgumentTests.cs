using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Type arguments of base types, and of what <c>using static</c> names: what lies behind them is used without a word of the type.
/// </summary>
public sealed class MovableBaseArgumentTests() : RuleTests("ILIST103")
{
    private const string Usings =
        """
        using System.Buffers; using System.Collections; using System.Collections.Concurrent; using System.Collections.Generic; using System.Collections.ObjectModel; using System.Threading.Tasks;
        using Foos = System.Collections.Generic.List<Foo>; using Other = Foo; using Order = System.Collections.Generic.Comparer<Foo>;

        """;

    private const string HoldsNode = "it holds the list node 'Foo.Node'";

    private const string SourceOfAnotherAssembly =
        """
        class Derived : Source<Foo>;
        // library
        public class Source<T> { private T _value = default!; public T Value { get => _value; set => _value = value; } }
        """;

    /// <summary>Gets classes of the program that keep a value of <c>T</c> or not, and a class that derives from them.</summary>
    public static TheoryData<string> OfProgram => new()
    {
        // Fields
        "class Base<T> where T : unmanaged { protected «T→Ptr<T>» State = default!; } class Derived : Base<{|#0:Foo|}> { }",
        "unsafe abstract class Base<T> where T : unmanaged { T«→*» _last; public abstract void Handle(ref T value); } abstract class Derived : Base<{|#0:Foo|}> { }",
        "class Base<T> { public «T→int» Value { get; set; } = default!; } sealed partial class Derived : Base<{|#0:Foo|}>, IDisposable { public void Dispose() { } }",
        "class Base<T> { protected static «T→int» s_value = default!; } class Derived : Base<{|#0:Foo|}> { }",
        "class Base<T>(T value) { public int Count «=>→=» value!.GetHashCode(); } class Derived() : Base<{|#0:Foo|}>(default) { }",
        "record Base<T>(«T→Action<T>?» Value) { public Base() : this(default(«T→Action<T>»)!) { } } record Derived : Base<{|#0:Foo|}>;",
        "partial class Base<T> { } partial class Base<T> { protected «T→Action<T>» Value = default!; } partial class Derived : Base<{|#0:Foo|}> { } partial class Derived { }",
        "namespace Space { class Base<T> where T : unmanaged { protected «T→Ptr<T>» State = default!; } } class Derived : global::Space.Base<{|#0:Other|}> { }",
        "class Base<T> { protected T State = default!; } class Derived<«[AddressStable]→» T> : Base<{|#0:T|}> where T : unmanaged { }",
        "class Base<T> { protected T State = default!; } class Derived<T, TLink> : Base<«{|#0:T|}→TLink»> where T : unmanaged where TLink : unmanaged, IListLink<T> { }",

        // Within structs and objects
        "class Base<T> where T : struct { protected «T?→Func<T?>?» Value; } class Derived : Base<{|#0:Foo|}> { }",
        "class Base<T> where T : unmanaged { protected («T→Ptr<T>», int) Value; } class Derived : Base<{|#0:Foo|}> { }",
        "struct Slot<T> { public T Value; } unsafe class Base<T> where T : unmanaged { protected Slot<T>«→*» Slot; } class Derived : Base<{|#0:Foo|}> { }",
        "struct Slot<[AddressStable] T> { public T Value; } unsafe class Base<T> where T : unmanaged { protected Slot<T>«→*» Slot; } class Derived : Base<{|#0:Foo|}> { }",
        "[InlineArray(4)] struct Slots<T> where T : unmanaged { «T→Ptr<T>» _first; } class Base<T> where T : unmanaged { protected Slots<T> Slots; } class Derived : Base<{|#0:Foo|}> { }",
        "class Base<T> where T : unmanaged { protected Entry? First; protected struct Entries { } protected class Entry { public «T→Ptr<T>» Value; public Entry? Next; } } class Derived : Base<{|#0:Foo|}> { }",
        "class Base<T> { protected «List<T>→IComparer<T>» Values = default!; } class Derived : Base<{|#0:Foo|}> { }",
        "class Base<T> { protected «List<T>→Comparer<T>» Values = default!; } class Derived : Base<{|#0:Foo|}> { }",
        "class Base<T> { protected Dictionary<int, «T→Action<T>»> Values = new(); } class Derived : Base<{|#0:Foo|}> { }",
        "class Box<T> { public «T→Action<T>» Value = default!; } class Base<T> { protected Box<Box<T>> Boxes = new(); } class Derived : Base<{|#0:Foo|}> { }",

        // Arrays: what counts is where they are made
        "class Base<T> { protected T[] Items = «new T[4]→[]»; } class Derived : Base<{|#0:Foo|}> { }",
        "class Base<T> { protected T[] Items = new T[«4→0»]; } class Derived : Base<{|#0:Foo|}> { }",
        "class Base<T> { protected T[] Items = new T[] { «default!→» }; } class Derived : Base<{|#0:Foo|}> { }",
        "class Base<T> where T : unmanaged { protected Memory<T> Items = «new T[4]→GC.AllocateArray<T>(4, pinned: true)»; } class Derived : Base<{|#0:Foo|}> { }",
        "class Base<T> { T[] _items = []; int[] _counts = []; void Grow() => Array.Resize(ref «_items→_counts», 8); } class Derived : Base<{|#0:Foo|}> { }",
        "class Base<T> { protected T[] Rent() => «ArrayPool<T>.Shared.Rent(4)→[]»; } class Derived : Base<{|#0:Foo|}> { }",

        // Bases of bases, nested classes, types around types, arguments of arguments
        "class Root<T> { public «T→int» Value = default!; } class Middle<U> : Root<U> { } class Base<T> : Middle<T> { } class Derived : Base<{|#0:Foo|}> { }",
        "class Base<T> { public «class→struct» In { public T Value = default!; public In() { } } } class Derived : Base<{|#0:Foo|}> { }",
        "class Base<T> { public class Inner { public «T→Action<T>» Value = default!; } } class Derived : Base<{|#0:Foo|}>.Inner { }",
        "class Base<T> { T _value = default!; public class Inner { public «T→int» Value = default!; } } class Derived : Base<{|#0:Foo|}>.Inner { }",
        "class Base<T> { public T Value = default!; } class Holder<T> { public «T→Action<T>» Value = default!; } class Derived : Holder<Base<{|#0:Foo|}>> { }",
        "class Base<T> { public «T→Action<T>» Value = default!; } class Holder<T> { public T Value = default!; } class Derived : Holder<Base<{|#0:Foo|}>> { }",
        "class Base<T> { public T Value = default!; } «class→interface» Holder<T> { T Value { get«; set→ => default!»; } } abstract class Derived : Holder<Base<{|#0:Foo|}>> { }",
    };

    /// <summary>Gets what is derived from a class of the framework that keeps its <c>T</c>, with a twin that does not, or that keeps something else.</summary>
    public static TheoryData<string, string, string> OfFramework => new()
    {
        { "class Derived : StrongBox<«{|#0:Foo|}→Ptr<Foo>»> { }", "StrongBox<T>", "T" },
        { "class Derived : List<«{|#0:Foo|}→Ptr<Foo>»> { }", "List<T>", "T" },
        { "class Derived : {|#0:«Foos→List<Ptr<Foo>>»|} { }", "List<T>", "T" },
        { "class Derived : StrongBox<{|#0:«Foos→Action<Foo>»|}> { }", "List<T>", "T" },
        { "class Derived<«[AddressStable]→» T> : List<{|#0:T|}> where T : unmanaged { }", "List<T>", "T" },
        { "class Derived : Collection<«{|#0:Foo|}→Func<Foo>»> { }", "Collection<T>", "T" },
        { "class Derived : ConcurrentDictionary<int, «{|#0:Foo|}→Ptr<Foo>»> { }", "ConcurrentDictionary<TKey, TValue>", "TValue" },
        { "class Derived : Stack<«{|#0:Foo|}→Ptr<Foo>»> { }", "Stack<T>", "T" },
        { "class Derived : PriorityQueue<«{|#0:Foo|}→Ptr<Foo>», int> { }", "PriorityQueue<TElement, TPriority>", "TElement" },
        { "class Derived : Lazy<«{|#0:Foo|}→Ptr<Foo>»> { }", "Lazy<T>", "T" },
        { "class Derived : TaskCompletionSource<«{|#0:Foo|}→Ptr<Foo>»> { }", "TaskCompletionSource<TResult>", "TResult" },
        { "class Derived() : Tuple<int, «{|#0:Foo|}→Ptr<Foo>»>(1, default) { }", "Tuple<T1, T2>", "T2" },
        { "abstract class Derived : «Collection→Comparer»<{|#0:Foo|}> { }", "Collection<T>", "T" },
        { "abstract class Derived : «Collection→EqualityComparer»<{|#0:Foo|}> { }", "Collection<T>", "T" },
        { "abstract class Derived : «Collection→MemoryManager»<{|#0:Foo|}> { }", "Collection<T>", "T" },
        { "abstract class Derived : «Collection→ArrayPool»<{|#0:Foo|}> { }", "Collection<T>", "T" },
        { "abstract class Derived : «Collection→System.Text.Json.Serialization.JsonConverter»<{|#0:Foo|}> { }", "Collection<T>", "T" },
        { "abstract class Derived : «Collection→ReadOnlySequenceSegment»<{|#0:Foo|}> { }", "Collection<T>", "T" },
    };

    /// <summary>Gets what is accepted: bases that keep no value, and those of which nothing is known.</summary>
    public static TheoryData<string> Correct => new()
    {
        "sealed class ByValue : Comparer<Foo> { public override int Compare(Foo left, Foo right) => left.Value - right.Value; }",
        "sealed class Same : EqualityComparer<Foo> { public override bool Equals(Foo left, Foo right) => left.Value == right.Value; public override int GetHashCode(Foo foo) => foo.Value; }",
        "unsafe sealed class Native(Foo* first) : MemoryManager<Foo> { public override Span<Foo> GetSpan() => new(first, 1); public override MemoryHandle Pin(int index = 0) => default; public override void Unpin() { } protected override void Dispose(bool disposing) { } }",
        "abstract class Handler<T> where T : unmanaged { public int Count { get; private set; } public event Action<Ptr<T>>? Handled; protected abstract void Handle(ref T value); public void Handle(Ptr<T> value) { Handle(ref value.Value); Count++; Handled?.Invoke(value); } } sealed class FooHandler : Handler<Foo> { protected override void Handle(ref Foo foo) => foo.Value++; }",
        "interface IVisitor<T> { void Visit(in T value); } abstract class Visitor<T> : IVisitor<T> { static readonly T[] s_none = []; readonly Func<T, int>? _key; public abstract void Visit(in T value); } sealed class FooVisitor : Visitor<Foo> { public override void Visit(in Foo foo) { } }",
        "unsafe abstract class Slab<T> where T : unmanaged { struct Slot { public T Value; public int Next; } Slot* _slots; protected ref T At(int index) => ref _slots[index].Value; } sealed class FooSlab : Slab<Foo> { public void Touch() => At(1).Value++; }",
        "abstract class Pinned<T>(T[] items) where T : unmanaged { readonly T[] _items = items; public ref T this[int index] => ref _items[index]; } sealed class Foos8() : Pinned<Foo>(GC.AllocateArray<Foo>(8, pinned: true));",
        "abstract class Tree<T> where T : unmanaged { Tree<T>? _left; readonly List<Tree<T>> _rest = []; readonly Dictionary<int, Ptr<T>> _known = []; IComparer<T>? _order; WeakReference<Tree<T>>? _parent; } sealed class FooTree : Tree<Foo>;",
        "abstract class Grow<T> { Grow<Grow<T>>? _more; Grow<Action<T>[]>? _most; } abstract class Derived : Grow<Foo>;",
        "class Base<T> where T : unmanaged { readonly NativePool<T> _pool = new(); readonly Ptr<T> _first; } class Derived : Base<Foo>;",
        "class Base<[AddressStable] T> where T : unmanaged { readonly NativePool<T> _pool = new(); } class Derived : Base<Foo>; class Further<[AddressStable] T> : Base<T> where T : unmanaged;",
        "class Base<T> where T : Base<T> { T? _self; } class Derived : Base<Derived>;",
        "interface IDefault<T> { class Value { public T? Kept; } static T? s_default; void Use(ref T value); } class Derived : IDefault<Foo> { public void Use(ref Foo foo) { } }",
        "interface IDefault<T> { class Value { public T? Kept; } void Use(ref T value); } class Base<T> { IDefault<T>? _default; } class Derived : Base<Foo> { }",
        "abstract class Derived : Order { }",
        SourceOfAnotherAssembly,
    };

    [Theory]
    [MemberData(nameof(OfProgram))]
    public Task RejectsWhatAClassOfTheProgramKeeps(string twins) =>
        VerifyTwinsAsync(Usings + twins, Message(twins, "Base<T>", "T", "mark 'T' [AddressStable] if it does, or "));

    [Theory]
    [MemberData(nameof(OfFramework))]
    public Task RejectsWhatAClassOfTheFrameworkKeeps(string twins, string type, string parameter) => VerifyTwinsAsync(Usings + twins, Message(twins, type, parameter));

    [Theory]
    [MemberData(nameof(Correct))]
    public Task AcceptsBasesThatKeepNoValue(string program) => VerifyAcceptedAsync(Usings + program);

    [Fact]
    public Task RejectsTheArgumentThatIsKept() => VerifyTwinsAsync(
        "class Base<TKey, TValue> { protected TValue Value = default!; protected Func<TKey, TValue>? Find; } class Derived : Base<«int→Foo», «{|#0:Foo|}→int»> { }",
        Message("", "Base<TKey, TValue>", "TValue", "mark 'TValue' [AddressStable] if it does, or "));

    // The list of the head lies in an object that moves.
    [Fact]
    public Task RejectsWhatHoldsAHead() => VerifyTwinsAsync(
        """
        public partial struct State { [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _foos; }
        public class Actor<TState> where TState : unmanaged { protected «TState→Ptr<TState>» State = default!; }
        public class Worker : Actor<{|#0:State|}> { public void Add(Ptr<Foo> foo) => State«→.Value».Foos.AddLast(foo); }
        """,
        MovableStorageTests.Message("State", "it holds the list head 'State._foos'", "'Actor<TState>' does not promise to leave a 'TState' where it is", "mark 'TState' [AddressStable] if it does, or use a Ptr<State>"));

    // Where the promise is made, who breaks it is told.
    [Fact]
    public Task RejectsTheFieldWhereThePromiseIsMade() => VerifyTwinsAsync(
        "class Base<[AddressStable] T> where T : unmanaged { «T→Ptr<T>» {|#0:_value|}; } class Derived : Base<Foo> { } class Holder<T> where T : unmanaged { Base<T>? _base; } class Further : Holder<Foo> { }",
        MovableStorageTests.Message("Base<T>._value", "'T' may stand for a type that holds a list head or node", "the garbage collector moves the objects of class 'Base<T>'", "use a Ptr<T>"));

    [Theory]
    [InlineData("public T Value = default!;")]
    [InlineData("protected static T s_value = default!;")]
    public Task RejectsWhatAnotherAssemblyShows(string field) => VerifyTwinsAsync(
        $$"""
        class Derived : Base<«{|#0:Foo|}→Ptr<Foo>»> { }
        // library
        public class Base<T> { {{field}} }
        """,
        Message("", "Base<T>", "T"));

    // An editor shows the private fields of a project that is referred to; a build does not.
    [Fact]
    public async Task AnswersAlikeHoweverAnotherAssemblyIsReferredTo()
    {
        var source = new TestSource(SourceOfAnotherAssembly);
        foreach (MetadataReference[] way in source.References())
        {
            Assert.Empty(await Compiler.AnalyzeAsync(source.Compile(way), [new StorageAnalyzer()]));
        }
    }

    [Theory]
    [InlineData("using static Base<«{|#0:Foo|}→IntrusiveLists.Ptr<Foo>»>; class Base<T> { public static T S = default!; }")]
    [InlineData("using static Space.Base<«{|#0:Foo|}→IntrusiveLists.Ptr<Foo>»>; namespace Space { class Base<T> { public static void Keep(ref T value) { } } }")]
    [InlineData("global using static Base<«{|#0:Foo|}→IntrusiveLists.Ptr<Foo>»>.Inner; class Base<T> { public class Inner { public static T S = default!; } }")]
    [InlineData("using «static→Same =» Base<{|#0:Foo|}>; class Base<T> { }")]
    [InlineData("namespace Space { using static Base<{|#0:Foo|}>; class Base<«→[AddressStable]» T> { } }")]
    public Task RejectsStaticImports(string twins) => VerifyTwinsAsync(twins, Message("", "Base<T>", "T", "mark 'T' [AddressStable] if it does, or "));

    private static string Message(string twins, string type, string parameter, string mark = "")
    {
        bool isParameter = twins.Contains("{|#0:T|}");
        string argument = isParameter ? "T" : "Foo";
        string reason = isParameter ? "'T' may stand for a type that holds a list head or node" : HoldsNode;
        return MovableStorageTests.Message(argument, reason, $"'{type}' does not promise to leave a '{parameter}' where it is", $"{mark}use a Ptr<{argument}>");
    }
}
