using System.Threading.Tasks;
using IntrusiveLists.CodeFixes;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class TestForNullFixTests : FixTests<TestForNullFix>
{
    private const string Owner = """

        // file
        partial class Owner { [Contains(typeof(Foo), "Node")] public readonly PinnedListHead _head = new(); }
        """;

    public static TheoryData<string, string> Fixes => new()
    {
        {
            "static class Test { static void M(Owner owner) { Ptr<Foo> foo = owner.Head.First; {|ILIST205:foo|}.Value.Value = 3; } }",
            "static class Test { static void M(Owner owner) { Ptr<Foo> foo = owner.Head.First; if (foo.IsNull) { return; } foo.Value.Value = 3; } }"
        },
        {
            "static class Test { static int M(Owner owner) { Ptr<Foo> foo = owner.Head.First; return {|ILIST205:foo|}.Value.Value; } }",
            "static class Test { static int M(Owner owner) { Ptr<Foo> foo = owner.Head.First; if (foo.IsNull) { throw new InvalidOperationException(); } return foo.Value.Value; } }"
        },
        {
            "static class Test { static int M(Owner[] owners) { int sum = 0; foreach (Owner owner in owners) { Ptr<Foo> foo = owner.Head.Last; sum += {|ILIST205:foo|}.Value.Value; } return sum; } }",
            "static class Test { static int M(Owner[] owners) { int sum = 0; foreach (Owner owner in owners) { Ptr<Foo> foo = owner.Head.Last; if (foo.IsNull) { continue; } sum += foo.Value.Value; } return sum; } }"
        },
        {
            """
            static class Test
            {
                static void M(Owner owner)
                {
                    Ptr<Foo> @class = owner.Head.First;

                    // the value
                    int value = {|ILIST205:@class|}.Value.Value;
                }
            }
            """,
            """
            static class Test
            {
                static void M(Owner owner)
                {
                    Ptr<Foo> @class = owner.Head.First;

                    // the value
                    if (@class.IsNull)
                    {
                        return;
                    }
                    int value = @class.Value.Value;
                }
            }
            """
        },
    };

    public static TheoryData<string, string> UsesInPlace => new()
    {
        { "{|ILIST205:owner.Head.First|}.Value.Value = 3;", "owner.Head.First.OrThrow().Value.Value = 3;" },
        { "{|ILIST205:owner.Head.Next(foo)|}.Value.Value = 3;", "owner.Head.Next(foo).OrThrow().Value.Value = 3;" },
        { "owner.Head.Remove({|ILIST205:owner.Head.Last|} /* it */);", "owner.Head.Remove(owner.Head.Last.OrThrow() /* it */);" },
        { "Func<int> later = () => {|ILIST205:owner.Head.First|}.Value.Value;", "Func<int> later = () => owner.Head.First.OrThrow().Value.Value;" },
        { "while ({|ILIST205:owner.Head.First|}.Value.Value == 1) { }", "while (owner.Head.First.OrThrow().Value.Value == 1) { }" },
        {
            "_ = {|ILIST205:owner.Head.First|}.Value.Value + {|ILIST205:owner.Head.Previous(foo)|}.Value.Value;",
            "_ = owner.Head.First.OrThrow().Value.Value + owner.Head.Previous(foo).OrThrow().Value.Value;"
        },
    };

    [Theory]
    [MemberData(nameof(UsesInPlace))]
    public Task ChecksWhatIsUsedInPlace(string before, string after) => VerifyFixAsync(Use(before) + Owner, Use(after) + Owner);

    [Fact]
    public Task NamesWhatIsUsedInPlace() => VerifyFixAsync(
        Use("{|ILIST205:owner.Head.First|}.Value.Value = 3;") + Owner,
        Use("owner.Head.First.OrThrow().Value.Value = 3;") + Owner,
        "Throw where 'owner.Head.First' is null");

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task Mends(string before, string after) => VerifyFixAsync(before + Owner, after + Owner);

    [Fact]
    public Task OffersToThrowToo() => VerifyFixAsync(
        "static class Test { static void M(Owner owner) { Ptr<Foo> foo = owner.Head.First; if ({|ILIST205:foo|}.Value.Value == 1) { } } }" + Owner,
        "static class Test { static void M(Owner owner) { Ptr<Foo> foo = owner.Head.First; if (foo.IsNull) { throw new InvalidOperationException(); } if (foo.Value.Value == 1) { } } }" + Owner,
        "Throw when 'foo' is null",
        action: 1);

    [Theory]

    // Used more than once, or in no block
    [InlineData("static class Test { static void M(Owner owner) { Ptr<Foo> foo = owner.Head.First; while ({|ILIST205:foo|}.Value.Value == 1) foo = owner.Head.Next(foo); } }")]
    [InlineData("static class Test { static void M(Owner owner, bool one) { Ptr<Foo> foo = owner.Head.First; if (one) {|ILIST205:foo|}.Value.Value = 3; } }")]
    public Task OffersNothingThatDoesNotFit(string source) => VerifyNoFixAsync(source + Owner);

    private static string Use(string statement) => $"static class Test {{ static void M(Owner owner, Ptr<Foo> foo) {{ {statement} }} }}";
}
