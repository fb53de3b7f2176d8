using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class WrongElementTests() : RuleTests("ILIST206")
{
    private const string WrongFoo = "This list holds 'Bar' through 'Bar.LinkLink'; 'Foo' is not a 'Bar'";

    public static TheoryData<string> Arguments =>
    [
        "bars.AddLast({|CS1503:{|#0:foo|}|});",
        "bars.AddLast({|CS1503:{|#0:pointer|}|});",
        "bars.AddLast({|CS1503:{|#0:&value|}|});",
        "bars.AddLast({|CS1503:{|#0:value|}|});",
        "bars.AddLast({|CS1503:{|#0:foos.First|}|});",
        "bars.AddLast({|CS1503:{|#0:foos.RemoveFirst()|}|});",
        "bars.AddLast({|CS1503:{|#0:(Ptr<Foo>)pointer|}|});",
        "bars.AddLast({|CS1503:{|#0:default(Ptr<Foo>)|}|});",
        "bars.AddLast(element: {|CS1503:{|#0:foo|}|});",
        "bars.AddBefore({|CS1503:{|#0:foo|}|}, bar);",
        "bars.AddBefore(bar, {|CS1503:{|#0:foo|}|});",
        "bars.AddBefore(element: bar, mark: {|CS1503:{|#0:foo|}|});",
        "bars.AddBefore(wrapper, {|CS1503:{|#0:foo|}|});",
        "bars.AddBefore(null, {|CS1503:{|#0:foo|}|});",
        "bars.AddBefore(default, {|CS1503:{|#0:foo|}|});",
        "owner.Bars.AddLast({|CS1503:{|#0:foo|}|});",
        "(owner.Bars).AddLast({|CS1503:{|#0:foo|}|});",
        "Return(bars).AddLast({|CS1503:{|#0:foo|}|});",
        "if (bars.Contains({|CS1503:{|#0:foo|}|})) { }",
        "_ = owner.Bars.Next({|CS1503:{|#0:foo|}|}).Value;",
        "foreach (var element in bars.StartingAt({|CS1503:{|#0:foo|}|})) { }",
        "Action action = () => new Owner().Bars.AddLast({|CS1503:{|#0:foo|}|});",
    ];

    public static TheoryData<string, string> Types => new()
    {
        { "other", "Other" },
        { "generic", "Generic<int>" },
        { "address", "nint" },
        { "untyped", "void" },
        { "\"text\"", "string" },
        { "foos", "IntrusiveList<Foo, Foo.NodeLink>" },
    };

    public static TheoryData<string> Operations =>
    [
        "AddFirst(FOO)", "AddLast(FOO)", "AddBefore(FOO, bar)", "AddBefore(bar, FOO)", "AddAfter(FOO, bar)", "AddAfter(bar, FOO)",
        "Remove(FOO)", "TryRemove(FOO)", "Contains(FOO)", "Next(FOO)", "Previous(FOO)", "IsFirst(FOO)", "IsLast(FOO)",
        "MoveToFirst(FOO)", "MoveToLast(FOO)", "MoveBefore(FOO, bar)", "MoveBefore(bar, FOO)", "MoveAfter(FOO, bar)", "MoveAfter(bar, FOO)",
        "MoveRangeToLast(FOO, bar)", "MoveRangeToLast(bar, FOO)", "Replace(FOO, bar)", "Replace(bar, FOO)", "Swap(FOO, bar)", "Swap(bar, FOO)",
        "RotateToFirst(FOO)", "SpliceBefore(FOO, bars)", "SpliceAfter(FOO, bars)", "CutBefore(FOO, bars)", "CutThrough(FOO, bars)", "StartingAt(FOO)",
    ];

    public static TheoryData<string> Others =>
    [
        // Right
        "bars.AddLast(bar); bars.AddLast(element: bar); bars.AddLast(wrapper); bars.AddLast(null); bars.AddLast(default); bars.AddLast(&bar.Pointer[1]);",
        "bars.SpliceLast(bars); bars.Sort(static (left, right) => 0); bars.TryRemoveFirst(out Ptr<Bar> first);",

        // Wrong in another way
        "bars.AddLast({|CS1503:bar.Value|});",
        "bars.{|CS1501:AddLast|}(foo, 1);",
        "bars.{|CS7036:AddLast|}();",
        "bars.AddLast(ref {|CS1615:foo|});",
        "bars.AddLast(out {|CS1615:foo|});",
        "bars.AddLast({|CS1739:mark|}: foo);",
        "bars.AddLast({|CS0103:missing|});",
        "bars.AddBefore(foo, {|CS0103:missing|});",
        "bars.AddLast(x {|CS1660:=>|} x);",
        "bars.{|CS1061:AddLst|}(foo);",
        "bars.{|CS0315:Sort|}(foo);",
        "bars.TryRemoveFirst(out {|CS1503:foo|});",
        "bars.SpliceLast({|CS1503:foos|});",
        "{|CS9230:bars|}.AddLast(late);",

        // Of another type
        "Bar.LinkLink.Unlink({|CS1503:foo|});",
        "new Collection().AddLast({|CS1503:foo|});",
        "Missing({|CS1503:foo|});",
        "{|CS0103:missing|}.AddLast(foo);",
    ];

    [Theory]
    [MemberData(nameof(Arguments))]
    public Task RejectsOneArgument(string statement) => VerifyRejectedAsync(Program(statement), WrongFoo);

    [Theory]
    [MemberData(nameof(Types))]
    public Task RejectsOneType(string argument, string type) => VerifyTwinsAsync(
        Program($$"""bars.AddLast(«{|CS1503:{|#0:{{argument}}|}|}→bar»);"""),
        $"This list holds 'Bar' through 'Bar.LinkLink'; '{type}' is not a 'Bar'");

    [Theory]
    [MemberData(nameof(Operations))]
    public Task RejectsInEveryOperation(string call) => VerifyTwinsAsync(Program($"bars.{call.Replace("FOO", "«{|CS1503:{|#0:foo|}|}→bar»")};"), WrongFoo);

    [Fact]
    public Task RejectsBothOfTwoArguments() => VerifyRejectedAsync(Program("bars.AddBefore({|CS1503:{|#0:foo|}|}, {|CS1503:{|#1:pointer|}|});"), WrongFoo, WrongFoo);

    [Fact]
    public Task RejectsInGenericCode() => VerifyTwinsAsync(
        """
        class Generic
        {
            void Add<T, TLink>(IntrusiveList<T, TLink> list, Ptr<«Bar→T»> element) where T : unmanaged where TLink : unmanaged, IListLink<T> => list.AddLast(«{|CS1503:{|#0:element|}|}→element»);
        }
        """,
        "This list holds 'T' through 'TLink'; 'Bar' is not a 'T'");

    [Theory]
    [MemberData(nameof(Others))]
    public Task LeavesEverythingElseToTheCompiler(string statement) => VerifyAcceptedAsync(Program(statement));

    [Fact]
    public Task LeavesListsOfMissingTypesToTheCompiler() => VerifyAcceptedAsync(
        """
        class Program { void Main(IntrusiveList<{|CS0246:Missing|}, {|CS0246:MissingLink|}> list, Ptr<Foo> foo) => list.AddLast({|CS1503:foo|}); }
        """);

    private static string Program(string statement) =>
        $$"""
        partial struct Owner
        {
            [Contains(typeof(Foo), "Node")] public ListHead _foos;
            [Contains(typeof(Bar), "Link")] public ListHead _bars;
        }

        struct Other { }
        struct Generic<T> { }
        struct Wrapper { public static implicit operator Ptr<Bar>(Wrapper wrapper) => default; }
        class Collection { public void AddLast(Ptr<Bar> bar) { } }

        unsafe class Program
        {
            static void Missing(Ptr<Bar> bar) { }

            static IntrusiveList<Bar, Bar.LinkLink> Return(IntrusiveList<Bar, Bar.LinkLink> list) => list;

            static void Main(Ptr<Foo> foo, Foo* pointer, Foo value, Ptr<Bar> bar, Ptr<Other> other, Generic<int>* generic, Wrapper wrapper, nint address, void* untyped, dynamic late)
            {
                var owner = new Owner();
                IntrusiveList<Foo, Foo.NodeLink> foos = owner.Foos;
                IntrusiveList<Bar, Bar.LinkLink> bars = owner.Bars;
                {{statement}}
            }
        }
        """;
}
