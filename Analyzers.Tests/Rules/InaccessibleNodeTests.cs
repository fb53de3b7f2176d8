using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class InaccessibleNodeTests() : RuleTests("ILIST007")
{
    private const string AliasedPrelude = """
        extern alias Other;
        struct Key : Other::IKey { }
        struct Constrained<T> where T : unmanaged, Other::IKey { public ListNode Node; }
        struct Own<T> where T : unmanaged { public ListNode Node; }
        partial struct Partial<T> where T : unmanaged { public ListNode Node; }
        partial struct Owner {
        """;

    private const string AliasedRest = """
        }
        // library «Other→Other,global»
        using System.Runtime.CompilerServices;
        public partial struct Linked { public ListNode Node; }
        public partial struct LibraryOwner { [Contains(typeof(Linked), "Node")] private ListHead _head; }
        public class Library { public struct Plain { public ListNode Node; } }
        public struct Key { }
        public interface IKey { }
        public class Named { }
        [InlineArray(4)] public struct Heads { private ListHead _first; }
        """;

    private const string MakeElementPartial = "make 'Element' and every type around it partial";

    public static TheoryData<string, string> Nodes => new()
    {
        { "«→partial» struct Element { private ListNode Node; }", "it is private; " + MakeElementPartial },
        { "«→partial» struct Element { ListNode Node; }", "it is private; " + MakeElementPartial },
        { "«→partial» record struct Element(int Size) { ListNode Node; }", "it is private; " + MakeElementPartial },
        { "struct Element { «private→internal» ListNode Node; }", "it is private; " + MakeElementPartial },
        { "struct Element { «→public» ListNode Node; }", "it is private; " + MakeElementPartial },
    };

    public static TheoryData<string, string, string, string> Types => new()
    {
        // An element that only its own partial type can name
        {
            """partial class Outer { partial struct Owner { [Contains(typeof({|#0:Element|}), "Node")] ListHead _head; } private «→partial» struct Element { public ListNode Node; } }""",
            "Outer.Element", "Outer.Owner._head", "it is private; make 'Outer.Element' and every type around it partial"
        },
        {
            """partial class Outer { [Contains(typeof({|#0:Element|}), "Node")] readonly PinnedListHead _head = new(); protected «→internal» struct Element { public ListNode Node; } }""",
            "Outer.Element", "Outer._head", "it is protected; make 'Outer.Element' and every type around it partial"
        },
        {
            """partial class Outer { [Contains(typeof({|#0:Element|}), "Node")] readonly PinnedListHead _head = new(); «private protected→protected internal» struct Element { public ListNode Node; } }""",
            "Outer.Element", "Outer._head", "it is private protected; make 'Outer.Element' and every type around it partial"
        },
        {
            """partial class Outer { [Contains(typeof({|#0:Middle.Element|}), "Node")] readonly PinnedListHead _head = new(); «private→internal» class Middle { public struct Element { public ListNode Node; } } }""",
            "Outer.Middle", "Outer._head", "it is private; make 'Outer.Middle.Element' and every type around it partial"
        },
        {
            """partial struct Owner { [Contains(typeof({|#0:Element|}), "Node")] ListHead _head; } «file→internal» partial struct Element { public ListNode Node; }""",
            "Element", "Owner._head", "it is local to its file; make it internal"
        },

        // A type argument
        {
            """partial class Outer { private struct Key { } [Contains(typeof({|#0:Element<Key>|}), "Node")] readonly PinnedListHead _head = new(); } «→partial» struct Element<T> where T : unmanaged { public ListNode Node; }""",
            "Outer.Key", "Outer._head", "it is private; make 'Element<T>' and every type around it partial"
        },
        {
            """partial class Outer { «private→internal» struct Key { } [Contains(typeof({|#0:Element<Key>|}), "Node")] readonly PinnedListHead _head = new(); } partial struct Element<T> { public T Key; public ListNode Node; }""",
            "Outer.Key", "Outer._head", "it is private; make it internal"
        },
        {
            """partial class Outer { «private→internal» class Key { } [Contains(typeof({|#0:Element<Ptr<Element<Key[]>>>|}), "Node")] readonly PinnedListHead _head = new(); } struct Element<T> { public ListNode Node; }""",
            "Outer.Key", "Outer._head", "it is private; make 'Element<T>' and every type around it partial"
        },
    };

    [Theory]
    [MemberData(nameof(Nodes))]
    public Task RejectsOneNodeTwin(string twins, string reason) => VerifyTwinsAsync(
        $$"""
        partial struct Owner { [Contains(typeof(Element), {|#0:"Node"|})] ListHead _head; }
        {{twins}}
        """,
        Message("Element.Node", "Owner._head", reason));

    [Fact]
    public Task RejectsNodesOfArraysOfHeads() => VerifyTwinsAsync(
        """
        partial struct Owner { [Contains(typeof(Element), {|#0:"Node"|})] Heads _head; }
        [InlineArray(4)] struct Heads { ListHead _first; }
        «→partial» struct Element { private ListNode Node; }
        """,
        Message("Element.Node", "Owner._head", "it is private; make 'Element' and every type around it partial"));

    // Partial already, and yet the link cannot be nested: the type is not unmanaged as defined
    [Fact]
    public Task RejectsNodesOfGenericElements() => VerifyTwinsAsync(
        """
        partial struct Owner { [Contains(typeof(Element<int>), {|#0:"Node"|})] ListHead _head; }
        partial struct Element<T> «→where T : unmanaged» { public T Value; ListNode Node; }
        """,
        Message("Element<T>.Node", "Owner._head", "it is private; make it internal"));

    [Theory]
    [MemberData(nameof(Types))]
    public Task RejectsOneTypeTwin(string twins, string type, string head, string reason) => VerifyTwinsAsync(twins, Message(type, head, reason));

    [Theory]
    [InlineData("Element", "Internal")]
    [InlineData("Element", "Private")]
    [InlineData("Generic<int>", "Private")]
    public Task RejectsNodesOfOtherAssemblies(string element, string node) => VerifyTwinsAsync(
        $$"""
        partial struct Owner { [Contains(typeof({{element}}), {|#0:"«{{node}}→Public»"|})] ListHead _head; }
        // library
        public partial struct Element { public ListNode Public; internal ListNode Internal; private ListNode Private; }
        public partial struct Generic<T> { public ListNode Public; internal ListNode Internal; private ListNode Private; }
        """,
        Message($"{element.Replace("int", "T")}.{node}", "Owner._head", "it is not accessible from this assembly"));

    /// <summary>Gets tags that need a type of the library, and what generated code would have to name.</summary>
    public static TheoryData<string, string> Aliased => new()
    {
        // The link is generated in the library, or not
        { "[Contains(typeof({|#0:Other::Linked|}), \"Node\")] ListHead _head;", "Linked" },
        { "[Contains(typeof({|#0:Other::Library.Plain|}), \"Node\")] ListHead _head;", "Library" },

        // A type argument
        { "[Contains(typeof({|#0:Own<Other::Key>|}), \"Node\")] ListHead _head;", "Key" },
        { "[Contains(typeof({|#0:Partial<Ptr<Other::Key>>|}), \"Node\")] ListHead _head;", "Key" },

        { "void M(Partial<Other::Key>.NodeLink link) { } [Contains(typeof({|#0:Partial<Other::Key>|}), \"Node\")] ListHead _head;", "Key" },

        // A constraint of the link
        { "[Contains(typeof({|#0:Constrained<Key>|}), \"Node\")] ListHead _head;", "IKey" },

        // The head
        { "[Contains(typeof(Foo), \"Node\")] Other::Heads {|#0:_head|};", "Heads" },
    };

    [Theory]
    [MemberData(nameof(Aliased))]
    public Task RejectsAssembliesWithAliasesOnly(string member, string unreachable) => VerifyTwinsAsync(
        AliasedPrelude + member + AliasedRest,
        Message(unreachable, "Owner._head", "its assembly is known by an extern alias only; give the reference the alias 'global' too"));

    // What generated code does not name, or has a name for
    [Theory]
    [InlineData("[Contains(typeof(Partial<int>), \"Node\")] ListHead _head; bool IsEmpty => Head.IsEmpty; Other::Key _key;")]
    [InlineData("[FixedAddressValueType, Contains(typeof(Foo), \"Node\")] static Other::Heads _head; bool IsEmpty => Head[0].IsEmpty;")]
    [InlineData("partial class Inner : Other::Named { [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _head = new(); bool IsEmpty => Head.IsEmpty; }")]
    public Task AcceptsAliasesThatAreNotNeeded(string member) => VerifyAcceptedAsync(AliasedPrelude + member + AliasedRest.Replace("«Other→Other,global»", "Other"));

    private static string Message(string unreachable, string head, string reason) => $"Generated code cannot reach '{unreachable}' to link the elements of '{head}': {reason}";
}
