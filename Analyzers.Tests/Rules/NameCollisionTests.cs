using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class NameCollisionTests() : RuleTests("ILIST014")
{
    private const string ChooseAnother = "; choose another, as in Name = \"Ready\"";
    private const string RenameOne = "; rename the one or the other";

    public static TheoryData<string, string, string> Names => new()
    {
        { "«1x→x1»", "1x", "it is not an identifier" },
        { "«→_»", "", "it is not an identifier" },
        { "« →_»", " ", "it is not an identifier" },
        { "Re«-→_»ady", "Re-ady", "it is not an identifier" },
        { "«@→»class", "@class", "it is not an identifier" },
        { "Grö«.→»ße", "Grö.ße", "it is not an identifier" },
        { "Owner«→s»", "Owner", "it is the name of the type itself" },
        { "T«→Value»", "T", "it is a type parameter of 'Owner<T>'" },
        { "EnterLock«→s»", "EnterLock", "it is reserved for entering the owner's lock" },
        { "_head«→s»", "_head", "'Owner<T>' has a member of that name" },
    };

    public static TheoryData<string> Members =>
    [
        "int Head«→s»;",
        "int Head«→s» { get; set; }",
        "int Head«→s» => 0;",
        "const int Head«→s» = 0;",
        "static int Head«→s»;",
        "void Head«→s»() { }",
        "static void Head«→s»<T>(T value) { }",
        "event Action Head«→s» { add { } remove { } }",
        "struct Head«→s» { }",
        "class Head«→s»<T> { }",
        "enum Head«→s» { }",
        "delegate void Head«→s»();",
        "[IndexerName(\"Head«→s»\")] int this[int index] => index;",
        "IntrusiveList<Foo, Foo.NodeLink> Head«→s» => default;",
    ];

    /// <summary>Gets classes with an abstract member that nobody could override if a list hid it.</summary>
    public static TheoryData<string, string> AbstractMembers => new()
    {
        { "abstract class Base { public abstract int Head«→s» { get; } }", "Base.Head" },
        { "abstract class Base { protected abstract void Head«→s»(); }", "Base.Head()" },
        { "abstract class Base { internal abstract void Head«→s»<T>(T value); }", "Base.Head<T>(T)" },
        { "abstract class Base { protected internal abstract event Action Head«→s»; }", "Base.Head" },
        { "abstract class Base<T> { public abstract T Head«→s» { get; } } abstract class Base : Base<int> { }", "Base<int>.Head" },
        { "abstract class Root { public abstract int Head { get; } } abstract class Base : Root { «→public override int Head => 0;» }", "Root.Head" },
        { "abstract class Root { public abstract int Head { get; } } abstract class Base : Root { «private→internal» new int Head => 0; }", "Root.Head" },
    };

    /// <summary>Gets abstract members that what is generated for a lock would hide.</summary>
    public static TheoryData<string, string, string> AbstractMembersBesideLocks => new()
    {
        { "public abstract void EnterLock(«→int timeout»);", "EnterLock", "Base.EnterLock()" },
        { "protected abstract int EnterLock«→s» { get; }", "EnterLock", "Base.EnterLock" },
        { "public abstract int LockGuard«→s»(int timeout);", "LockGuard", "Base.LockGuard(int)" },
    };

    public static TheoryData<string, string> Accessors => new()
    {
        { "int get_Head«→s»() => 0;", "get_Head" },
        { "static int get_Head(«→int index») => 0;", "get_Head" },
        { "int get_Head«→s»<T>() => 0;", "get_Head" },
        { "int get_Head«→s»;", "get_Head" },
        { "struct get_Head«→s» { }", "get_Head" },
        { "int set_Head«;→() => 0;»", "set_Head" },
        { "struct set_Head«→s» { }", "set_Head" },
    };

    public static TheoryData<string, string, string> Links => new()
    {
        { "partial struct Element { public ListNode Node; int NodeLink«→s»; }", "Element.Node", "'Element' has a member of that name" },
        { "partial struct Element { public ListNode Node; void NodeLink«→s»() { } }", "Element.Node", "'Element' has a member of that name" },
        { "partial struct Element { public ListNode Node; struct NodeLink«→<T>» { } }", "Element.Node", "'Element' has a member of that name" },
        { "«partial→» struct Element { public ListNode Node; ListNode NodeLink; }", "Element.Node", "'Element' has a member of that name" },
        { "partial struct Element { public ListNode Node, _node«→s»; }", "Element.Node", "the link of the node '_node' has it" },
        { "partial struct Element { public ListNode Node, m_node«→s»; }", "Element.Node", "the link of the node 'm_node' has it" },
        { "partial struct Element { public ListNode Node; [Contains(typeof(Foo), \"Node\", Name = \"NodeLink«→s»\")] ListHead _head; }", "Element.Node", "the list of '_head' has it" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public Task RejectsOneName(string twins, string name, string reason) => VerifyTwinsAsync(
        $$"""partial struct Owner<T> where T : unmanaged { T _value; [Contains(typeof(Foo), "Node", {|#0:Name = "{{twins}}"|})] ListHead _head; }""",
        Message(name, "Owner<T>._head", reason + ChooseAnother));

    [Theory]
    [MemberData(nameof(Members))]
    public Task RejectsNamesOfMembers(string twins) => VerifyTwinsAsync(
        $$"""
        partial class Owner { [Contains(typeof(Foo), "Node")] readonly PinnedListHead {|#0:_head|} = new(); }
        // file
        partial class Owner { {{twins}} }
        """,
        Message("Head", "Owner._head", "'Owner' has a member of that name" + ChooseAnother));

    [Theory]
    [MemberData(nameof(Accessors))]
    public Task RejectsNamesOfAccessors(string twins, string accessor) => VerifyTwinsAsync(
        $$"""partial class Owner { [Contains(typeof(Foo), "Node")] readonly PinnedListHead {|#0:_head|} = new(); {{twins}} }""",
        Message("Head", "Owner._head", $"'Owner' has a member with the name of its accessor, '{accessor}'" + ChooseAnother));

    [Theory]
    [MemberData(nameof(AbstractMembers))]
    public Task RejectsNamesOfAbstractMembers(string twins, string member) => VerifyTwinsAsync(
        $$"""
        abstract partial class Owner : Base { [Contains(typeof(Foo), "Node")] public readonly PinnedListHead {|#0:_head|} = new(); }
        {{twins}}
        """,
        Message("Head", "Owner._head", $"it would hide the abstract '{member}'" + ChooseAnother));

    // What other assemblies do not see is no hindrance to them
    [Theory]
    [InlineData("«public→internal»")]
    [InlineData("«protected→private»")]
    public Task RejectsAbstractNamesOfVisibleLists(string twins) => VerifyTwinsAsync(
        $$"""
        abstract partial class Owner : Base { [Contains(typeof(Foo), "Node")] {{twins}} readonly PinnedListHead {|#0:_head|} = new(); }
        public abstract class Base { public abstract int Head { get; } }
        """,
        Message("Head", "Owner._head", "it would hide the abstract 'Base.Head'" + ChooseAnother));

    [Theory]
    [MemberData(nameof(AbstractMembersBesideLocks))]
    public Task RejectsAbstractMembersWithNamesOfLocks(string twins, string name, string member) => VerifyTwinsAsync(
        $$"""
        abstract partial class Owner : Base { ListLock _gate; [Contains(typeof(Foo), "Node")] public readonly PinnedListHead {|#0:_head|} = new(); }
        abstract class Base { {{twins}} }
        """,
        Message(name, "Owner._head", $"it would hide the abstract '{member}'; rename that"));

    // What overrides the member drains the list; a member with other parameters is another one
    [Theory]
    [InlineData("readonly PinnedListHead s_head = new()", "DrainHead()", "{|CS1501:DrainHead|}(0)")]
    [InlineData("readonly PinnedListHead s_head = new()", "DrainHead(int index)", "DrainHead()")]
    [InlineData("Heads s_head", "DrainHead(int index)", "{|CS7036:DrainHead|}()")]
    [InlineData("Heads s_head", "DrainHead()", "DrainHead(0)")]
    [InlineData("Heads s_head", "DrainHead(ref int index)", "DrainHead(0)")]
    [InlineData("Heads s_head", "DrainHead(long index)", "DrainHead(0)")]
    [InlineData("Heads s_head", "DrainHead<T>(int index)", "DrainHead(0)")]
    public Task AcceptsAbstractDrains(string head, string member, string drain) => VerifyAcceptedAsync(
        $$"""
        abstract partial class Owner : Base
        {
            static ListLock s_gate;
            [FixedAddressValueType, Contains(typeof(Foo), "Node")] public static {{head}};
            void Drain() { foreach (var foo in {{drain}}) { } }
        }
        abstract class Base { public abstract IntrusiveList<Foo, Foo.NodeLink> {{member}}; }
        [InlineArray(4)] struct Heads { ListHead _first; }
        """);

    [Theory]
    [InlineData("partial record Owner", "Clone", "records have no members of that name")]
    [InlineData("partial record struct Owner", "Clone", "records have no members of that name")]
    [InlineData("partial record Owner", "EqualityContract", "'Owner' has a member of that name")]
    [InlineData("partial record struct Owner", "PrintMembers", "'Owner' has a member of that name")]
    [InlineData("partial record Owner(int Size)", "Size", "'Owner' has a member of that name")]
    [InlineData("partial record Owner(int Size)", "Deconstruct", "'Owner' has a member of that name")]
    public Task RejectsWhatRecordsReserve(string record, string name, string reason) => VerifyTwinsAsync(
        $$"""{{record}} { [Contains(typeof(Foo), "Node", {|#0:Name = "{{name}}«→s»"|})] readonly PinnedListHead? _head; }""",
        Message(name, "Owner._head", reason + ChooseAnother));

    [Fact]
    public Task RejectsBothOfTwoHeads() => VerifyRejectedAsync(
        """
        partial struct Owner
        {
            [Contains(typeof(Foo), "Node")] ListHead {|#0:_head|}, {|#1:m_head|};
            [Contains(typeof(Foo), "Node", {|#2:Name = "Other"|})] ListHead _third;
        }
        // file
        partial struct Owner { [Contains(typeof(Foo), "Other")] ListHead {|#3:_other|}; }
        """,
        Message("Head", "Owner._head", "the list of 'm_head' has it" + ChooseAnother),
        Message("Head", "Owner.m_head", "the list of '_head' has it" + ChooseAnother),
        Message("Other", "Owner._third", "the list of '_other' has it" + ChooseAnother),
        Message("Other", "Owner._other", "the list of '_third' has it" + ChooseAnother));

    [Fact]
    public Task RejectsHeadsThatLeadToNoIdentifier() => VerifyTwinsAsync(
        """partial struct Owner { [Contains(typeof(Foo), "Node")] ListHead {|#0:_«1→x»|}; }""",
        Message("1", "Owner._1", "it is not an identifier" + ChooseAnother));

    /// <summary>Gets members that have the name of what is generated for a lock.</summary>
    public static TheoryData<string, string> MembersBesideLocks => new()
    {
        { "int EnterLock«→s»;", "EnterLock" },
        { "void EnterLock«→s»() { }", "EnterLock" },
        { "static void EnterLock«→s»<T>(int value) { }", "EnterLock" },
        { "int EnterLock«→s» { get; set; }", "EnterLock" },
        { "struct EnterLock«→s» { }", "EnterLock" },
        { "int LockGuard«→s»;", "LockGuard" },
        { "void LockGuard«→s»() { }", "LockGuard" },
        { "class LockGuard«→<T>» { }", "LockGuard" },
        { "enum LockGuard«→s» { }", "LockGuard" },
        { "event Action LockGuard«→s» { add { } remove { } }", "LockGuard" },
    };

    /// <summary>Gets names of lists that a guard cannot have, and why.</summary>
    public static TheoryData<string, string> NamesInGuards => new()
    {
        { "LockGuard«→s»", "it is the name of the guard of the owner's lock" },
        { "Dispose«→d»", "the guard of the owner's lock has a member of that name" },
        { "_owner«→s»", "the guard of the owner's lock has a member of that name" },
        { "Equals«→d»", "the guard of the owner's lock has a member of that name" },
        { "GetHashCode«→s»", "the guard of the owner's lock has a member of that name" },
        { "GetType«→s»", "the guard of the owner's lock has a member of that name" },
        { "ToString«→s»", "the guard of the owner's lock has a member of that name" },
        { "OtherDrain«→s»", "the guard of the owner's lock has a member of that name" },
        { "«1→x1»", "it is not an identifier" },
    };

    [Theory]
    [MemberData(nameof(MembersBesideLocks))]
    public Task RejectsMembersWithNamesOfLocks(string twins, string name) => VerifyTwinsAsync(
        $$"""
        partial struct Owner { ListLock _gate; [Contains(typeof(Foo), "Node")] ListHead {|#0:_head|}; }
        // file
        partial struct Owner { {{twins}} }
        """,
        Message(name, "Owner._head", "'Owner' has a member of that name; rename that"));

    [Theory]
    [InlineData("partial struct EnterLock«→s»", "EnterLock", "it is the name of the type itself")]
    [InlineData("partial struct LockGuard«→s»", "LockGuard", "it is the name of the type itself")]
    [InlineData("partial struct Owner<EnterLock«→s»>", "EnterLock", "it is a type parameter of 'Owner<EnterLock>'")]
    [InlineData("partial class Outer<LockGuard«→s»> { partial struct Owner", "LockGuard", "it is a type parameter of 'Outer<LockGuard>'")]
    public Task RejectsTypesWithNamesOfLocks(string twins, string name, string reason)
    {
        string type = twins.Replace("«→s»", "").Replace("partial struct ", "").Replace("partial class ", "").Replace(" { ", ".");
        string end = twins.Contains('{') ? "}" : "";
        return VerifyTwinsAsync(twins + " { ListLock _gate; [Contains(typeof(Foo), \"Node\")] ListHead {|#0:_head|}; }" + end, Message(name, $"{type}._head", reason + "; rename that"));
    }

    [Theory]
    [InlineData("_gate", "gate", "EnterGate", "EnterGate")]
    [InlineData("_gate", "m_gate", "EnterGate", "EnterGate")]
    [InlineData("gateGuard", "enterGate", "EnterGateGuard", "EnterEnterGate")]
    public async Task RejectsLocksThatLeadToOneName(string one, string other, string ofOne, string ofOther)
    {
        await VerifyRejectedAsync(
            TwoLocks(one, other, "{|#0:_head|}", "{|#1:_other|}"),
            Message(ofOne, "Owner._head", $"the lock '{other}' has it; rename that"),
            Message(ofOther, "Owner._other", $"the lock '{one}' has it; rename that"));
        await VerifyAcceptedAsync(TwoLocks(one, other + "s", "_head", "_other"));
    }

    [Fact]
    public async Task RejectsLocksThatLeadToNoIdentifier()
    {
        await VerifyRejectedAsync(TwoLocks("_1", "_door", "{|#0:_head|}", "_other"), Message("1Guard", "Owner._head", "it is not an identifier; rename that"));
        await VerifyAcceptedAsync(TwoLocks("_x", "_door", "_head", "_other"));
    }

    // A type that has a name nearer by: the owner and the element could not be named
    [Theory]
    [InlineData("partial class Outer<T> { partial struct Owner<T«→1»> { [Contains(typeof(Foo), \"Node\")] ListHead {|#0:_head|}; } }", "Outer<T>.Owner<T>._head")]
    [InlineData("partial class Outer<T> { partial class Middle { partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead {|#0:_head|}; } struct T«→1» { } } }", "Outer<T>.Middle.Owner._head")]
    [InlineData("partial class Outer<T> { partial class Owner : Base { [Contains(typeof(Outer<>.Element), \"Node\")] readonly PinnedListHead {|#0:_head|} = new(); } public partial struct Element { public ListNode Node; } } class Base { public class T«→1» { } }", "Outer<T>.Owner._head")]
    public Task RejectsHiddenTypeParameters(string twins, string head) => VerifyTwinsAsync(
        twins,
        Message("T", head, "another type hides the type parameter of 'Outer<T>'; rename that"));

    // It need not be named
    [Theory]
    [InlineData("partial class Outer<T> { partial class Owner<T> { [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _head = new(); bool IsEmpty => Head.IsEmpty; } }")]
    [InlineData("partial class Outer<T> { partial struct Owner<T> { [Contains(typeof(Foo), \"Node\")] static readonly PinnedListHead s_head = new(); bool IsEmpty => Head.IsEmpty; } }")]
    [InlineData("partial class Outer<T> { partial class Middle { internal class T<U> { } partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; bool IsEmpty => Head.IsEmpty; } } }")]
    [InlineData("partial class Outer<T> { public partial struct Element<T> { public ListNode Node; } } partial struct Owner { [Contains(typeof(Outer<int>.Element<long>), \"Node\")] ListHead _head; bool IsEmpty => Head.IsEmpty; }")]
    public Task AcceptsHiddenTypeParameters(string source) => VerifyAcceptedAsync(source);

    [Theory]
    [InlineData("class Outer<T> where T : unmanaged { public struct Element<T«→1»> where T«→1» : unmanaged { public ListNode Node; } }", "Outer<>.Element<>", "T", "Outer<T>.Element<U>")]
    [InlineData("struct Element<@unmanaged«→1», V> { public ListNode Node; }", "Element<,>", "unmanaged", "Element<T, U>")]
    public Task RejectsTypeParametersThatALinkCannotHave(string twins, string element, string parameter, string closed) => VerifyTwinsAsync(
        $$"""
        partial struct Owner<T, U> where T : unmanaged where U : unmanaged { [Contains(typeof({|#0:{{element}}|}), "Node")] ListHead _head; }
        {{twins}}
        """,
        Message(parameter, closed, "a link cannot have a type parameter of that name; rename the element's"));

    // Two locks, two names
    [Theory]
    [InlineData("void EnterGate«→s»() { }", "EnterGate")]
    [InlineData("struct GateGuard«→s» { }", "GateGuard")]
    [InlineData("int EnterDoor«→s»;", "EnterDoor")]
    public Task RejectsMembersWithNamesOfOneOfTwoLocks(string twins, string name) => VerifyTwinsAsync(
        $$"""
        partial struct Owner
        {
            ListLock _gate, _door;
            [Contains(typeof(Foo), "Node", Lock = nameof(_gate))] ListHead {{(name.Contains("Gate") ? "{|#0:_head|}" : "_head")}};
            [Contains(typeof(Foo), "Node", Lock = nameof(_door))] ListHead {{(name.Contains("Gate") ? "_other" : "{|#0:_other|}")}};
            {{twins}}
        }
        """,
        Message(name, name.Contains("Gate") ? "Owner._head" : "Owner._other", "'Owner' has a member of that name; rename that"));

    [Theory]
    [MemberData(nameof(NamesInGuards))]
    public Task RejectsNamesInGuards(string twins, string reason)
    {
        string name = twins.StartsWith('«') ? "1" : twins.Split('«')[0];
        return VerifyTwinsAsync(
            $$"""partial struct Owner { ListLock _gate; [Contains(typeof(Foo), "Node")] ListHead _other; [Contains(typeof(Foo), "Node", {|#0:Name = "{{twins}}"|})] ListHead _head; }""",
            Message(name, "Owner._head", reason + ChooseAnother));
    }

    [Fact]
    public Task RejectsBothOfTwoHeadsInGuards() => VerifyRejectedAsync(
        """partial struct Owner { ListLock _gate; [Contains(typeof(Foo), "Node")] ListHead {|#0:_other|}; [Contains(typeof(Foo), "Node", {|#1:Name = "Other"|})] ListHead _head; }""",
        Message("Other", "Owner._other", "the list of '_head' has it" + ChooseAnother),
        Message("Other", "Owner._head", "the list of '_other' has it" + ChooseAnother));

    // A property beside the guard, of a head that the lock does not guard
    [Theory]
    [InlineData("EnterLock")]
    [InlineData("LockGuard")]
    public Task RejectsListsWithNamesOfLocks(string name) => VerifyTwinsAsync(
        $$"""
        partial class Owner
        {
            ListLock _gate;
            [Contains(typeof(Foo), "Node")] readonly PinnedListHead _head = new();
            [Contains(typeof(Foo), "Node", {|#0:Name = "{{name}}«→s»"|})] static readonly PinnedListHead s_other = new();
        }
        """,
        Message(name, "Owner.s_other", "it is reserved for entering the owner's lock" + ChooseAnother));

    // Where the owner drains a list itself, nothing is generated for that
    [Fact]
    public Task AcceptsDrainsOfTheOwner() => VerifyAcceptedAsync(
        """
        partial struct Owner
        {
            public ListLock Lock;
            [Contains(typeof(Foo), "Node")] ListHead _head;
            [Contains(typeof(Foo), "Other")] ListHead _second;
            public int Head;

            public void DrainHead() { using (var guard = EnterLock()) { guard.Head.Clear(); } foreach (var foo in DrainSecond()) { } }
        }
        """);

    [Theory]
    [MemberData(nameof(Links))]
    public Task RejectsNamesOfLinks(string twins, string node, string reason) => VerifyTwinsAsync(
        $$"""
        partial struct Owner { [Contains(typeof(Element), {|#0:"Node"|})] ListHead _head; }
        {{twins}}
        """,
        Message("NodeLink", node, reason + RenameOne));

    [Theory]
    [InlineData("partial struct NodeLink«→s» { public ListNode Node; }", "NodeLink«→s»", "NodeLink.Node", "it is the name of the type itself")]
    [InlineData("partial struct Element<NodeLink«→s»> { public ListNode Node; }", "Element<int>", "Element<NodeLink>.Node", "it is a type parameter of 'Element<NodeLink>'")]
    [InlineData("partial class Outer<NodeLink«→s»> { public partial struct Element { public ListNode Node; } }", "Outer<int>.Element", "Outer<NodeLink>.Element.Node", "it is a type parameter of 'Outer<NodeLink>'")]
    public Task RejectsNamesOfLinksInTheirTypes(string twins, string element, string node, string reason) => VerifyTwinsAsync(
        $$"""
        partial struct Owner { [Contains(typeof({{element}}), {|#0:"Node"|})] ListHead _head; }
        {{twins}}
        """,
        Message("NodeLink", node, reason + RenameOne));

    [Fact]
    public Task RejectsNodesThatLeadToNoIdentifier() => VerifyTwinsAsync(
        """
        partial struct Owner { [Contains(typeof(Element), {|#0:"_«1→x»"|})] ListHead _head; }
        partial struct Element { public ListNode _«1→x»; }
        """,
        Message("1Link", "Element._1", "it is not an identifier" + RenameOne));

    // A name that does not compile says nothing about the one that it stands for
    [Theory]
    [InlineData("{|CS0103:Missing|}")]
    [InlineData("{|CS0029:5|}")]
    public Task LeavesBrokenNamesToTheCompiler(string name) => VerifyAcceptedAsync(
        $$"""
        partial struct Owner { [Contains(typeof(Foo), "Node", Name = {{name}})] ListHead _head; int Head; }
        """);

    // Names that look taken and are not
    [Theory]
    [InlineData("partial struct Owner { [Contains(typeof(Foo), \"Node\", Name = \"class\")] ListHead _head; bool IsEmpty => @class.IsEmpty; }")]
    [InlineData("partial struct Owner { [Contains(typeof(Foo), \"Node\", Name = \"record\")] ListHead _head; bool IsEmpty => @record.IsEmpty; }")]
    [InlineData("partial struct Owner { [Contains(typeof(Foo), \"Node\", Name = \"value\")] ListHead _head; bool IsEmpty => value.IsEmpty; }")]
    [InlineData("partial struct Owner { [Contains(typeof(Foo), \"Node\", Name = \"Foo\")] ListHead _head; bool IsEmpty => Foo.IsEmpty; }")]
    [InlineData("partial struct Owner { [Contains(typeof(Foo), \"Node\", Name = \"IntrusiveLists\")] ListHead _head; bool IsEmpty => IntrusiveLists.IsEmpty; }")]
    [InlineData("partial struct Owner { [Contains(typeof(Foo), \"Node\", Name = \"head\")] ListHead Head; bool IsEmpty => head.IsEmpty; }")]
    [InlineData("partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead Head, _other; bool IsEmpty => HeadList.IsEmpty; }")]
    [InlineData("partial class Outer<Head> { partial struct Owner { [Contains(typeof(Foo), \"Node\")] ListHead _head; bool IsEmpty => Head.IsEmpty; } }")]
    [InlineData("partial class Owner : Base { [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _head = new(); bool IsEmpty => Head.IsEmpty; } class Base { protected int Head; }")]
    [InlineData("partial class Owner : IHead { [Contains(typeof(Foo), \"Node\")] readonly PinnedListHead _head = new(); bool IsEmpty => Head.IsEmpty; int IHead.Head => 0; } interface IHead { int Head { get; } }")]
    [InlineData("abstract partial class Owner : Base { [Contains(typeof(Foo), \"Node\")] public readonly PinnedListHead _head = new(); bool IsEmpty => Head.IsEmpty; } abstract class Base { public abstract class Head { } }")]
    [InlineData("abstract partial class Owner : Base { ListLock _gate; [Contains(typeof(Foo), \"Node\")] public readonly PinnedListHead _head = new(); void Clear() { using var guard = EnterLock(); guard.Head.Clear(); } } abstract class Base { public abstract void Head(); }")]
    public Task AcceptsNamesThatAreFree(string source) => VerifyAcceptedAsync(source);

    private static string TwoLocks(string one, string other, string head, string otherHead) => $$"""
        partial struct Owner { ListLock {{one}}; [Contains(typeof(Foo), "Node", Lock = nameof({{one}}))] ListHead {{head}}; }
        // file
        partial struct Owner { ListLock {{other}}; [Contains(typeof(Foo), "Node", Lock = nameof({{other}}))] ListHead {{otherHead}}; }
        """;

    private static string Message(string name, string member, string reason) => $"The name '{name}' cannot be generated for '{member}': {reason}";
}
