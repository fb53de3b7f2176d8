using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class InvalidElementTests() : RuleTests("ILIST003")
{
    public static TheoryData<string, string, string> Twins => new()
    {
        { """«class→struct» Element { public ListNode Node; }""", "Element", "it is a class, and elements are unmanaged structs" },
        { """record «class→struct» Element(int Size) { public ListNode Node; }""", "Element", "it is a class, and elements are unmanaged structs" },
        { """«interface→struct» Element { «static→» public ListNode Node; }""", "Element", "it is an interface, and elements are unmanaged structs" },
        { """«ref→» struct Element { public ListNode Node; }""", "Element", "it is a ref struct, which must not be pointed at from elsewhere" },
        { """struct Element { public «string→int» Text; public ListNode Node; }""", "Element", "it is not unmanaged: its field 'Text' is a 'string'" },
        { """struct Element { public «string→int» Text { get; set; } public ListNode Node; }""", "Element", "it is not unmanaged: its field 'Text' is a 'string'" },
        { """record struct Element(«string→int» Text) { public ListNode Node; }""", "Element", "it is not unmanaged: its field 'Text' is a 'string'" },
        { """struct Element { «→static» string Text; public ListNode Node; }""", "Element", "it is not unmanaged: its field 'Text' is a 'string'" },
        { """struct Element { public int«[]→» Numbers; public ListNode Node; }""", "Element", "it is not unmanaged: its field 'Numbers' is a 'int[]'" },
        { """unsafe struct Element { public «Thread→Element*» Next; public ListNode Node; }""", "Element", "it is not unmanaged: its field 'Next' is a 'Thread'" },
        {
            """
            partial struct Element { public ListNode Node; }
            // file
            partial struct Element { «→static» string Text; }
            """,
            "Element",
            "it is not unmanaged: its field 'Text' is a 'string'"
        },
    };

    [Theory]
    [InlineData("string", "it is a class, and elements are unmanaged structs")]
    [InlineData("object", "it is a class, and elements are unmanaged structs")]
    [InlineData("ValueType", "it is a class, and elements are unmanaged structs")]
    [InlineData("Console", "it is a static class")]
    [InlineData("IDisposable", "it is an interface, and elements are unmanaged structs")]
    [InlineData("DayOfWeek", "it is an enum, which has no room for a node")]
    [InlineData("Action", "it is a delegate, and elements are unmanaged structs")]
    [InlineData("Foo[]", "it is an array, and elements are unmanaged structs")]
    [InlineData("Foo*", "it is a pointer; name the type that it points at")]
    [InlineData("delegate*<void>", "it is a pointer; name the type that it points at")]
    [InlineData("int", "it is a primitive type, which has no room for a node")]
    [InlineData("nint", "it is a primitive type, which has no room for a node")]
    [InlineData("void", "it is void")]
    [InlineData("Span<int>", "it is a ref struct, which must not be pointed at from elsewhere")]
    public Task RejectsOtherKindsOfTypes(string type, string reason) =>
        VerifyTwinsAsync($$"""partial struct Owner { [Contains(typeof({|#0:«{{type}}→Foo»|}), "Node")] ListHead _head; }""", Message(type, "Owner._head", reason));

    [Fact]
    public Task RejectsNull() =>
        VerifyTwinsAsync("""partial struct Owner { [Contains({|#0:«null!→typeof(Foo)»|}, "Node")] ListHead _head; }""", Message("null", "Owner._head", "it is null"));

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string element, string reason) => VerifyTwinsAsync(
        $$"""
        partial struct Owner { [Contains(node: "Node", element: typeof({|#0:Element|}))] ListHead _head; }
        {{twins}}
        """,
        Message(element, "Owner._head", reason));

    // Of the types that a compiler error spoils nothing is said
    [Theory]
    [InlineData("{|CS0246:Missing|}")]
    [InlineData("{|CS0246:Missing|}[]")]
    [InlineData("{|CS0246:Missing|}*")]
    [InlineData("System.Collections.Generic.List<{|CS0246:Missing|}>")]
    [InlineData("Ptr<{|CS0246:Missing|}>")]
    [InlineData("Foo.{|CS0426:Missing|}")]
    [InlineData("Holder")]
    [InlineData("Holder.Inner")]
    public Task LeavesBrokenTypesToTheCompiler(string type) => VerifyAcceptedAsync(
        $$"""
        partial struct Owner { [Contains(typeof({{type}}), "Node")] ListHead _head; }
        struct Holder { {|CS0246:Missing|} _missing; public struct Inner { Holder _outer; } }
        """);

    [Theory]
    [InlineData("[Contains({|CS1962:typeof(dynamic)|}, \"Node\")]")]
    [InlineData("[Contains(typeof({|CS1031:)|}, \"Node\")]")]
    [InlineData("[Contains({|CS1503:5|}, \"Node\")]")]
    [InlineData("[{|CS7036:Contains(typeof(string))|}]")]
    [InlineData("[{|CS7036:Contains|}]")]
    public Task LeavesBrokenTagsToTheCompiler(string tag) => VerifyAcceptedAsync($$"""partial struct Owner { {{tag}} ListHead _head; }""");

    // Types that contain themselves, directly or in ever larger types
    [Theory]
    [InlineData("struct Element { Element {|CS0523:_inner|}; public ListNode Node; }")]
    [InlineData("struct Element { Other {|CS0523:_inner|}; public ListNode Node; } struct Other { Element {|CS0523:_inner|}; }")]
    [InlineData("struct Element { Other<int> _inner; public ListNode Node; } struct Other<T> { Other<Other<T>> {|CS0523:_inner|}; }")]
    [InlineData("struct Element { Other<int> _inner; public ListNode Node; } struct Other<T> where T : unmanaged { Ptr<Other<Other<T>>> _next; }")]
    [InlineData("unsafe struct Element { Element* _next; Ptr<Element> _previous; public ListNode Node; }")]
    public Task AnswersForRecursiveTypes(string element) => VerifyAcceptedAsync(
        $$"""
        partial struct Owner { [Contains(typeof(Element), "Node")] ListHead _head; }
        {{element}}
        """);

    private static string Message(string element, string head, string reason) => $"'{element}' cannot be an element of '{head}': {reason}";
}
