using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed partial class InvalidElementTests() : RuleTests("ILIST003")
{
    public static TheoryData<string, string, string> Twins => new()
    {
        { """«class Element { public ListNode {|ILIST103:Node|}; }→struct Element { public ListNode Node; }»""", "Element", "it is a class, and elements are unmanaged structs" },
        { """record «class Element(int Size) { public ListNode {|ILIST103:Node|}; }→struct Element(int Size) { public ListNode Node; }»""", "Element", "it is a class, and elements are unmanaged structs" },
        { """«interface Element { static public ListNode {|ILIST103:Node|}; }→struct Element { public ListNode Node; }»""", "Element", "it is an interface, and elements are unmanaged structs" },
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

    public static TheoryData<string, string, string> Nested => new()
    {
        { "struct Inner { public «string→int» Text; }", "Inner", "its field 'Value.Text' is a 'string'" },
        { "struct Inner { public Innermost Value; } struct Innermost { public «string→int» Text; }", "Inner", "its field 'Value.Value.Text' is a 'string'" },
        { "struct Inner<T> { public T Text; }", "Inner<«string→int»>", "its field 'Value.Text' is a 'string'" },
        { "", "(«string→int» Name, int Number)", "its field 'Value.Item1' is a 'string'" },
    };

    public static TheoryData<string, string, string> Unbound => new()
    {
        { "partial class Owner<T> «→where T : unmanaged» { HEAD(Element<>) } struct Element<T> { public T Value; public ListNode Node; }", "Element<>", "it is not unmanaged: nothing constrains the type parameter 'T' of its field 'Value' to be unmanaged" },
        { "partial class Owner<T> «→where T : unmanaged» { HEAD(Owner<>.Element) partial struct Element { public T Value; public ListNode Node; } }", "Owner<>.Element", "it is not unmanaged: nothing constrains the type parameter 'T' of its field 'Value' to be unmanaged" },
        { "partial class Owner<T> where T : «struct→unmanaged» { HEAD(Element<>) } struct Element<T> where T : unmanaged { public ListNode Node; }", "Element<>", "its type arguments are open, and the type parameters of 'Owner<T>' do not meet its constraints" },
        { "partial class Owner<T> where T : unmanaged«→, IComparable<T>» { HEAD(Element<>) } struct Element<T> where T : IComparable<T> { public ListNode Node; }", "Element<>", "its type arguments are open, and the type parameters of 'Owner<T>' do not meet its constraints" },
        { "partial class Owner<T> where T : unmanaged«→, Enum» { HEAD(Element<>) } struct Element<T> where T : Enum { public ListNode Node; }", "Element<>", "its type arguments are open, and the type parameters of 'Owner<T>' do not meet its constraints" },
        { "partial class Owner<T> «→where T : class» { HEAD(Element<>) } struct Element<T> where T : class { public ListNode Node; }", "Element<>", "its type arguments are open, and the type parameters of 'Owner<T>' do not meet its constraints" },
        { "partial class Owner<T> «→where T : new()» { HEAD(Element<>) } struct Element<T> where T : new() { public ListNode Node; }", "Element<>", "its type arguments are open, and the type parameters of 'Owner<T>' do not meet its constraints" },
        { "partial class Owner<T«→, U»> { HEAD(Element<,>) } struct Element<T, U> { public ListNode Node; }", "Element<,>", "its type arguments are open, and 'Owner<T>' has no type parameters that correspond to them" },
        { "partial class Owner<T«→, U»> { HEAD(Other<>.Element<>) } class Other<T> { public struct Element<U> { public ListNode Node; } }", "Other<>.Element<>", "its type arguments are open, and 'Owner<T>' has no type parameters that correspond to them" },
        { "partial class Owner<T> { HEAD(Element«<>→») } «class Element<T> { public ListNode {|ILIST103:Node|}; }→struct Element { public ListNode Node; }»", "Element<>", "it is a class, and elements are unmanaged structs" },
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
    [InlineData("Foo?", "it is nullable; name 'Foo' itself")]
    [InlineData("Span<int>", "it is a ref struct, which must not be pointed at from elsewhere")]
    public Task RejectsOtherKindsOfTypes(string type, string reason) =>
        VerifyTwinsAsync($$"""partial struct Owner { [Contains(typeof({|#0:«{{type}}→Foo»|}), "Node")] ListHead _head; }""", Message(type, "Owner._head", reason));

    [Fact]
    public Task RejectsElementsOfArraysOfHeads() => VerifyTwinsAsync(
        """partial struct Owner { [Contains(typeof({|#0:«string→Foo»|}), "Node")] Heads _head; } [InlineArray(4)] struct Heads { ListHead _first; }""",
        Message("string", "Owner._head", "it is a class, and elements are unmanaged structs"));

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

    [Theory]
    [MemberData(nameof(Nested))]
    public Task RejectsManagedFieldsOfFields(string inner, string type, string reason) => VerifyTwinsAsync(
        $$"""
        partial struct Owner { [Contains(typeof({|#0:Element|}), "Node")] ListHead _head; }
        struct Element { public {{type}} Value; public ListNode Node; }
        {{inner}}
        """,
        Message("Element", "Owner._head", "it is not unmanaged: " + reason));

    [Theory]
    [MemberData(nameof(Unbound))]
    public Task RejectsOneUnboundTwin(string twins, string element, string reason) => VerifyTwinsAsync(
        UnboundHead().Replace(twins, """[Contains(typeof({|#0:$1|}), "Node")] readonly PinnedListHead _head = new();"""),
        Message(element, "Owner<T>._head", reason));

    [Theory]
    [InlineData("Element<>", "Element<int>")]
    [InlineData("Element<>", "Foo")]
    public Task RejectsUnboundInOwnersThatAreNotGeneric(string wrong, string right) => VerifyTwinsAsync(
        $$"""
        partial struct Owner { [Contains(typeof({|#0:«{{wrong}}→{{right}}»|}), "Node")] ListHead _head; }
        struct Element<T> { public ListNode Node; }
        """,
        Message("Element<>", "Owner._head", "its type arguments are open, and 'Owner' has no type parameters that correspond to them"));

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
    [InlineData("partial struct Element { «dynamic→int» _value; public ListNode Node; }", "Element", "Element", "_value", "dynamic")]
    [InlineData("partial struct Element<T> { «T→Ptr<Foo>» _value; public ListNode Node; }", "Element<dynamic>", "Element<object>", "_value", "object")]
    public Task RejectsDynamicFields(string element, string type, string name, string field, string fieldType) => VerifyTwinsAsync(
        $$"""partial struct Owner { [Contains(typeof({|#0:{{type}}|}), "Node")] ListHead _head; } {{element}}""",
        $"'{name}' cannot be an element of 'Owner._head': it is not unmanaged: its field '{field}' is a '{fieldType}'");

    [Theory]
    [InlineData("[Contains({|CS1962:typeof(dynamic)|}, \"Node\")]")]
    [InlineData("[Contains(typeof({|CS1031:)|}, \"Node\")]")]
    [InlineData("[Contains({|CS1503:5|}, \"Node\")]")]
    [InlineData("[{|CS7036:Contains(typeof(string))|}]")]
    [InlineData("[{|CS7036:Contains|}]")]
    public Task LeavesBrokenTagsToTheCompiler(string tag) => VerifyAcceptedAsync($$"""partial struct Owner { {{tag}} ListHead _head; }""");

    // Types that contain themselves; those that do in ever larger types are in GrowingTypeTests
    [Theory]
    [InlineData("struct Element { Element {|CS0523:_inner|}; public ListNode Node; }")]
    [InlineData("struct Element { Other {|CS0523:_inner|}; public ListNode Node; } struct Other { Element {|CS0523:_inner|}; }")]
    [InlineData("unsafe struct Element { Element* _next; Ptr<Element> _previous; public ListNode Node; }")]
    public Task AnswersForRecursiveTypes(string element) => VerifyAcceptedAsync(
        $$"""
        partial struct Owner { [Contains(typeof(Element), "Node")] ListHead _head; }
        {{element}}
        """);

    [GeneratedRegex(@"HEAD\((\S+)\)")]
    private static partial Regex UnboundHead();

    private static string Message(string element, string head, string reason) => $"'{element}' cannot be an element of '{head}': {reason}";
}
