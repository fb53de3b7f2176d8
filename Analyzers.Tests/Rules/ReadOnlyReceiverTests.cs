using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class ReadOnlyReceiverTests() : RuleTests("ILIST104")
{
    private const string Remedy = "use it through a reference that is not read-only, or declare the member 'readonly'";

    /// <summary>Gets statements that call a member on a copy or not, the members they need, what is said to be copied, and for which member.</summary>
    public static TheoryData<string, string, string, string> Twins => new()
    {
        // Parameters, variables, results
        { "", "static void Use(«in→ref» Foo foo) => {|#0:foo|}.Touch();", "foo", "Foo.Touch()" },
        { "", "static void Use(ref «readonly→» Foo foo) { {|#0:foo|}.Touch(); }", "foo", "Foo.Touch()" },
        { "", "static void Use(scoped in Foo foo) => {|#0:foo|}.«Touch→Look»();", "foo", "Foo.Touch()" },
        { "_ = {|#0:i|}.«Property→Seen»;", "", "i", "Foo.Property" },
        { "_ = {|#0:«i→r»|}[0];", "", "i", "Foo.this[int]" },
        { "_ = {|#0:«i→r»|}[^1];", "", "i", "Foo.Length" },
        { "foreach (int x in {|#0:«i→r»|}) { }", "", "i", "Foo.GetEnumerator()" },
        { "ref «readonly→» Foo x = ref r; {|#0:x|}.Touch();", "", "x", "Foo.Touch()" },
        { "foreach (ref «readonly→» Foo x in new Span<Foo>(p, 2)) {|#0:x|}.Touch();", "", "x", "Foo.Touch()" },
        { "{|#0:new «ReadOnlySpan→Span»<Foo>(p, 2)[0]|}.Touch();", "", "new ReadOnlySpan<Foo>(p, 2)[0]", "Foo.Touch()" },
        { "{|#0:Pick(«in→ref» r)|}.Touch();", "static ref «readonly→» Foo Pick(«in→ref» Foo foo) => ref foo;", "Pick(in r)", "Foo.Touch()" },
        { "({|#0:r.Value > 1 ? ref «i→r» : ref *p|}).Touch();", "", "r.Value > 1 ? ref i : ref *p", "Foo.Touch()" },
        { "var x = new Hold { First = ref r, Second = ref r }; {|#0:x.«First→Second»|}.Touch();", "ref struct Hold { public ref readonly Foo First; public readonly ref Foo Other; public ref Foo Second; }", "x.First", "Foo.Touch()" },
        { "Look x = (in Foo foo) => {|#0:foo|}.«Touch→Look»();", "delegate void Look(in Foo foo);", "foo", "Foo.Touch()" },
        { "void Look(«in→ref» Foo foo) => {|#0:foo|}.Touch(); Look(«in→ref» r);", "", "foo", "Foo.Touch()" },
        { "delegate*<ref «readonly→» Foo> x = null; {|#0:x()|}.Touch();", "", "x()", "Foo.Touch()" },
        { "", "static void Use(«in→ref» Inline inline) => {|#0:inline[1]|}.Touch(); [InlineArray(4)] struct Inline { Foo _first; }", "inline[1]", "Foo.Touch()" },
        { "", "static void Use<[AddressStable] T>(«in→ref» Nested<T> nested) where T : unmanaged => {|#0:nested.Foo|}.Touch(); struct Nested<[AddressStable] U> { public Foo Foo; public U Other; }", "nested.Foo", "Foo.Touch()" },

        // Fields and 'this'
        { "", "struct Nested { Foo _foo; public «readonly→» void Use() => {|#0:_foo|}.Touch(); }", "_foo", "Foo.Touch()" },
        { "", "struct Nested { Foo _foo; public int Count { «readonly→» get => {|#0:_foo|}.Property; set { } } }", "_foo", "Foo.Property" },
        { "", "struct Nested { Foo _foo; public «readonly→» int this[int index] { get { return {|#0:this._foo|}.Property; } } }", "this._foo", "Foo.Property" },
        { "", "struct Nested(Foo foo) { public «readonly→» void Use() => {|#0:foo|}.Touch(); }", "foo", "Foo.Touch()" },
        { "", "} partial struct Foo { public «readonly→» void Use() => {|#0:Touch|}();", "this", "Foo.Touch()" },
        { "", "} partial struct Foo { public «readonly→» void Use() => {|#0:this|}.Touch();", "this", "Foo.Touch()" },
        { "", "} partial struct Foo { public «readonly→» int Twice { get { int half = {|#0:Property|}; return half * 2; } }", "this", "Foo.Property" },

        // Patterns match a copy
        { "_ = r is { {|#0:«Property→Seen»|}: 1 };", "", "Property", "Foo.Property" },
        { "switch (q.Value) { case { {|#0:«Property→Value»|}: > 1 }: break; }", "", "Property", "Foo.Property" },
        { "_ = r is «{|#0:[1, 2]|}→{ Value: 1 }»;", "", "[1, 2]", "Foo.Length" },
        { "_ = q.Value switch { «not {|#0:[1, ..]|}→not { Value: 1 }» => 1, _ => 2 };", "", "[1, ..]", "Foo.Length" },
        { "_ = *p switch { { Value: 1, {|#0:«Property→Half»|}: 2 } => 1, _ => 2 };", "", "Property", "Foo.Property" },
    };

    /// <summary>Gets correct statements, and the members they need.</summary>
    public static TheoryData<string, string> Correct => new()
    {
        { "i.Look(); _ = i.Seen; _ = i.Half; _ = i.Value; _ = i.Node.IsLinked;", "" },
        { "ref readonly Foo x = ref r; x.Look(); x = ref i; Unsafe.AsRef(in x).Touch();", "" },
        { "r.Touch(); p->Touch(); p[1].Touch(); (*p).Touch(); q.Value.Touch(); q.Pointer->Touch(); r!.Touch();", "" },
        { "new Foo().Touch(); default(Foo).Touch(); Make().Touch(); _ = Make().Property;", "static Foo Make() => default;" },
        { "_ = new ReadOnlySpan<Foo>(p, 2)[0].Value; foreach (ref readonly Foo x in new ReadOnlySpan<Foo>(p, 2)) { x.Look(); _ = x.Node.IsLinked; }", "" },
        { "Hold x = new(ref r); x.Use(); Hold y = x; y.Foo.Touch();", "readonly ref struct Hold { public readonly ref Foo Foo; public Hold(ref Foo foo) { Foo = ref foo; } public void Use() => Foo.Touch(); }" },
        { "new Hold(q).Use();", "readonly struct Hold(Ptr<Foo> foo) { public void Use() => foo.Value.Touch(); public ref Foo Value => ref foo.Value; }" },
        { "Hold(p).Touch(); static ref Foo Hold(in Ptr<Foo> foo) => ref foo.Value;", "" },
        { "", "struct Nested { Foo _foo; public void Use() => _foo.Touch(); public readonly int Look() { _foo.Look(); return _foo.Seen + _foo.Half; } public int Count { readonly get => _foo.Half; set => _foo.Touch(); } }" },
        { "", "struct Nested { Foo _foo; public Nested() { _foo.Touch(); Use(); } void Use() => _foo.Property++; }" },
        { "", "struct Nested(int count) { Foo _foo = new() { Value = count }; public void Use() { _foo.Touch(); count++; } }" },
        { "", "} partial struct Foo { public readonly void Use() { Look(); this.Look(); _ = Seen + Half; } public void Change() { Touch(); this.Touch(); Property++; }" },
        { "foreach (int x in r) { } foreach (int x in q.Value) { } foreach (int x in new Foo()) { }", "" },
        { "r.Changed += () => { }; r.Property += 1; r.Half++; _ = r[0] + r[^1];", "" },
        { "_ = r is { Value: 1, Seen: 2, Half: > 3 }; _ = r is { Node.IsLinked: true }; switch (r) { case { Seen: 1 }: break; }", "" },
        { "_ = new Foo() is { Property: 1 }; _ = Make() is [1, 2]; _ = Make() switch { { Property: 1 } => 1, not [1, ..] => 2, _ => 3 };", "static Foo Make() => default;" },
        { "_ = r is var _; _ = new Row(1) is [1, .. 2]; Row x = new(1); _ = x is [1, _, ..];", "struct Row(int length) { public ListNode Node; public readonly int Length => length; public readonly int this[int index] => index; public int Slice(int start, int count) => length++; }" },
        { "i.ReadOnly(); r.ReadOnly(); r.Change(); p->Change();", "} static class Extensions { public static void ReadOnly(this in Foo foo) => foo.Look(); public static void Change(this ref Foo foo) => foo.Touch();" },
        { "", "static void Use<[AddressStable] T>(ref T value, in T other) where T : struct, IUse { value.Use(); Unsafe.AsRef(in other).Use(); } interface IUse { void Use(); }" },
        { "", "static int Read(in Owner owner) => owner._count; static bool IsEmpty(in Owner owner) => owner._list.IsEmpty; int _count; readonly bool IsIdle => _list.IsEmpty && _count == 0;" },
        { "", "static unsafe void Add(ref Owner owner, Ptr<Foo> foo) { owner.List.AddLast(foo); Owner* x = (Owner*)Unsafe.AsPointer(ref owner); x->List.Remove(foo); Local(ref *x); void Local(ref Owner same) => same.List.AddFirst(foo); }" },
        { "", "void Add(Ptr<Foo> foo) => List.AddLast(foo); int Count() { int count = 0; foreach (Ptr<Foo> foo in List) count += foo.Value.Value; return count; }" },
        { "", "static void Use(Ptr<Owner> owner) { var list = owner.Value.List; list.Clear(); ref Owner same = ref owner.Value; same.List.Reverse(); Owner fresh = new(); fresh.List.Clear(); }" },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string members, string value, string member) => VerifyTwinsAsync(Source(twins, members), Message(value, member));

    [Theory]
    [MemberData(nameof(Correct))]
    public Task AcceptsCorrectUses(string statements, string members) => VerifyAcceptedAsync(Source(statements, members));

    public static TheoryData<string, string> Lists => new()
    {
        { "static void Use(«in→ref» Owner owner) => {|#0:owner|}.List.Clear();", "owner" },
        { "static void Use(ref «readonly→» Owner owner) { foreach (Ptr<Foo> foo in {|#0:owner|}.List) { } }", "owner" },
        { "static void Use(Ptr<Owner> owner) { ref «readonly→» Owner same = ref owner.Value; {|#0:same|}.List.Clear(); }", "same" },
        { "«readonly→» void Use() => {|#0:List|}.Clear();", "this" },
        { "«readonly→» bool IsIdle { get { return {|#0:this|}.List.IsEmpty; } }", "this" },
        { "Func<bool> Make(Ptr<Owner> owner) => () => { ref «readonly→» Owner same = ref owner.Value; return {|#0:same|}.List.IsEmpty; };", "same" },
        { "static bool Use(ref Owner owner) => owner is { «{|#0:List|}.IsEmpty: true→_count: 0» };", "List" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public Task RejectsListsOfCopies(string twins, string value) => VerifyTwinsAsync(
        Source("", $"{twins} int _count;"),
        $"'{value}' is read-only here and therefore copied for 'Owner.List', but a value of 'Owner' must stay where it is: it holds the list head 'Owner._list'; {Remedy}");

    public static TheoryData<string, string> Temporaries => new()
    {
        { "static «→ref »Owner Make(ref Owner owner) => «throw null!→ref owner»; static void Use(ref Owner owner) => {|#0:Make(ref owner)|}.List.Clear();", "Make(ref owner)" },
        { "static void Use(ref Owner owner) => {|#0:«new Owner()→owner»|}.List.Clear();", "new Owner()" },
        { "static bool Use() { «→Owner owner = default; »return {|#0:«default(Owner)→owner»|}.List.IsEmpty; }", "default(Owner)" },
    };

    [Theory]
    [MemberData(nameof(Temporaries))]
    public Task RejectsListsOfTemporaries(string twins, string value) => VerifyTwinsAsync(
        Source("", twins),
        $"'{value}' is a temporary value when 'Owner.List' makes a list of it, but a value of 'Owner' must stay where it is: it holds the list head 'Owner._list'; keep the value in a variable");

    private static string Source(string statements, string members) =>
        $$"""
        partial struct Owner
        {
            [Contains(typeof(Foo), nameof(Foo.Node))] ListHead _list;
            static unsafe void Use(ref Foo r, in Foo i, Foo* p, Ptr<Foo> q) { {{statements}} }
            {{members}}
        }

        partial struct Foo
        {
            public void Touch() => Value++;
            public readonly void Look() { }
            public int Property { get => Value++; set => Value = value; }
            public readonly int Seen => Value;
            public int Half { readonly get => Value; set => Value = value; }
            public int Length { get => Value++; }
            public int this[int index] { get => Value++; set => Value = value; }
            public event Action Changed { add => Touch(); remove => Touch(); }
            public Enumerator GetEnumerator() => default;

            public struct Enumerator { public int Current => 0; public bool MoveNext() => false; }
        }
        """;

    private static string Message(string value, string member) =>
        $"'{value}' is read-only here and therefore copied for '{member}', but a value of 'Foo' must stay where it is: it holds the list node 'Foo.Node'; {Remedy}";
}
