using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class InvalidLayoutTests() : RuleTests("ILIST010")
{
    private const string NotMultipleOf8 = "which is not a multiple of 8";

    public static TheoryData<string> Overlaps =>
    [
        // Before, at, in and behind the 16 bytes of a node
        "[FieldOffset(0)] int Value; [FieldOffset(«0→8»)] public ListNode {|#0:Node|};",
        "[FieldOffset(«15→16»)] byte Value; [FieldOffset(0)] public ListNode {|#0:Node|};",
        "[FieldOffset(«8→16»)] short Value; [FieldOffset(0)] public ListNode {|#0:Node|};",
        "[FieldOffset(«8→0»)] uint Value; [FieldOffset(8)] public ListNode {|#0:Node|};",

        // Values of every size
        "[FieldOffset(7)] «char→bool» Value; [FieldOffset(8)] public ListNode {|#0:Node|};",
        "[FieldOffset(5)] «float→short» Value; [FieldOffset(8)] public ListNode {|#0:Node|};",
        "[FieldOffset(4)] «double→int» Value; [FieldOffset(8)] public ListNode {|#0:Node|};",
        "[FieldOffset(4)] «TimeSpan→DayOfWeek» Value; [FieldOffset(8)] public ListNode {|#0:Node|};",
        "[FieldOffset(0)] «decimal→DateTime» Value; [FieldOffset(8)] public ListNode {|#0:Node|};",
        "[FieldOffset(0)] «Guid→nint» Value; [FieldOffset(8)] public ListNode {|#0:Node|};",
        "[FieldOffset(4)] unsafe «int*→int» Value; [FieldOffset(8)] public ListNode {|#0:Node|};",
        "[FieldOffset(4)] unsafe «delegate*<void>→int» Value; [FieldOffset(8)] public ListNode {|#0:Node|};",
        "[FieldOffset(4)] «Ptr<Foo>→SpinLock» Value; [FieldOffset(8)] public ListNode {|#0:Node|};",
        "[FieldOffset(0)] unsafe fixed byte Value[«9→8»]; [FieldOffset(8)] public ListNode {|#0:Node|};",
        "[FieldOffset(0)] unsafe fixed char Value[«5→4»]; [FieldOffset(8)] public ListNode {|#0:Node|};",
        "[FieldOffset(0)] «Large→Small» Value; [FieldOffset(8)] public ListNode {|#0:Node|};",
        "[FieldOffset(0)] «Sized→Small» Value; [FieldOffset(8)] public ListNode {|#0:Node|};",
        "[FieldOffset(0)] «Unpacked→Packed» Value; [FieldOffset(8)] public ListNode {|#0:Node|};",
        "[FieldOffset(7)] «Pair→Empty» Value; [FieldOffset(8)] public ListNode {|#0:Node|};",

        // Of a type that does not tell how large it is only the first byte is known
        "[FieldOffset(«8→0»)] Int128 Value; [FieldOffset(8)] public ListNode {|#0:Node|};",
        "[FieldOffset(«8→0»)] Several Value; [FieldOffset(8)] public ListNode {|#0:Node|};",

        // Heads and locks
        "[FieldOffset(«8→16»)] int Value; [FieldOffset(0)] [Contains(typeof(Foo), \"Node\")] ListHead {|#0:Node|};",
        "[FieldOffset(«3→4»)] byte Value; [FieldOffset(0)] ListLock {|#0:Node|};",
        "[FieldOffset(«15→64»)] byte Value; [FieldOffset(0)] [Contains(typeof(Foo), \"Node\")] Heads {|#0:Node|};",
        "[FieldOffset(«63→64»)] byte Value; [FieldOffset(0)] [Contains(typeof(Foo), \"Node\")] Heads {|#0:Node|};",
        "[FieldOffset(«3→4»)] byte Value; [FieldOffset(0)] SpinLock {|#0:Node|}; [FieldOffset(24)] SpinLock _other; [FieldOffset(8)] [Contains(typeof(Foo), \"Node\", Lock = \"Node\")] ListHead _head;",
        "[FieldOffset(«3→4»)] byte Value; [FieldOffset(0)] SpinLock {|#0:Node|}; [FieldOffset(8)] [Contains(typeof(Foo), \"Node\")] ListHead _head;",
    ];

    public static TheoryData<string, string> Misaligned => new()
    {
        { "[StructLayout(LayoutKind.Explicit)] struct Element { [FieldOffset(«4→8»)] ListNode {|#0:Node|}; }", "it lies at offset 4, " + NotMultipleOf8 },
        { "[StructLayout(LayoutKind.Explicit)] struct Element { [FieldOffset(«1→0»)] ListNode {|#0:Node|}; }", "it lies at offset 1, " + NotMultipleOf8 },
        { "[StructLayout(LayoutKind.Explicit)] partial struct Element { [FieldOffset(«2→4»)] SpinLock {|#0:Node|}; [FieldOffset(8)] [Contains(typeof(Foo), \"Node\")] ListHead _head; }", "it lies at offset 2, which is not a multiple of 4" },
        { "[StructLayout(LayoutKind.Explicit)] struct Element { [FieldOffset(«2→4»)] ListLock {|#0:Node|}; }", "it lies at offset 2, which is not a multiple of 4" },
        { "[StructLayout(LayoutKind.Sequential, Pack = 1)] struct Element { byte _value; «ListLock→int» {|#0:Node|}; }", "it lies at offset 1, which is not a multiple of 4" },
        { "[StructLayout(LayoutKind.Sequential, Pack = 1)] partial struct Element { «byte→long» _value; [Contains(typeof(Foo), \"Node\")] Heads {|#0:Node|}; } [InlineArray(4)] struct Heads { ListHead _first; }", "it lies at offset 1, " + NotMultipleOf8 },
        { "[StructLayout(LayoutKind.Sequential, Pack = «1→8»)] struct Element { byte _value; ListNode {|#0:Node|}; }", "it lies at offset 1, " + NotMultipleOf8 },
        { "[StructLayout(LayoutKind.Sequential, Pack = «1→0»)] struct Element { byte _value; ListNode {|#0:Node|}; }", "it lies at offset 1, " + NotMultipleOf8 },
        { "[StructLayout(LayoutKind.«Sequential→Auto», Pack = 1)] struct Element { byte _value; ListNode {|#0:Node|}; }", "it lies at offset 1, " + NotMultipleOf8 },
        { "[StructLayout(LayoutKind.Sequential, Pack = 1)] struct Element { «byte→long» _value; ListNode {|#0:Node|}; }", "it lies at offset 1, " + NotMultipleOf8 },
        { "[StructLayout(LayoutKind.Sequential, Pack = 1)] struct Element { «byte _value; ListNode {|#0:Node|};→ListNode Node; byte _value;» }", "it lies at offset 1, " + NotMultipleOf8 },
        { "[StructLayout(LayoutKind.Sequential, Pack = 1)] struct Element { «→static» byte _value; ListNode {|#0:Node|}; }", "it lies at offset 1, " + NotMultipleOf8 },
        { "[StructLayout(LayoutKind.Sequential, Pack = 1)] struct Element { ListNode _first; byte _value; «ListNode→Ptr<ListNode>» {|#0:Node|}; }", "it lies at offset 17, " + NotMultipleOf8 },
        { "[StructLayout(LayoutKind.Sequential, Pack = 1)] unsafe struct Element { fixed byte _value[«7→8»]; ListNode {|#0:Node|}; }", "it lies at offset 7, " + NotMultipleOf8 },
        { "[StructLayout(LayoutKind.Sequential, Pack = 1)] partial struct Element { [Contains(typeof(Foo), \"Node\")] ListHead _head; byte _value; «SpinLock→short» {|#0:Node|}; }", "it lies at offset 17, which is not a multiple of 4" },
        { "[StructLayout(LayoutKind.Sequential, Pack = 1)] partial struct Element { «byte→ulong» _value; [Contains(typeof(Foo), \"Node\")] ListHead {|#0:Node|}; }", "it lies at offset 1, " + NotMultipleOf8 },
        { "[StructLayout(LayoutKind.Sequential, Pack = 2)] struct Element { byte _first; «short→int» _second; short _third; ListNode {|#0:Node|}; }", "it lies at offset 6, " + NotMultipleOf8 },
        { "[StructLayout(LayoutKind.Sequential, Pack = 4)] struct Element { int _value«→, _padding»; ListNode {|#0:Node|}; }", "it lies at offset 4, " + NotMultipleOf8 },
        { "[StructLayout(LayoutKind.Sequential, Pack = 4)] struct Element { Pair _value«→, _padding»; ListNode {|#0:Node|}; } struct Pair { short _left, _right; }", "it lies at offset 4, " + NotMultipleOf8 },
    };

    [Theory]
    [MemberData(nameof(Overlaps))]
    public Task RejectsOneOverlappingTwin(string twins) => VerifyTwinsAsync(
        $$"""
        [StructLayout(LayoutKind.Explicit)] partial struct Element { {{twins}} }
        [InlineArray(4)] struct Heads { ListHead _first; }
        struct Empty { }
        struct Pair { byte _left, _right; }
        struct Small { int _first, _second; }
        struct Large { int _first, _second, _third; }
        [StructLayout(LayoutKind.Sequential, Size = 9)] struct Sized { int _value; }
        [StructLayout(LayoutKind.Sequential, Pack = 1)] struct Packed { byte _first; int _second; }
        struct Unpacked { byte _first; long _second; }
        [InlineArray(3)] struct Several { byte _first; }
        """,
        Message("Element.Node", "it overlaps 'Value'"));

    [Theory]
    [MemberData(nameof(Misaligned))]
    public Task RejectsOneMisalignedTwin(string twins, string reason) => VerifyTwinsAsync(twins, Message("Element.Node", reason));

    /// <summary>A lock guards the heads beside it; where there are none, it is none of our business.</summary>
    [Fact]
    public Task AcceptsALockInATypeWithoutHeads() => VerifyAcceptedAsync(
        "[StructLayout(LayoutKind.Explicit)] struct Element { [FieldOffset(0)] SpinLock _gate; [FieldOffset(0)] int _bits; [FieldOffset(8)] ListNode _node; }");

    [Fact]
    public Task RejectsBothOfTwoThatOverlap() => VerifyRejectedAsync(
        """
        [StructLayout(LayoutKind.Explicit)]
        partial struct Element
        {
            [FieldOffset(0)] ListNode {|#0:_first|};
            [FieldOffset(8)] [Contains(typeof(Foo), nameof(Foo.Node))] ListHead {|#1:_second|};
            [FieldOffset(20)] SpinLock {|#2:_gate|};
        }
        """,
        Message("Element._first", "it overlaps '_second'"),
        Message("Element._second", "it overlaps '_first'"),
        Message("Element._gate", "it overlaps '_second'"));

    [Fact]
    public Task RejectsOverlapsWithTypesOfOtherAssemblies() => VerifyTwinsAsync(
        """
        [StructLayout(LayoutKind.Explicit)] struct Element { [FieldOffset(8)] ListNode {|#0:_node|}; [FieldOffset(«16→0»)] Foreign _value; }
        // library
        public struct Foreign { public long Value; }
        """,
        Message("Element._node", "it overlaps '_value'"));

    // Only what is certain is rejected
    [Theory]
    [InlineData("[StructLayout(LayoutKind.Sequential, Pack = 1)] struct Element { Int128 _value; ListNode _node; }")]
    [InlineData("[StructLayout(LayoutKind.Sequential, Pack = 1)] struct Element<T> where T : unmanaged { T _value; ListNode _node; }")]
    [InlineData("[StructLayout(LayoutKind.Sequential, Pack = 1)] struct Element { byte _value; string? _text; ListNode _node; }")]
    [InlineData("[StructLayout(LayoutKind.Sequential, Pack = 1)] class Element { byte _value; ListNode {|ILIST103:_node|}; }")]
    [InlineData("[StructLayout(LayoutKind.Explicit)] struct Element<T> where T : unmanaged { [FieldOffset(0)] T _value; [FieldOffset(8)] ListNode _node; }")]
    [InlineData("[StructLayout(LayoutKind.Explicit)] struct Element { [FieldOffset(0)] int _first; [FieldOffset(0)] float _second; [FieldOffset(8)] ListNode _node; static int s_value; }")]
    [InlineData("struct Element { byte _value; ListNode _node; SpinLock _gate; }")]
    public Task AcceptsWhatMayBeRight(string source) => VerifyAcceptedAsync(source);

    [Theory]
    [InlineData("[StructLayout(LayoutKind.Explicit)] struct Element { [FieldOffset({|CS0591:-8|})] ListNode _node; [FieldOffset(0)] int _value; }")]
    [InlineData("[StructLayout(LayoutKind.Explicit)] struct Element { ListNode {|CS0625:_node|}; [FieldOffset(0)] int _value; }")]
    [InlineData("[StructLayout({|CS0103:Missing|})] struct Element { byte _value; ListNode _node; }")]
    [InlineData("[StructLayout(LayoutKind.Explicit)] struct Element { [FieldOffset(0)] {|CS0246:Missing|} _value; [FieldOffset(8)] ListNode _node; }")]
    [InlineData("[StructLayout(LayoutKind.Sequential, Pack = 1)] struct Element { Element {|CS0523:_value|}; ListNode _node; }")]
    public Task LeavesBrokenLayoutsToTheCompiler(string source) => VerifyAcceptedAsync(source);

    private static string Message(string field, string reason) => $"'{field}' must not lie where it does: {reason}";
}
