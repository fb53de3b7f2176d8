using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Type arguments, written and inferred.
/// </summary>
public sealed class MovableTypeArgumentTests() : RuleTests("ILIST103")
{
    private const string Usings =
        "using System.Collections.Generic; using System.Threading.Tasks; using System.Linq; using System.Buffers; using FooList = System.Collections.Generic.List<Foo>; using Maybe = Foo?;\n";

    private const string HoldsNode = "it holds the list node 'Foo.Node'";

    public static TheoryData<string, string> Written => new()
    {
        { "List<«{|#0:Foo|}→Ptr<Foo>»> _field = new();", "List<T>" },
        { "List<«{|#0:Foo|}→Ptr<Foo>»> Property { get; } = new();", "List<T>" },
        { "List<«{|#0:Foo|}→Ptr<Foo>»>? Method() => null;", "List<T>" },
        { "void Method(in List<«{|#0:Foo|}→Ptr<Foo>»>? list) { }", "List<T>" },
        { "delegate Task<«{|#0:Foo|}→Ptr<Foo>»> Make();", "Task<TResult>" },
        { "Func<Task<«{|#0:Foo|}→Ptr<Foo>»>>? _make;", "Task<TResult>" },
        { "Task<«{|#0:Foo|}→Ptr<Foo>»>[]? _tasks;", "Task<TResult>" },
        { "Dictionary<int, List<«{|#0:Foo|}→Ptr<Foo>»>>? _lists;", "List<T>" },
        { "object Method() { var list = new List<«{|#0:Foo|}→Ptr<Foo>»>(); return list; }", "List<T>" },
        { "object Method(object box) => (List<«{|#0:Foo|}→Ptr<Foo>»>)box;", "List<T>" },
        { "object? Method(object box) => box as IEnumerable<«{|#0:Foo|}→Ptr<Foo>»>;", "IEnumerable<T>" },
        { "int Method(object box) => box is List<«{|#0:Foo|}→Ptr<Foo>»> list ? list.Count : 0;", "List<T>" },
        { "object Method() => EqualityComparer<«{|#0:Foo|}→Ptr<Foo>»>.Default;", "EqualityComparer<T>" },
        { "void Method() { List<«{|#0:Foo|}→Ptr<Foo>»>.Enumerator items; }", "List<T>" },
        { "{|#0:«FooList→List<Ptr<Foo>>»|}? _list;", "List<T>" },
        { "object Method() => new {|#0:«FooList→object»|}();", "List<T>" },
        { "System.Collections.Generic.List<«{|#0:Foo|}→Ptr<Foo>»>? _list;", "List<T>" },
        { "object Method() => new global::System.Collections.Generic.List<«{|#0:Foo|}→Ptr<Foo>»>();", "List<T>" },
        { "Lazy<«{|#0:Outer|}→Ptr<Outer>»>? _lazy;", "Lazy<T>" },
        { "List<«{|#0:(Foo, int)|}→(Ptr<Foo>, int)»>? _pairs;", "List<T>" },
        { "void Method<«[AddressStable]→» T>() where T : unmanaged { List<{|#0:T|}> list; }", "List<T>" },
        { "void Method<T, TLink>() where T : unmanaged where TLink : unmanaged, IListLink<T> { List<«{|#0:T|}→Ptr<T>»> list; }", "List<T>" },
        { "void Method() { «List→Span»<{|#0:Foo|}> list; }", "List<T>" },
        { "«IEnumerable→Memory»<{|#0:Foo|}> _list = default!;", "IEnumerable<T>" },
        { "«IComparer→Comparison»<{|#0:Foo|}> _list = default!;", "IComparer<T>" },
        { "«MemoryPool→IMemoryOwner»<{|#0:Foo|}>? _list;", "MemoryPool<T>" },
        { "object Method() => «new List<{|#0:Foo|}>()→typeof(List<Foo>)»;", "List<T>" },
        { "System.Collections.Generic.List<«{|#0:Foo|}→Ptr<Foo>»>? _list;", "List<T>" },
        { "object Method() => new global::System.Collections.Generic.List<«{|#0:Foo|}→Ptr<Foo>»>();", "List<T>" },
        { "object Method() => System.Buffers.ArrayPool<«{|#0:Foo|}→Ptr<Foo>»>.Shared;", "ArrayPool<T>" },
        { "System.Collections.Generic.Dictionary<int, System.Collections.Generic.List<«{|#0:Foo|}→Ptr<Foo>»>>? _lists;", "List<T>" },
        { "string Method() => «new List<{|#0:Foo|}>().ToString()!→nameof(List<Foo>.Count)»;", "List<T>" },
    };

    public static TheoryData<string, string, string> OfOwnTypes => new()
    {
        { "void Method() { Box<{|#0:Foo|}> box; } struct Box<«→[AddressStable]» T> { public T Value; }", "Program.Box<T>", "T" },
        { "void Method() { new Store<int, {|#0:Foo|}>(); } class Store<TKey, «→[AddressStable]» TValue> { }", "Program.Store<TKey, TValue>", "TValue" },
        { "void Method() { Use<{|#0:Foo|}>(); } void Use<«→[AddressStable]» T>() { }", "Program.Use<T>()", "T" },
        { "void Method(ref Foo foo) { {|#0:Use|}(ref foo); } void Use<«→[AddressStable]» T>(ref T value) { }", "Program.Use<T>(ref T)", "T" },
        { "void Method(ref Foo foo) { this.{|#0:Use|}(in foo); } void Use<«→[AddressStable]» T>(in T value) { }", "Program.Use<T>(in T)", "T" },
        { "Func<Foo, int> Method() => {|#0:Use|}; int Use<«→[AddressStable]» T>(T value) => 1;", "Program.Use<T>(T)", "T" },
        { "Func<Foo, int> Method() => Use<{|#0:Foo|}>; int Use<«→[AddressStable]» T>(T value) => 1;", "Program.Use<T>(T)", "T" },
        { "void Method() { void Local<«→[AddressStable]» T>() { } Local<{|#0:Foo|}>(); }", "Local<T>()", "T" },
        { "void Method() { Use<int, {|#0:Foo|}>(); } void Use<TKey, «→[AddressStable]» TValue>() { }", "Program.Use<TKey, TValue>()", "TValue" },
        { "static void Method(ref Foo foo) { foo.{|#0:Touch|}(); }", "Extensions.Touch<T>(ref T)", "T" },
    };

    /// <summary>Gets types whose methods, or types within them, are for elements and their links; one twin is not, or has elements within itself.</summary>
    public static TheoryData<string, string> OfOwnTypesWithLinks => new()
    {
        { "int Method() => Lists<{|#0:Foo|}>.Size; static class Lists<T> where T : unmanaged { public static int Size => 1; public static void Use<TLink>() where TLink : unmanaged, «IComparable→IListLink»<T> { } }", "Program.Lists<T>" },
        { "int Method() => Lists<{|#0:Foo|}>.Size; static class Lists<T> where T : unmanaged { public static int Size => 1; struct Walk<TLink> where TLink : unmanaged, «IComparable→IListLink»<T> { } }", "Program.Lists<T>" },
        { "int Method() => Lists<{|#0:Foo|}>.Size; static class Lists<T> where T : unmanaged { public static int Size => 1; static «T→Ptr<T>» s_last; public static void Use<TLink>() where TLink : unmanaged, IListLink<T> { } }", "Program.Lists<T>" },
        { "IVisitor<{|#0:Foo|}>? _visitor; interface IVisitor<T> where T : unmanaged { void Visit<TLink>(TLink link) where TLink : unmanaged, «IComparable→IListLink»<T>; }", "Program.IVisitor<T>" },
        { "object Method() => new Walker<{|#0:Foo|}>(); class Walker<T> where T : unmanaged { «T→Ptr<T>» _last; void Walk<TLink>(IntrusiveList<T, TLink> list) where TLink : unmanaged, IListLink<T> { } }", "Program.Walker<T>" },
        { "object Method() => new Walker<{|#0:Foo|}>(); class Walker<T> where T : unmanaged { T[] _all = «new T[3]→[]»; void Walk<TLink>(IntrusiveList<T, TLink> list) where TLink : unmanaged, IListLink<T> { } }", "Program.Walker<T>" },
        { "object Method() => new Walker<{|#0:Foo|}>(); class Walker<T> where T : unmanaged { T[] _all = «[default]→[]»; void Walk<TLink>(IntrusiveList<T, TLink> list) where TLink : unmanaged, IListLink<T> { } }", "Program.Walker<T>" },
        { "object Method() => new Walker<{|#0:Foo|}>(); class Walker<T> where T : unmanaged { T[] All { get; } = [«default→»]; void Walk<TLink>(IntrusiveList<T, TLink> list) where TLink : unmanaged, IListLink<T> { } }", "Program.Walker<T>" },
        { "object Method() => new Walker<{|#0:Foo|}>(); class Walker<T> where T : unmanaged { T[] _all = { «default→» }; void Walk<TLink>(IntrusiveList<T, TLink> list) where TLink : unmanaged, IListLink<T> { } }", "Program.Walker<T>" },
        { "Seen<{|#0:Foo|}> _seen; struct Seen<T> where T : unmanaged { List<«T→Ptr<T>»>? _all; void Walk<TLink>(IntrusiveList<T, TLink> list) where TLink : unmanaged, IListLink<T> { } }", "Program.Seen<T>" },
    };

    public static TheoryData<string, string> OfFramework => new()
    {
        { "object Method(Foo[] foos) => foos.{|#0:«ToList→GetHashCode»|}();", "Enumerable.ToList<TSource>(IEnumerable<TSource>)" },
        { "void Method(Foo* foo) { Unsafe.«Write<{|#0:Foo|}>(foo, default)→AsRef<Foo>(foo).Value = 1»; }", "Unsafe.Write<T>(void*, T)" },
        { "void Method(ref Foo[] foos) { «Array.{|#0:Resize|}(ref foos, 3)→foos.AsSpan().ToString()»; }", "Array.Resize<T>(ref T[]?, int)" },
        { "object? Method(nint foo) => Marshal.«PtrToStructure<{|#0:Foo|}>(foo).Value→SizeOf<Foo>()»;", "Marshal.PtrToStructure<T>(nint)" },
        { "int Method(Span<byte> bytes) => MemoryMarshal.«Read<{|#0:Foo|}>→AsRef<Foo>»(bytes).Value;", "MemoryMarshal.Read<T>(ReadOnlySpan<byte>)" },
        { "int Method(byte* bytes) => Unsafe.«ReadUnaligned<{|#0:Foo|}>→AsRef<Foo>»(bytes).Value;", "Unsafe.ReadUnaligned<T>(void*)" },
        { "Task Method() => Task.«{|#0:FromResult|}(new Foo())→FromResult(new Ptr<Foo>())»;", "Task.FromResult<TResult>(TResult)" },
        { "object Method(Foo[] foos) => «from foo in foos {|#0:select|} 1→foos.Length»;", "Enumerable.Select<TSource, TResult>(IEnumerable<TSource>, Func<TSource, TResult>)" },
        { "void Method(Span<Foo> foos) { foos.{|#0:«Sort→Slice»|}(«(left, right) => 0→1»); }", "MemoryExtensions.Sort<T>(Span<T>, Comparison<T>)" },
    };

    public static TheoryData<string> Nullables => new()
    {
        "«{|#0:Foo?|}→Foo*» _foo;",
        "«{|#0:Foo?|}→Foo*» Method() => null;",
        "void Method(«{|#0:Foo?|}→Foo*» foo) { }",
        "void Method() { «{|#0:Foo?|}→Foo*» foo = null; }",
        "void Method() { Nullable<«{|#0:Foo|}→int»> foo = null; }",
        "object? Method() => new «{|#0:Foo?|}→object»();",
        "«{|#0:Maybe|}→Foo*» _foo;",
        "Func<«{|#0:Foo?|}→int?»>[] _makers = [];",
        "void Method(Foo[]? foos) { var «{|#0:foo|} = foos?[0]→count = foos?.Length»; }",
        "delegate void Maker<T>(out T? value) where T : struct; void Method(Maker<Foo> make) { make(out «var {|#0:foo|}→_»); }",
        "delegate T? Maker<T>() where T : struct; void Method(Maker<Foo> make) { var «{|#0:foo|} = make()→other = make»; }",
    };

    public static TheoryData<string> Tuples => new()
    {
        "(«{|#0:Foo|}→Ptr<Foo>», int) _pair;",
        "(int, «{|#0:Foo|} Foo→Ptr<Foo> Foo») Method() => default;",
        "void Method() { var pair = («{|#0:new Foo()|}→new Ptr<Foo>()», 1); }",
        "void Method(bool one) { var pair = one ? («{|#0:new Foo()|}→new Ptr<Foo>()», 1) : default; }",
        "void Method(int count) { var pair = count switch { 1 => («{|#0:new Foo()|}→new Ptr<Foo>()», 1), _ => default }; }",
        "void Method() { var make = () => («{|#0:new Foo()|}→new Ptr<Foo>()», 1); }",
        "void Method() { («{|#0:Foo|} Foo→Ptr<Foo> Foo», int Count) pair = default; }",
        "ValueTuple<«{|#0:Foo|}→Ptr<Foo>», int> _pair;",
        "(int, int, int, int, int, int, int, int, «{|#0:Foo|}→Ptr<Foo>») _long;",
        "void Method(System.Collections.IEnumerable pairs) { foreach ((«{|#0:Foo|}→Ptr<Foo>», int) pair in pairs) { } }",
    };

    [Theory]
    [MemberData(nameof(Written))]
    public Task RejectsWrittenArguments(string member, string type)
    {
        bool isParameter = member.Contains("{|#0:T|}");
        string argument = member.Contains("{|#0:Outer|}") ? "Outer" : member.Contains("{|#0:(") ? "(Foo, int)" : isParameter ? "T" : "Foo";
        string reason = isParameter ? "'T' may stand for a type that holds a list head or node" : HoldsNode;
        string mend = $"use a Ptr<{argument}>";
        return VerifyTwinsAsync(Program(member), MovableStorageTests.Message(argument, reason, Promise(type, type.Contains("TResult") ? "TResult" : "T"), mend));
    }

    [Theory]
    [MemberData(nameof(OfOwnTypes))]
    public Task RejectsArgumentsOfUnmarkedParameters(string member, string owner, string parameter)
    {
        string extensions = owner.StartsWith("Extensions") ? "static class Extensions { public static void Touch<«→[AddressStable]» T>(this ref T value) where T : struct { } }" : "";
        return VerifyTwinsAsync(
            Program(member) + extensions,
            MovableStorageTests.Message("Foo", HoldsNode, Promise(owner, parameter), $"mark '{parameter}' [AddressStable] if it does, or use a Ptr<Foo>"));
    }

    [Theory]
    [MemberData(nameof(OfOwnTypesWithLinks))]
    public Task RejectsArgumentsOfTypesThatAreNotForElements(string member, string owner) =>
        VerifyTwinsAsync(Program(member), MovableStorageTests.Message("Foo", HoldsNode, Promise(owner, "T"), "mark 'T' [AddressStable] if it does, or use a Ptr<Foo>"));

    [Theory]
    [MemberData(nameof(OfFramework))]
    public Task RejectsArgumentsOfFrameworkMethods(string member, string method) =>
        VerifyTwinsAsync(Program(member), MovableStorageTests.Message("Foo", HoldsNode, Promise(method, method.Contains("TSource") ? "TSource" : method.Contains("TResult") ? "TResult" : "T"), "use a Ptr<Foo>"));

    [Theory]
    [MemberData(nameof(Nullables))]
    public Task RejectsNullables(string member) =>
        VerifyTwinsAsync(Program(member), MovableStorageTests.Message("Foo", HoldsNode, "'Foo?' only hands out copies of it", "use a Ptr<Foo>, which can be null"));

    [Theory]
    [MemberData(nameof(Tuples))]
    public Task RejectsTuples(string member) =>
        VerifyTwinsAsync(Program(member), MovableStorageTests.Message("Foo", HoldsNode, "a tuple is copied as a whole", "use a struct with fields, or use a Ptr<Foo>"));

    [Fact]
    public Task RejectsAnonymousObjects() => VerifyTwinsAsync(
        Program("object Method() => new { Count = 1, Foo = «{|#0:new Foo()|}→new Ptr<Foo>()» };"),
        MovableStorageTests.Message("Foo", HoldsNode, "the garbage collector moves the objects of an anonymous class", "use a Ptr<Foo>"));

    [Theory]
    [InlineData("foo.{|#0:Touch|}();")]
    [InlineData("foo.{|#0:Size|}.ToString();")]
    [InlineData("Foo.{|#0:Count|}();")]
    public Task RejectsExtensionMembers(string use) => VerifyTwinsAsync(
        Program($"static void Method(ref Foo foo) {{ {use} }}")
            + "static class Extensions { extension<«→[AddressStable]» T>(ref T value) where T : struct { public void Touch() { } public int Size => 1; public static int Count() => 1; } }",
        MovableStorageTests.Message("Foo", HoldsNode, Promise("Extensions.extension<T>(ref T)", "T"), "mark 'T' [AddressStable] if it does, or use a Ptr<Foo>"));

    [Fact]
    public Task RejectsChainsOnce() => VerifyRejectedAsync(
        Program("int Method(int[] numbers) => numbers.{|#0:Select|}(number => new Foo()).Where(foo => true).Count();"),
        MovableStorageTests.Message("Foo", HoldsNode, Promise("Enumerable.Select<TSource, TResult>(IEnumerable<TSource>, Func<TSource, TResult>)", "TResult"), "use a Ptr<Foo>"));

    [Fact]
    public Task RejectsEachOccurrenceOnce() => VerifyRejectedAsync(
        Program("List<{|#0:Foo|}> _list = new List<{|#1:Foo|}>(); int Count() { var list = _list; var more = new List<{|#2:Foo|}>(); return list.Count + more.Count; }"),
        MovableStorageTests.Message("Foo", HoldsNode, Promise("List<T>", "T"), "use a Ptr<Foo>"),
        MovableStorageTests.Message("Foo", HoldsNode, Promise("List<T>", "T"), "use a Ptr<Foo>"),
        MovableStorageTests.Message("Foo", HoldsNode, Promise("List<T>", "T"), "use a Ptr<Foo>"));

    private static string Promise(string owner, string parameter) => $"'{owner}' does not promise to leave a '{parameter}' where it is";

    private static string Program(string member) =>
        $$"""
        {{Usings}}
        struct Outer { public Foo Foo; }
        unsafe partial class Program
        {
            {{member}}
        }

        """;
}
