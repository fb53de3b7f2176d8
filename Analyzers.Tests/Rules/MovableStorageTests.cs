using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Fields and properties. The other places have tests of their own.
/// </summary>
public sealed class MovableStorageTests() : RuleTests("ILIST103")
{
    private const string Tag = """[Contains(typeof(Foo), "Node")]""";
    private const string Head = "it is a list head";
    private const string HoldsNode = "it holds the list node 'Foo.Node'";
    private const string UsePinnedHead = "use a PinnedListHead";
    private const string UsePointer = "use a Ptr<Foo>";
    private const string Static = "it is static and not marked [FixedAddressValueType]";
    private const string Thread = "each thread has its own, in an object that the garbage collector moves";
    private const string Property = "an auto-property only hands out copies of it";

    public static TheoryData<string, string> HeadsOfObjects => new()
    {
        { $"partial «class→struct» Owner {{ {Tag} ListHead {{|#0:_head|}}; }}", "Owner._head" },
        { $"partial class Owner {{ {Tag} «ListHead→PinnedListHead?» {{|#0:_head|}}; }}", "Owner._head" },
        { $"partial class Owner {{ {Tag} readonly «ListHead→PinnedListHead?» {{|#0:_head|}}; }}", "Owner._head" },
        { $"partial record «class→struct» Owner(int Size) {{ {Tag} ListHead {{|#0:_head|}}; }}", "Owner._head" },
        { $"partial class Outer<T> {{ partial «class→struct» Owner {{ {Tag} global::IntrusiveLists.ListHead {{|#0:@class|}}; }} }}", "Outer<T>.Owner.@class" },
    };

    public static TheoryData<string, string, string, string> OtherFields => new()
    {
        { "class Owner { «Foo→Ptr<Foo>» {|#0:_foo|}; }", "Owner._foo", HoldsNode, UsePointer },
        { "sealed class Owner { public static int Count; protected internal «Foo→Ptr<Foo>» {|#0:_foo|} = default; }", "Owner._foo", HoldsNode, UsePointer },
        { "«class→struct» Owner { Foos {|#0:_foos|}; } [InlineArray(8)] struct Foos { Foo _first; }", "Owner._foos", HoldsNode, UsePointer.Replace("Foo", "Foos") },
        { "«class→struct» Owner { Outer {|#0:_outer|}; } struct Outer { Inner _inner; } struct Inner { Foo _foo; }", "Owner._outer", HoldsNode, UsePointer.Replace("Foo", "Outer") },
        { "class Owner { Outer {|#0:_outer|}; } struct Outer { «Foo→Ptr<Foo>» _foo; }", "Owner._outer", HoldsNode, UsePointer.Replace("Foo", "Outer") },
        { "partial «class→struct» Owner<T> { Foo {|#0:_foo|}; } partial «class→struct» Owner<T> { T? _value; }", "Owner<T>._foo", HoldsNode, UsePointer },
        { "class Owner<«[AddressStable]→» T> where T : unmanaged { T {|#0:_value|}; }", "Owner<T>._value", "'T' may stand for a type that holds a list head or node", "use a Ptr<T>" },
        { "class Owner<T, TLink> where T : unmanaged where TLink : unmanaged, IListLink<T> { «T→Ptr<T>» {|#0:_value|}; }", "Owner<T, TLink>._value", "'T' may stand for a type that holds a list head or node", "use a Ptr<T>" },
        { "class Owner<T> where T : unmanaged { Box<T> {|#0:_box|}; } struct Box<[AddressStable] U> { «Foo→Ptr<Foo>» _foo; }", "Owner<T>._box", HoldsNode, "use a Ptr<Box<T>>" },
        { "class Owner { Named {|#0:_named|}; } struct Named { public string Name; public «Foo→Ptr<Foo>» Foo; }", "Owner._named", HoldsNode, "keep it in a local variable, and hand it on by reference" },
        { "class Element { public «ListNode→Ptr<ListNode>» {|#0:Node|}; }", "Element.Node", "it is a list node", "make it a field of an element, which is a struct" },
        { "class Element { public readonly «ListNode→Ptr<ListNode>» {|#0:Node|}; }", "Element.Node", "it is a list node", "make it a field of an element, which is a struct" },
        { "«class→struct» Owner(Foo {|#0:foo|}) { int Value => foo.Value; }", "foo", HoldsNode, UsePointer },
        { "class Owner(Foo {|#0:foo|}) { int _value «=>→=» foo.Value; }", "foo", HoldsNode, UsePointer },
    };

    public static TheoryData<string, string, string, string> Statics => new()
    {
        { $"partial struct Owner {{ {Tag} «→[FixedAddressValueType]» static ListHead {{|#0:s_head|}}; }}", "Owner.s_head", Head, UsePinnedHead },
        { $"static partial class Owner {{ {Tag} static «ListHead→PinnedListHead?» {{|#0:s_head|}}; }}", "Owner.s_head", Head, UsePinnedHead },
        { $"partial interface IOwner {{ {Tag} «→[FixedAddressValueType]» static ListHead {{|#0:Head|}}; }}", "IOwner.Head", Head, UsePinnedHead },
        { $"partial class Owner {{ {Tag} static readonly «ListHead→PinnedListHead?» {{|#0:s_head|}}; }}", "Owner.s_head", Head, UsePinnedHead },
        { "static class Owner { «→[FixedAddressValueType]» static Foo {|#0:s_foo|}; }", "Owner.s_foo", HoldsNode, UsePointer },
        { "record struct Owner { static «Foo→Ptr<Foo>» {|#0:s_foo|}; }", "Owner.s_foo", HoldsNode, UsePointer },
        { "ref struct Owner { «→[FixedAddressValueType]» public static Foo {|#0:Foo|}; }", "Owner.Foo", HoldsNode, UsePointer },
    };

    public static TheoryData<string, string, string, string> ThreadStatics => new()
    {
        { $"static partial class Owner {{ {Tag} «[ThreadStatic]→[FixedAddressValueType]» static ListHead {{|#0:s_head|}}; }}", "Owner.s_head", Head, UsePinnedHead },
        { "static class Owner { [«ThreadStatic, →»FixedAddressValueType] static Foo {|#0:s_foo|}; }", "Owner.s_foo", HoldsNode, UsePointer },
        { "struct Owner { [ThreadStatic] static «Foo→Ptr<Foo>» {|#0:s_foo|}; }", "Owner.s_foo", HoldsNode, UsePointer },
    };

    public static TheoryData<string, string, string, string> Properties => new()
    {
        { "class Owner { Foo {|#0:Foo|} { get«;→ => default;» } }", "Owner.Foo", HoldsNode, UsePointer },
        { "class Owner { «Foo→Ptr<Foo>» {|#0:Foo|} { get; set; } }", "Owner.Foo", HoldsNode, UsePointer },
        { "class Owner { public required «Foo→Ptr<Foo>» {|#0:Foo|} { get; init; } }", "Owner.Foo", HoldsNode, UsePointer },
        { "struct Owner { Foo {|#0:Foo|}«{ get; }→;» }", "Owner.Foo", HoldsNode, "use a field" },
        { "struct Owner { «Foo→Ptr<Foo>» {|#0:Foo|} { get; } = default; public Owner() { } }", "Owner.Foo", HoldsNode, "use a field" },
        { "struct Owner { Foo {|#0:Foo|} { get => «field→default»; set { } } }", "Owner.Foo", HoldsNode, "use a field" },
        { "class Owner { Foo {|#0:Foo|} { get => default; set { «field = value;→» } } }", "Owner.Foo", HoldsNode, UsePointer },
        { "class Owner { static «Foo→Ptr<Foo>» {|#0:Foo|} { get; set; } }", "Owner.Foo", HoldsNode, UsePointer },
        { "interface IOwner { static «Foo→Ptr<Foo>» {|#0:Foo|} { get; set; } }", "IOwner.Foo", HoldsNode, UsePointer },
        { "interface IOwner { «static→» Foo {|#0:Foo|} { get; set; } }", "IOwner.Foo", HoldsNode, UsePointer },
        { "abstract class Owner { public «virtual→abstract» Foo {|#0:Foo|} { get; set; } }", "Owner.Foo", HoldsNode, UsePointer },
        { "partial class Owner { public partial «Foo Foo { get; } public partial Foo {|#0:Foo|}→Ptr<Foo> Foo { get; } public partial Ptr<Foo> Foo» { get => field; } }", "Owner.Foo", HoldsNode, UsePointer },
        { "record Owner(«Foo→Ptr<Foo>» {|#0:Foo|});", "Owner.Foo", HoldsNode, UsePointer },
        { "record struct Owner(Foo {|#0:Foo|}) «;→{ public Foo Foo; }»", "Owner.Foo", HoldsNode, "use a field" },
        { "readonly record struct Owner(«Foo→Ptr<Foo>» {|#0:Foo|});", "Owner.Foo", HoldsNode, "use a field" },
        { "partial struct Owner { public «ListHead→PinnedListHead?» {|#0:Head|} { get; set; } }", "Owner.Head", Head, "use a field" },
        { "class Owner<«[AddressStable]→» T> where T : unmanaged { T {|#0:Value|} { get; set; } }", "Owner<T>.Value", "'T' may stand for a type that holds a list head or node", "use a Ptr<T>" },
    };

    [Theory]
    [MemberData(nameof(HeadsOfObjects))]
    public Task RejectsHeadsOfObjects(string twins, string head) =>
        VerifyTwinsAsync(twins, Message(head, Head, $"the garbage collector moves the objects of class '{head[..head.LastIndexOf('.')]}'", UsePinnedHead));

    [Theory]
    [MemberData(nameof(OtherFields))]
    public Task RejectsFieldsOfObjects(string twins, string field, string reason, string mend) =>
        VerifyTwinsAsync(twins, Message(field, reason, $"the garbage collector moves the objects of class '{(field.Contains('.') ? field[..field.LastIndexOf('.')] : "Owner")}'", mend));

    [Theory]
    [MemberData(nameof(Statics))]
    public Task RejectsStatics(string twins, string field, string reason, string mend) => VerifyTwinsAsync(twins, Message(field, reason, Static, "mark it so, or " + mend));

    [Theory]
    [MemberData(nameof(ThreadStatics))]
    public Task RejectsThreadStatics(string twins, string field, string reason, string mend) => VerifyTwinsAsync(twins, Message(field, reason, Thread, mend));

    [Theory]
    [MemberData(nameof(Properties))]
    public Task RejectsAutoProperties(string twins, string property, string reason, string mend) => VerifyTwinsAsync(twins, Message(property, reason, Property, mend));

    // That it is assigned first in a constructor is the same fault.
    [Theory]
    [InlineData("class Owner { Foo {|#0:_foo|}; Owner() { _foo = default; } }")]
    [InlineData("class Owner { Foo {|#0:_foo|}; Owner(int value) => this._foo = new Foo { Value = value }; }")]
    public Task RejectsWhatConstructorsAssignOnce(string source) =>
        VerifyRejectedAsync(source, Message("Owner._foo", HoldsNode, "the garbage collector moves the objects of class 'Owner'", UsePointer));

    // The list is there all the same: its absence would be an error of the compiler in every place that uses it.
    [Fact]
    public Task RejectsEveryDeclarator() => VerifyRejectedAsync(
        $$"""
        partial class Owner { {{Tag}} ListHead {|#0:_first|}, {|#1:_second|}; bool IsEmpty => First.IsEmpty && Second.IsEmpty; }
        """,
        Message("Owner._first", Head, "the garbage collector moves the objects of class 'Owner'", UsePinnedHead),
        Message("Owner._second", Head, "the garbage collector moves the objects of class 'Owner'", UsePinnedHead));

    internal static string Message(string name, string reason, string movement, string mend) => $"The address of '{name}' must not change, as {reason}, but {movement}; {mend}";
}
