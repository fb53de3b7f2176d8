using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class WrongElementTests() : RuleTests("ILIST206")
{
    /// <summary>Gets ways to hand an element to a list, and the members that they need.</summary>
    public static TheoryData<string, string> Arguments => new()
    {
        { "{|#0:«{|CS1503:bar|}→foo»|}", "" },
        { "{|#0:(«{|CS1503:bar|}→foo»)|}", "" },
        { "{|#0:element: «{|CS1503:bar|}→foo»|}", "" },
        { "{|#0:«{|CS1503:(Ptr<Bar>)raw|}→(Ptr<Foo>)raw»|}", "" },

        // Pointers and values
        { "{|#0:«{|CS1503:bars|}→foos»|}", "" },
        { "{|#0:«{|CS1503:bars + 1|}→foos + 1»|}", "" },
        { "{|#0:«{|CS1503:&bars[1]|}→&foos[1]»|}", "" },
        { "{|#0:«{|CS1503:(Bar*)raw|}→(Foo*)raw»|}", "" },
        { "{|#0:«{|CS1503:bar.Pointer|}→foo.Pointer»|}", "" },
        { "{|#0:«{|CS1503:bar.Value|}→foo»|}", "" },
        { "{|#0:«{|CS1503:default(Bar)|}→default»|}", "" },

        // Wherever an element comes from
        { "{|#0:«{|CS1503:s_bar|}→s_foo»|}", "static Ptr<Foo> s_foo; static Ptr<Bar> s_bar;" },
        { "{|#0:«{|CS1503:owner.Value.Second|}→owner.Value.First»|}", "Ptr<Foo> First; Ptr<Bar> Second;" },
        { "{|#0:«{|CS1503:Second|}→First»|}", "static Ptr<Foo> First => default; static Ptr<Bar> Second => default;" },
        { "{|#0:«{|CS1503:Make<Bar>()|}→Make<Foo>()»|}", "static Ptr<T> Make<[AddressStable] T>() where T : unmanaged => default;" },
        { "{|#0:«{|CS1503:pair.Second|}→pair.First»|}", "static (Ptr<Foo> First, Ptr<Bar> Second) pair;" },
        { "{|#0:«{|CS1503:new Ptr<Bar>(bars)|}→new Ptr<Foo>(foos)»|}", "" },
        { "{|#0:«{|CS1503:default(Ptr<Bar>)|}→default(Ptr<Foo>)»|}", "" },
        { "{|#0:«{|CS1503:bar.IsNull ? default : bar|}→foo.IsNull ? default : foo»|}", "" },
        { "{|#0:«{|CS1503:others.RemoveFirst()|}→owner.Value.List.RemoveFirst()»|}", "[Contains(typeof(Bar), nameof(Bar.Link))] ListHead _other; static IntrusiveList<Bar, Bar.LinkLink> others => default;" },
    };

    /// <summary>Gets calls whose list is written in some other way.</summary>
    public static TheoryData<string> Receivers => new()
    {
        "owner.Value.List.AddLast({|#0:«{|CS1503:bar|}→foo»|});",
        "(owner.Value.List).AddLast({|#0:«{|CS1503:bar|}→foo»|});",
        "var list = owner.Value.List; list.AddLast({|#0:«{|CS1503:bar|}→foo»|});",
        "IntrusiveList<Foo, Foo.NodeLink> list = owner.Value.List; list.AddLast({|#0:«{|CS1503:bar|}→foo»|});",
        "Pick(owner.Value.List).AddLast({|#0:«{|CS1503:bar|}→foo»|}); static IntrusiveList<Foo, Foo.NodeLink> Pick(IntrusiveList<Foo, Foo.NodeLink> list) => list;",
        "Add(owner.Value.List); void Add<TLink>(IntrusiveList<Foo, TLink> list) where TLink : unmanaged, IListLink<Foo> { list.Sort((_, _) => 0); } owner.Value.List.AddLast({|#0:«{|CS1503:bar|}→foo»|});",
        "Action add = () => owner.Value.List.AddLast({|#0:«{|CS1503:bar|}→foo»|});",
        "if (owner.Value.List.Contains({|#0:«{|CS1503:bar|}→foo»|})) { }",
        "_ = owner.Value.List.IsFirst({|#0:«{|CS1503:bar|}→foo»|}) ? 1 : 2;",
        "foreach (Ptr<Foo> each in owner.Value.List.StartingAt({|#0:«{|CS1503:bar|}→foo»|})) { }",
    };

    /// <summary>Gets the operations of lists that take elements, and the place of each parameter that does.</summary>
    public static TheoryData<string, int> Operations
    {
        get
        {
            var operations = new TheoryData<string, int>();
            foreach (ParameterInfo parameter in typeof(IntrusiveList<,>).GetMethods(BindingFlags.Public | BindingFlags.Instance).SelectMany(method => method.GetParameters()).Where(IsElement))
            {
                operations.Add(parameter.Member.Name, parameter.Position);
            }

            return operations;
        }
    }

    /// <summary>Gets calls that have errors of other kinds, or correct arguments beside wrong ones.</summary>
    public static TheoryData<string, string> OtherCalls => new()
    {
        // Methods of other types
        { "new Other().AddLast({|CS1503:bar|});", "class Other { public void AddLast(Ptr<Foo> element) { } }" },
        { "Foo.NodeLink.Unlink({|CS1503:bar|});", "" },
        { "_ = Foo.NodeLink.NodeOf({|CS1503:bar|});", "" },
        { "AddLast({|CS1503:bar|});", "static void AddLast(Ptr<Foo> element) { }" },
        { "new Mine.IntrusiveList<Foo, int>().AddLast({|CS1503:bar|});", "} namespace Mine { class IntrusiveList<[AddressStable] T, TLink> where T : unmanaged { public void AddLast(Ptr<T> element) { } }" },
        { "owner.Value.List.Add({|CS1503:bar|});", "} static class Extensions { public static void Add(this IntrusiveList<Foo, Foo.NodeLink> list, Ptr<Foo> element) { }" },
        { "owner.Value.List.AddLast(bar);", "} static class Extensions { public static void AddLast(this IntrusiveList<Foo, Foo.NodeLink> list, Ptr<Bar> element) { }" },

        // The wrong number of arguments
        { "owner.Value.List.{|CS7036:AddLast|}();", "" },
        { "owner.Value.List.{|CS1501:AddLast|}(bar, bar);", "" },
        { "owner.Value.List.{|CS7036:AddBefore|}(bar);", "" },
        { "owner.Value.List.AddLast({|CS1739:node|}: bar);", "" },

        // Arguments without a type, or of one that the compiler misses
        { "owner.Value.List.AddLast(null);", "" },
        { "owner.Value.List.AddLast({|CS0103:missing|});", "" },
        { "owner.Value.List.AddLast({|CS1503:default(Ptr<{|CS0246:Missing|}>)|});", "" },
        { "owner.Value.List.AddLast(default({|CS0246:Missing|}));", "" },
        { "owner.Value.List.AddLast(() {|CS1660:=>|} bar);", "" },
        { "owner.Value.List.AddLast({|CS1503:Make|});", "static Ptr<Bar> Make() => default;" },

        // Other parameters than elements
        { "owner.Value.List.TryRemoveFirst(out {|CS1503:bar|});", "" },
        { "owner.Value.List.SpliceLast({|CS1503:bar|});", "" },
        { "owner.Value.List.RemoveWhere({|CS1503:bar|});", "" },

        // The right type, wrongly handed over
        { "owner.Value.List.AddLast({|CS1503:foo.Value|});", "" },
        { "owner.Value.List.AddLast(ref {|CS1615:foo|});", "" },
    };

    [Theory]
    [MemberData(nameof(Arguments))]
    public Task RejectsArgument(string argument, string members) => VerifyTwinsAsync(Source($"owner.Value.List.AddLast({argument});", members), Message("Foo", "Foo.NodeLink", "Bar"));

    [Theory]
    [MemberData(nameof(Receivers))]
    public Task RejectsForEveryReceiver(string statements) => VerifyTwinsAsync(Source(statements), Message("Foo", "Foo.NodeLink", "Bar"));

    [Theory]
    [MemberData(nameof(Operations))]
    public Task RejectsInEveryOperation(string operation, int position)
    {
        ParameterInfo[] parameters = typeof(IntrusiveList<,>).GetMethod(operation)!.GetParameters();
        string arguments = string.Join(", ", parameters.Select(parameter =>
            parameter.Position == position ? "{|#0:«{|CS1503:bar|}→foo»|}" : IsElement(parameter) ? "foo" : "owner.Value.List"));
        return VerifyTwinsAsync(Source($"owner.Value.List.{operation}({arguments});"), Message("Foo", "Foo.NodeLink", "Bar"));
    }

    [Theory]
    [MemberData(nameof(OtherCalls))]
    public Task AcceptsOtherErrors(string statements, string members) => VerifyAcceptedAsync(Source(statements, members));

    [Fact]
    public Task RejectsEveryWrongArgument() => VerifyRejectedAsync(
        Source("owner.Value.List.AddBefore({|#0:{|CS1503:bar|}|}, {|#1:element: {|CS1503:raw|}|});"),
        Message("Foo", "Foo.NodeLink", "Bar"),
        Message("Foo", "Foo.NodeLink", "void"));

    [Fact]
    public Task RejectsOnlyTheWrongOneOfTwo() => VerifyTwinsAsync(
        Source(
            "owner.Value.List.AddBefore(handle, {|#0:«{|CS1503:bar|}→foo»|});",
            "static Handle handle; struct Handle { public static implicit operator Ptr<Foo>(Handle handle) => default; }"),
        Message("Foo", "Foo.NodeLink", "Bar"));

    [Fact]
    public Task NamesGenericElements() => VerifyTwinsAsync(
        """
        partial class Lru<TKey> where TKey : unmanaged
        {
            public partial struct Entry { public TKey Key; public ListNode ByUse; }
            [Contains(typeof(Lru<>.Entry), "ByUse")] readonly PinnedListHead _entries = new();
            public static void Use(Lru<int> lru, Ptr<Lru<int>.Entry> entry, Ptr<Lru<long>.Entry> other) => lru.Entries.MoveToFirst({|#0:«{|CS1503:other|}→entry»|});
        }
        """,
        Message("Lru<int>.Entry", "Lru<int>.Entry.ByUseLink", "Lru<long>.Entry"));

    [Fact]
    public Task TellsTypesOfOneNameApart() => VerifyTwinsAsync(
        Source("owner.Value.List.AddLast({|#0:«{|CS1503:same|}→foo»|});", "static Ptr<Mine.Foo> same; } namespace Mine { public struct Foo { }"),
        "This list holds 'Foo' through 'Foo.NodeLink'; 'Mine.Foo' is not a 'Foo'");

    [Theory]
    [InlineData("using var guard = word.EnterLock(); guard.Items.AddLast({|#0:«{|CS1503:bar|}→foo»|});")]
    [InlineData("wheel.Slots[1].AddFirst({|#0:«{|CS1503:bar|}→foo»|});")]
    [InlineData("foreach (var slot in wheel.Slots) { slot.Remove({|#0:«{|CS1503:bar|}→foo»|}); }")]
    public Task RejectsOneTwinOfGuardedLists(string twins) => VerifyTwinsAsync(
        $$"""
        partial struct Word { ListLock _gate; [Contains(typeof(Foo), "Node")] ListHead _items; }
        partial struct Wheel { [Contains(typeof(Foo), "Node")] Heads _slots; }
        [InlineArray(4)] struct Heads { ListHead _first; }
        static class Test { static void M(ref Word word, ref Wheel wheel, Ptr<Foo> foo, Ptr<Bar> bar) { {{twins}} } }
        """,
        Message("Foo", "Foo.NodeLink", "Bar"));

    private static bool IsElement(ParameterInfo parameter) =>
        parameter.ParameterType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Ptr<>);

    private static string Source(string statements, string members = "") =>
        $$"""
        unsafe partial struct Owner
        {
            [Contains(typeof(Foo), nameof(Foo.Node))] public ListHead _list;
            static void Use(Ptr<Owner> owner, Ptr<Foo> foo, Ptr<Bar> bar, Foo* foos, Bar* bars, void* raw) { {{statements}} }
            {{members}}
        }
        """;

    private static string Message(string element, string link, string other) => $"This list holds '{element}' through '{link}'; '{other}' is not a '{element}'";
}
