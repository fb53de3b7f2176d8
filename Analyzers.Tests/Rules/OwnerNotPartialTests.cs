using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class OwnerNotPartialTests() : RuleTests("ILIST008")
{
    private const string Tag = """[Contains(typeof(Foo), "Node")]""";
    private const string Head = Tag + " readonly PinnedListHead _head = new();";
    private const string StaticHead = Tag + " static readonly PinnedListHead _head = new();";

    public static TheoryData<string, string, string> Twins => new()
    {
        { $"«→partial» struct {{|#0:Owner|}} {{ {Tag} ListHead _head; }}", "Owner", "Owner._head" },
        { $"«→partial» class {{|#0:Owner|}} {{ {Head} }}", "Owner", "Owner._head" },
        { $"static «→partial» class {{|#0:Owner|}} {{ {StaticHead} }}", "Owner", "Owner._head" },
        { $"«→partial» interface {{|#0:IOwner|}} {{ {StaticHead} }}", "IOwner", "IOwner._head" },
        { $"public «→partial» record struct {{|#0:Owner|}} {{ {Tag} ListHead _head; }}", "Owner", "Owner._head" },
        { $"«→partial» record {{|#0:Owner|}}(int Size) {{ {Head} }}", "Owner", "Owner._head" },
        { $"ref «→partial» struct {{|#0:Owner|}} {{ {Tag} ListHead _head; }}", "Owner", "Owner._head" },
        { $"«→partial» struct {{|#0:@class|}}<T> {{ {Tag} ListHead _head; }}", "@class<T>", "@class<T>._head" },
        { $"«→partial» class {{|#0:Outer|}} {{ partial struct Owner {{ {Tag} ListHead _head; }} }}", "Outer", "Outer.Owner._head" },
        { $"partial class Outer {{ «→partial» struct {{|#0:Owner|}} {{ {Tag} ListHead _head; }} }}", "Outer.Owner", "Outer.Owner._head" },
        { $"partial class Outer<T> {{ «→partial» interface {{|#0:IMiddle|}} {{ partial record Owner {{ {Head} }} }} }}", "Outer<T>.IMiddle", "Outer<T>.IMiddle.Owner._head" },
        { $"namespace Inner.Most; «→partial» struct {{|#0:Owner|}} {{ {Tag} ListHead _head; }}", "Owner", "Owner._head" },
        { $"namespace Inner {{ «→partial» struct {{|#0:Owner|}} {{ {Tag} ListHead _first, _second; }} }}", "Owner", "Owner._first" },
    };

    public static TheoryData<string, string, string> FileLocalTwins => new()
    {
        { $"«file→internal» partial struct {{|#0:Owner|}} {{ {Tag} ListHead _head; }}", "Owner", "Owner._head" },
        { $"«file→internal» partial class {{|#0:Outer|}} {{ partial struct Owner {{ {Tag} ListHead _head; }} }}", "Outer", "Outer.Owner._head" },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string type, string head) => VerifyTwinsAsync(twins, $"'{type}' must be partial: the list of '{head}' is generated into it");

    [Fact]
    public Task RejectsOwnersOfArraysOfHeads() => VerifyTwinsAsync(
        """«→partial» struct {|#0:Owner|} { [Contains(typeof(Foo), "Node")] Heads _heads; } [InlineArray(4)] struct Heads { ListHead _first; }""",
        "'Owner' must be partial: the list of 'Owner._heads' is generated into it");

    [Theory]
    [MemberData(nameof(FileLocalTwins))]
    public Task RejectsOneFileLocalTwin(string twins, string type, string head) =>
        VerifyTwinsAsync(twins, $"'{type}' must not be local to its file: the list of '{head}' is generated into it");

    [Fact]
    public Task RejectsEveryTypeAround() => VerifyRejectedAsync(
        $$"""class {|#0:Outer|} { struct {|#1:Owner|} { {{Tag}} ListHead _head; } }""",
        "'Outer' must be partial: the list of 'Outer.Owner._head' is generated into it",
        "'Outer.Owner' must be partial: the list of 'Outer.Owner._head' is generated into it");

    [Fact]
    public Task RejectsATypeAroundSeveralOwnersOnce() => VerifyRejectedAsync(
        $$"""class {|#0:Outer|} { {{Head}} partial class Inner { partial struct First { {{Tag}} ListHead _head; } partial struct Second { {{Tag}} ListHead _head; } } }""",
        "'Outer' must be partial: the list of 'Outer._head' is generated into it");

    [Theory]
    [InlineData("struct Owner { }")]
    [InlineData("struct Owner { Foo _element; ListNode _node; }")]
    [InlineData("""partial struct Owner { [Contains(typeof(Foo), "Node")] ListHead _head; } struct Other { Owner _owner; }""")]
    public Task AcceptsTypesWithoutHeads(string source) => VerifyAcceptedAsync(source);

    [Fact]
    public Task LeavesAMissingModifierToTheCompiler() => VerifyAcceptedAsync(
        $$"""
        partial struct Owner { {{Tag}} ListHead _head; }
        // file
        struct {|CS0260:Owner|} { }
        """);
}
