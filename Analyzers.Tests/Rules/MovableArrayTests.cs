using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Arrays: where they are made, and whether they are pinned.
/// </summary>
public sealed class MovableArrayTests() : RuleTests("ILIST103")
{
    private const string Array = "the garbage collector moves arrays";
    private const string Collection = "this collection is an array, which the garbage collector moves";

    public static TheoryData<string, string> Twins => new()
    {
        { "Foo[] foos = new {|#0:Foo[«3→0»]|};", Array },
        { "object foos = new {|#0:«Foo→Ptr<Foo>»[3]|};", Array },
        { "Foo[,] foos = new {|#0:Foo[«2→0», 2]|};", Array },
        { "Foo[][] foos = new Foo[«1][] { new {|#0:Foo[2]|} }→2][]»;", Array },
        { "var foos = new {|#0:Foo[]|} { «default→» };", Array },
        { "var foos = {|#0:new[]|} { «new Foo()→3» };", Array },
        { "Foo[] foos = {|#0:{ «default→» }|};", Array },
        { "Foo[] foos = {|#0:[«new Foo()→»]|};", Collection },
        { "«Foo[]→Span<Foo>» foos = {|#0:[default, default]|};", Collection },
        { "Span<Outer> foos = {|#0:[«.. new int[count]→default»]|};", Collection },
        { "ReadOnlySpan<Outer> foos = {|#0:[default, «.. new[] { 1, 2 }→1»]|};", Collection },
        { "{|#0:Parameters|}(1«, new Foo()→»);", Array },
        { "_ = new {|#0:Foo[«count→0»]|};", Array },
        { "Span<Foo> foos = «new {|#0:Foo[3]|}→stackalloc Foo[3]»;", Array },
        { "Func<Foo[]> make = () => new {|#0:Foo[«count→0»]|};", Array },
        { "Foo[] Make() => new {|#0:Foo[«count→0»]|};", Array },
        { "void Use(int size = 3) { lock (this) { _ = new {|#0:Foo[«size→0»]|}; } }", Array },
        { "object foos = new {|#0:Outer[«3→0»]|};", Array },
        { "var copy = more.{|#0:«ToArray→Slice»|}(«→1»);", "'ToArray' makes an array, which the garbage collector moves" },
        { "object copy = array.{|#0:«Clone→GetType»|}();", "'Clone' makes an array, which the garbage collector moves" },
        { "object foos = System.Array.{|#0:CreateInstance|}(typeof(«Foo→Ptr<Foo>»), 3);", "'CreateInstance' makes an array, which the garbage collector moves" },
        { "object foos = System.Array.{|#0:CreateInstance|}(length: «count→0», elementType: typeof(Outer));", "'CreateInstance' makes an array, which the garbage collector moves" },
        { "_ = array is [{|#0:.. «var rest→_»|}];", "a range of an array is a new array, which the garbage collector moves" },
        { "_ = {|#0:array«[1..]→.Length»|};", "a range of an array is a new array, which the garbage collector moves" },
    };

    public static TheoryData<string> Allocations => new()
    {
        "var foos = GC.AllocateArray<{|#0:Foo|}>(3, «false→true»);",
        "var foos = GC.AllocateArray<{|#0:Foo|}>(3«→, true»);",
        "var foos = GC.AllocateArray<{|#0:Foo|}>(3, pinned: «pin→true»);",
        "Foo[] foos = GC.AllocateUninitializedArray<{|#0:Foo|}>(pinned: «false→true», length: 3);",
        "Foo[] foos = GC.AllocateUninitializedArray<{|#0:Foo|}>(3, pinned: «!→»Pinned);",
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string statement, string movement)
    {
        string element = statement.Contains("Outer") ? "Outer" : "Foo";
        string mend = $"use a NativePool<{element}>, stackalloc, or GC.AllocateArray<{element}> with pinned: true";
        return VerifyTwinsAsync(Method(statement), MovableStorageTests.Message(element, "it holds the list node 'Foo.Node'", movement, mend));
    }

    [Theory]
    [MemberData(nameof(Allocations))]
    public Task RejectsArraysThatAreNotPinned(string statement) => VerifyTwinsAsync(
        Method(statement),
        MovableStorageTests.Message(
            "Foo",
            "it holds the list node 'Foo.Node'",
            "the garbage collector moves arrays that are not allocated with the constant pinned: true",
            "pass pinned: true"));

    [Fact]
    public Task RejectsElementsThatMayBeBound() => VerifyTwinsAsync(
        "class Program { static object Make<«[AddressStable]→» T>() where T : unmanaged => new {|#0:T[3]|}; }",
        MovableStorageTests.Message(
            "T",
            "'T' may stand for a type that holds a list head or node",
            "the garbage collector moves arrays",
            "use a NativePool<T>, stackalloc, or GC.AllocateArray<T> with pinned: true"));

    [Fact]
    public Task RejectsElementsThatHoldObjects() => VerifyTwinsAsync(
        "class Program { static object Make() => new {|#0:Named[3]|}; } struct Named { string _name; «Foo→int» _foo; }",
        MovableStorageTests.Message("Named", "it holds the list node 'Foo.Node'", "the garbage collector moves arrays", "use GC.AllocateArray with pinned: true"));

    [Fact]
    public Task AcceptsEmptyArraysAndArraysOfPointers() => VerifyAcceptedAsync(Method(
        """
        Foo[] none = [];
        none = Array.Empty<Foo>();
        none = new Foo[] { };
        none = new Foo[0];
        Parameters(1);
        Ptr<Foo>[] pointers = new Ptr<Foo>[3];
        Span<Foo> onStack = stackalloc Foo[3], further = stackalloc[] { new Foo() };
        ReadOnlySpan<Foo> inline = [default, new Foo()];
        Spans(default(Foo), default);
        Span<Foo> pinned = GC.AllocateArray<Foo>(3, pinned: true);
        Foo[][] arrays = [GC.AllocateArray<Foo>(3, pinned: true)];
        foreach (ref Foo foo in pinned[1..])
        {
            foo.Value++;
        }
        """));

    private static string Method(string statements) =>
        $$"""
        struct Outer { public Foo Foo; public static implicit operator Outer(int value) => new() { Foo = new() { Value = value } }; }
        unsafe class Program
        {
            const bool Pinned = true;
            void Parameters(int first, params Foo[] rest) { }
            void Spans(params ReadOnlySpan<Foo> foos) { }
            void Run(int count, bool pin, Span<Foo> more, Foo[] array)
            {
                {{statements}}
            }
        }
        """;
}
