using System.Threading.Tasks;
using IntrusiveLists.CodeFixes;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class PassByReferenceFixTests : FixTests<PassByReferenceFix>
{
    public static TheoryData<string, string> Fixes => new()
    {
        {
            "static class Test { static void M(Ptr<Foo> element) => Use({|ILIST101:element.Value|}); static void Use(Foo foo) { } }",
            "static class Test { static void M(Ptr<Foo> element) => Use(ref element.Value); static void Use(ref Foo foo) { } }"
        },
        {
            "static class Test { static void M(Ptr<Foo> element) { Use({|ILIST101:element.Value|}, 1); Use(size: 2, foo: {|ILIST101:element.Value|}); void Use(Foo foo, int size) { } } }",
            "static class Test { static void M(Ptr<Foo> element) { Use(ref element.Value, 1); Use(size: 2, foo: ref element.Value); void Use(ref Foo foo, int size) { } } }"
        },
        {
            "class Test { Test(Foo foo) { } static Test M(Ptr<Foo> element) => new Test({|ILIST101:element.Value|}); static Test N(ref Foo foo) => new({|ILIST101:foo|}); }",
            "class Test { Test(ref Foo foo) { } static Test M(Ptr<Foo> element) => new Test(ref element.Value); static Test N(ref Foo foo) => new(ref foo); }"
        },
        {
            "class Test { void Use(Foo foo, Foo other) { } void M(Test? test, ref Foo foo, Ptr<Foo> element) => test?.Use({|ILIST101:foo|}, {|ILIST101:element.Value|}); }",
            "class Test { void Use(ref Foo foo, ref Foo other) { } void M(Test? test, ref Foo foo, Ptr<Foo> element) => test?.Use(ref foo, ref element.Value); }"
        },
        {
            """
            static class Test { public static void Use<T>(T value, Foo /* it */ foo) { } }
            // file
            static class First { static void M(Ptr<Foo> element) => Test.Use(1, {|ILIST101:element.Value|}); }
            // file
            static class Second { static void M(ref Foo foo) => Test.Use("", {|ILIST101:foo|}); }
            """,
            """
            static class Test { public static void Use<T>(T value, ref Foo /* it */ foo) { } }
            // file
            static class First { static void M(Ptr<Foo> element) => Test.Use(1, ref element.Value); }
            // file
            static class Second { static void M(ref Foo foo) => Test.Use("", ref foo); }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task Mends(string before, string after) => VerifyFixAsync(before, after);

    [Fact]
    public Task NamesParameterAndMethod() => VerifyFixAsync(
        "static class Test { static void M(ref Foo one) => Use({|ILIST101:one|}); static void Use(Foo foo) { } }",
        "static class Test { static void M(ref Foo one) => Use(ref one); static void Use(ref Foo foo) { } }",
        "Take 'foo' of 'Use' by reference");

    [Theory]

    // Others are bound to the signature
    [InlineData("class Test { protected virtual void Use(Foo foo) { } void M(ref Foo foo) => Use({|ILIST101:foo|}); }")]
    [InlineData("interface IUser { void Use(Foo foo); } class Test : IUser { public void Use(Foo foo) { } void M(ref Foo foo) => Use({|ILIST101:foo|}); }")]
    [InlineData("class Test { void Use(Foo foo) { } void M(ref Foo foo) { Use({|ILIST101:foo|}); Action<Foo> use = Use; } }")]

    // What is passed is no variable, or must not be written to
    [InlineData("class Test { void Use(Foo foo) { } void M(ref Foo foo) { Use({|ILIST101:foo|}); Use(new Foo()); } }")]
    [InlineData("class Test { void Use(Foo foo) { } void M(in Foo foo) { Use({|ILIST101:foo|}); } }")]
    [InlineData("class Test { void Use(Foo foo = default) { } void M(ref Foo foo) { Use({|ILIST101:foo|}); Use(); } }")]

    // Its own copy
    [InlineData("class Test { void Use(Foo foo) { {|ILIST105:foo|} = default; } void M(ref Foo foo) { Use({|ILIST101:foo|}); } }")]

    // A method of another assembly
    [InlineData("class Test { void M(ref Foo foo, Action<Foo> use) { use({|ILIST101:foo|}); } }")]
    public Task OffersNothingThatDoesNotFit(string source) => VerifyNoFixAsync(source);
}
