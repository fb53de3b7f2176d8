using System.Threading.Tasks;
using IntrusiveLists.CodeFixes;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class StorePointerFixTests : FixTests<StorePointerFix>
{
    public static TheoryData<string, string> Fixes => new()
    {
        // Fields
        { "class Test { Foo {|ILIST103:_foo|}; }", "class Test { Ptr<Foo> _foo; }" },
        { "class Test { private readonly Foo {|ILIST103:_foo|} = default; /* it */ }", "class Test { private readonly Ptr<Foo> _foo = default; /* it */ }" },
        { "class Test { Foo {|ILIST103:_first|}, {|ILIST103:_second|}; }", "class Test { Ptr<Foo> _first, _second; }" },
        { "struct Test { static Foo {|ILIST103:s_foo|}; }", "struct Test { static Ptr<Foo> s_foo; }" },
        { "class Test { Outer {|ILIST103:_outer|}; } struct Outer { public Foo Foo; }", "class Test { Ptr<Outer> _outer; } struct Outer { public Foo Foo; }" },
        { "class Test<[AddressStable] T> where T : unmanaged { T {|ILIST103:_value|}; }", "class Test<[AddressStable] T> where T : unmanaged { Ptr<T> _value; }" },
        { "namespace Mine { struct Ptr<T> { } class Test { Foo {|ILIST103:_foo|}; } }", "namespace Mine { struct Ptr<T> { } class Test { IntrusiveLists.Ptr<Foo> _foo; } }" },

        // Type arguments
        { "class Test { List<{|ILIST103:Foo|}>? _foos; }", "class Test { List<Ptr<Foo>>? _foos; }" },
        { "class Test { List<{|ILIST103:Foo|}> _foos = new(); }", "class Test { List<Ptr<Foo>> _foos = new(); }" },
        { "class Test { List<{|ILIST103:Foo|}> _foos = new List<{|ILIST103:Foo|}>(); }", "class Test { List<Ptr<Foo>> _foos = new List<Ptr<Foo>>(); }" },
        { "class Test { readonly Dictionary<int, List<{|ILIST103:Foo|}>> _foos = []; }", "class Test { readonly Dictionary<int, List<Ptr<Foo>>> _foos = []; }" },
        { "class Test { void M() { List<{|ILIST103:global::Foo|}> foos = []; foos.Clear(); } }", "class Test { void M() { List<Ptr<Foo>> foos = []; foos.Clear(); } }" },
        { "class Test { void M() { var foos = new List<{|ILIST103:Foo|}>(); foos.Clear(); } }", "class Test { void M() { var foos = new List<Ptr<Foo>>(); foos.Clear(); } }" },
        { "class Test { static int Count(List<{|ILIST103:Foo|}> foos) => foos.Count; }", "class Test { static int Count(List<Ptr<Foo>> foos) => foos.Count; }" },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task Mends(string before, string after) => VerifyFixAsync(Program(before), Program(after));

    [Fact]
    public Task NamesThePointer() =>
        VerifyFixAsync("class Test { Foo {|ILIST103:_foo|}; }", "class Test { Ptr<Foo> _foo; }", "Store a Ptr<Foo> instead");

    [Fact]
    public Task MendsManyAtOnce() => VerifyFixAsync(
        Program(
            """
            class First { Foo {|ILIST103:_foo|}; List<{|ILIST103:Bar|}> _bars = new List<{|ILIST103:Bar|}>(); }
            // file
            static class Second { static Bar {|ILIST103:s_bar|}; }
            """),
        Program(
            """
            class First { Ptr<Foo> _foo; List<Ptr<Bar>> _bars = new List<Ptr<Bar>>(); }
            // file
            static class Second { static Ptr<Bar> s_bar; }
            """));

    [Theory]

    // Uses that a Ptr does not have
    [InlineData("class Test { Foo {|ILIST103:_foo|}; int Value => _foo.Value; }")]
    [InlineData("class Test { Foo {|ILIST103:_foo|}; ref Foo Place => ref _foo; }")]
    [InlineData("class Test { Foo {|ILIST103:_foo|} = new Foo(); }")]
    [InlineData("class Test { public Foo {|ILIST103:Foo|}; }\n// file\nclass User { void M(Test test) => N(ref test.Foo); void N(ref Foo foo) { } }")]
    [InlineData("class Test { List<{|ILIST103:Foo|}> _foos = new(); void M() => _foos.Add(new Foo()); }")]
    [InlineData("class Test { public static int Count(List<{|ILIST103:Foo|}> foos) => foos.Count; }\n// file\nclass User { void M() => Test.Count(new System.Collections.Generic.List<{|ILIST103:Foo|}>()); }")]

    // No element
    [InlineData("partial class Test { [Contains(typeof(Foo), \"Node\")] ListHead {|ILIST103:_head|}; }")]
    [InlineData("class Test { ListNode {|ILIST103:_node|}; }")]
    [InlineData("class Test { Named {|ILIST103:_named|}; } struct Named { public string Name; public Foo Foo; }")]
    [InlineData("class Test { object M() => new {|ILIST103:Foo[3]|}; }")]
    public Task OffersNothingThatDoesNotFit(string source) => VerifyNoFixAsync(Program(source));

    private static string Program(string source) => "using System.Collections.Generic; " + source;
}
