using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class GeneratedCodeOnlyTests() : RuleTests("ILIST207")
{
    private const string Members = "public nint Offset => 0; public string NodeName => \"\";";

    public static TheoryData<string, string> Implementations => new()
    {
        { $"struct Link : {{|#0:«IListLink<Bar>→IDisposable»|}} {{ {Members} public void Dispose() {{ }} }}", "Link" },
        { $"class Link : {{|#0:«IListLink<Bar>→IDisposable»|}} {{ {Members} public void Dispose() {{ }} }}", "Link" },
        { $"record struct Link(int Size) : {{|#0:«IListLink<Bar>→IDisposable»|}} {{ {Members} public void Dispose() {{ }} }}", "Link" },
        { $"class Outer<T> {{ struct Link : IDisposable, {{|#0:«IListLink<Bar>→ICloneable»|}} {{ {Members} public void Dispose() {{ }} public object Clone() => this; }} }}", "Outer<T>.Link" },
        { $"struct Link<T> : {{|#0:«IListLink<T>→IEquatable<T>»|}} where T : unmanaged {{ {Members} public bool Equals(T other) => false; }}", "Link<T>" },
        { $"struct Link : {{|#0:global::IntrusiveLists.«IListLink<Bar>→IRecordProvider»|}} {{ {Members} public void Describe(IntrusiveRecordBuilder record) {{ }} }}", "Link" },
        { $"using Interface = IntrusiveLists.IListLink<Bar>; struct Link : {{|#0:«Interface→IDisposable»|}} {{ {Members} public void Dispose() {{ }} }}", "Link" },
        { "struct Link : {|#0:«IListLink<Bar>→IMine»|} { nint «IListLink<Bar>→IMine».Offset => 0; string «IListLink<Bar>→IMine».NodeName => \"\"; } interface IMine { nint Offset { get; } string NodeName { get; } }", "Link" },
        { $"[System.CodeDom.Compiler.GeneratedCode(\"Other\", \"1.0\")] struct Link : {{|#0:«IListLink<Bar>→IDisposable»|}} {{ {Members} public void Dispose() {{ }} }}", "Link" },

        // Once, where the interface is named: not again for what derives from it
        { $"interface ILink : {{|#0:«IListLink<Bar>→IDisposable»|}} {{ }} struct Link : ILink {{ {Members} public void Dispose() {{ }} }}", "ILink" },
        { $"class Link : {{|#0:«IListLink<Bar>→IDisposable»|}} {{ {Members} public void Dispose() {{ }} }} class Derived : Link {{ }}", "Link" },
        {
            $$"""
            partial struct Link { {{Members}} public void Dispose() { } }
            // file
            partial struct Link : {|#0:«IListLink<Bar>→IDisposable»|} { }
            """,
            "Link"
        },
    };

    public static TheoryData<string, string> Calls => new()
    {
        { "bool Run(ref ListHead head) => {|#0:«IntrusiveList<Bar, Bar.LinkLink>→Mine».FromHead(ref head)|}.IsEmpty;", "IntrusiveList<Bar, Bar.LinkLink>" },
        { "bool Run(PinnedListHead head) => {|#0:«IntrusiveList<Bar, Bar.LinkLink>→Mine».FromHead(head)|}.IsEmpty;", "IntrusiveList<Bar, Bar.LinkLink>" },
        { "int _count = {|#0:«IntrusiveList<Bar, Bar.LinkLink>→Mine».FromHead(new PinnedListHead())|}.Count();", "IntrusiveList<Bar, Bar.LinkLink>" },
        { "void Run() { bool Local(ref ListHead head) => {|#0:«IntrusiveList<Bar, Bar.LinkLink>→Mine».FromHead(ref head)|}.IsEmpty; }", "IntrusiveList<Bar, Bar.LinkLink>" },
        { "Factory Run => {|#0:«IntrusiveList<Bar, Bar.LinkLink>→Mine».FromHead|};", "IntrusiveList<Bar, Bar.LinkLink>" },
        { "unsafe delegate*<PinnedListHead, IntrusiveList<Bar, Bar.LinkLink>> Run() => &{|#0:«IntrusiveList<Bar, Bar.LinkLink>→Mine».FromHead|};", "IntrusiveList<Bar, Bar.LinkLink>" },
        { "void Run<TLink>(PinnedListHead head) where TLink : unmanaged, IListLink<Bar> => {|#0:«IntrusiveList<Bar, TLink>→Mine».FromHead(head)|}.Clear();", "IntrusiveList<Bar, TLink>" },
        { "string Run() => «nameof(IntrusiveList<Bar, Bar.LinkLink>.FromHead) + {|#0:IntrusiveList<Bar, Bar.LinkLink>.FromHead(new PinnedListHead())|}.IsEmpty→nameof(IntrusiveList<Bar, Bar.LinkLink>.FromHead)»;", "IntrusiveList<Bar, Bar.LinkLink>" },
    };

    [Theory]
    [MemberData(nameof(Implementations))]
    public Task RejectsOneImplementation(string twins, string type) =>
        VerifyTwinsAsync(twins, $"'IListLink' is for generated code only: '{type}' must not implement it; name the node in a [Contains] tag and its link is generated");

    [Theory]
    [MemberData(nameof(Calls))]
    public Task RejectsOneCall(string twins, string list) => VerifyTwinsAsync(
        $$"""
        delegate IntrusiveList<Bar, Bar.LinkLink> Factory(PinnedListHead head);

        static class Mine
        {
            public static IntrusiveList<Bar, Bar.LinkLink> FromHead(ref ListHead head) => default;
            public static IntrusiveList<Bar, Bar.LinkLink> FromHead(PinnedListHead head) => default;
        }

        partial class Program
        {
            [Contains(typeof(Bar), "Link")] readonly PinnedListHead _bars = new();
            {{twins}}
        }
        """,
        $"'{list}.FromHead' is for generated code only: tag the head with [Contains] and use the list property of its owner");

    [Fact]
    public Task AcceptsItAsAConstraint() => VerifyAcceptedAsync(
        """
        class Generic<TLink> where TLink : unmanaged, IListLink<Bar> { IListLink<Bar> _link = default(TLink); }
        """);
}
