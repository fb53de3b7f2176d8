using System.Threading.Tasks;
using IntrusiveLists.CodeFixes;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class StateNodeFixTests : FixTests<StateNodeFix>
{
    private const string Owner = """

        // file
        partial class Owner { [Contains(typeof(Foo), "Node")] public readonly PinnedListHead _first = new(); [Contains(typeof(Foo), "Other")] public readonly PinnedListHead _second = new(); }
        """;

    public static TheoryData<string, string> Fixes => new()
    {
        {
            "static class Test { static Ptr<Foo> M(Ptr<ListNode> node) => Foo.NodeLink.ContainerOf({|ILIST202:node|}); }",
            "static class Test { static Ptr<Foo> M([NodeOf(typeof(Foo), nameof(Foo.Node))] Ptr<ListNode> node) => Foo.NodeLink.ContainerOf(node); }"
        },
        {
            "static class Test { static Ptr<Foo> M(int size, /* it */ Ptr<ListNode> @class) { return Foo.OtherLink.ContainerOf({|ILIST202:@class|}); } }",
            "static class Test { static Ptr<Foo> M(int size, /* it */ [NodeOf(typeof(Foo), nameof(Foo.Other))] Ptr<ListNode> @class) { return Foo.OtherLink.ContainerOf(@class); } }"
        },
        {
            "class Test { private Ptr<ListNode> _node; Ptr<Foo> M() => Foo.NodeLink.ContainerOf({|ILIST202:_node|}); }",
            "class Test { [NodeOf(typeof(Foo), nameof(Foo.Node))] private Ptr<ListNode> _node; Ptr<Foo> M() => Foo.NodeLink.ContainerOf(_node); }"
        },
        {
            "class Test { Ptr<ListNode> Property { get; set; } Ptr<Foo> M(Test test) => Foo.NodeLink.ContainerOf({|ILIST202:test.Property|}); }",
            "class Test { [NodeOf(typeof(Foo), nameof(Foo.Node))] Ptr<ListNode> Property { get; set; } Ptr<Foo> M(Test test) => Foo.NodeLink.ContainerOf(test.Property); }"
        },
        {
            "class Test { static Ptr<ListNode> Find() => default; Ptr<Foo> M(Test test) => Foo.NodeLink.ContainerOf({|ILIST202:Find()|}); }",
            "class Test { [return: NodeOf(typeof(Foo), nameof(Foo.Node))] static Ptr<ListNode> Find() => default; Ptr<Foo> M(Test test) => Foo.NodeLink.ContainerOf(Find()); }"
        },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task Mends(string before, string after) => VerifyFixAsync(before + Owner, after + Owner);

    [Fact]
    public Task MendsManyAtOnce() => VerifyFixAsync(
        "static class Test { static Ptr<Foo> M(Ptr<ListNode> node) => Foo.NodeLink.ContainerOf({|ILIST202:node|}); }\n// file\nstatic class Other { static Ptr<Foo> M(Ptr<ListNode> node) => Foo.NodeLink.ContainerOf({|ILIST202:node|}); }" + Owner,
        "static class Test { static Ptr<Foo> M([NodeOf(typeof(Foo), nameof(Foo.Node))] Ptr<ListNode> node) => Foo.NodeLink.ContainerOf(node); }\n// file\nstatic class Other { static Ptr<Foo> M([NodeOf(typeof(Foo), nameof(Foo.Node))] Ptr<ListNode> node) => Foo.NodeLink.ContainerOf(node); }" + Owner);

    [Fact]
    public Task NamesParameterAndNode() => VerifyFixAsync(
        "static class Test { static Ptr<Foo> M(Ptr<ListNode> node) => Foo.NodeLink.ContainerOf({|ILIST202:node|}); }" + Owner,
        "static class Test { static Ptr<Foo> M([NodeOf(typeof(Foo), nameof(Foo.Node))] Ptr<ListNode> node) => Foo.NodeLink.ContainerOf(node); }" + Owner,
        "State that 'node' leads to 'Foo.Node'");

    [Theory]

    // Declared together, in another assembly, in a lambda that has no types
    [InlineData("class Test { Ptr<ListNode> _first, _second; Ptr<Foo> M() => Foo.NodeLink.ContainerOf({|ILIST202:_first|}); }")]
    [InlineData("class Test { Ptr<Foo> M(Func<Ptr<ListNode>> find) => Foo.NodeLink.ContainerOf({|ILIST202:find()|}); }")]
    [InlineData("class Test { delegate Ptr<Foo> Finder(Ptr<ListNode> node); Finder M() => node => Foo.NodeLink.ContainerOf({|ILIST202:node|}); }")]
    public Task OffersNothingThatDoesNotFit(string source) => VerifyNoFixAsync(source + Owner);
}
