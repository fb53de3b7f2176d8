using System.Threading.Tasks;
using IntrusiveLists.CodeFixes;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class ReferToValueFixTests : FixTests<ReferToValueFix>
{
    public static TheoryData<string, string> Fixes => new()
    {
        { "Foo foo = {|ILIST101:element.Value|};", "ref Foo foo = ref element.Value;" },
        { "var foo = {|ILIST101:element.Value|}; foo.Value = 3;", "ref var foo = ref element.Value; foo.Value = 3;" },
        { "IntrusiveLists.Ptr<Foo> same = element; /* one */ Foo @class = {|ILIST101:same.Value|}; // two\n", "IntrusiveLists.Ptr<Foo> same = element; /* one */ ref Foo @class = ref same.Value; // two\n" },
        { "ref Foo place = ref element.Value; Foo foo = {|ILIST101:place|};", "ref Foo place = ref element.Value; ref Foo foo = ref place;" },
        { "Foo first = {|ILIST101:element.Value|}; Foo second = {|ILIST101:other|};", "ref Foo first = ref element.Value; ref Foo second = ref other;" },
        { "foreach (var {|ILIST101:foo|} in span) { }", "foreach (ref var foo in span) { }" },
        { "foreach (Foo {|ILIST101:foo|} in span) foreach (Foo {|ILIST101:inner|} in span) { int value = foo.Value + inner.Value; }", "foreach (ref Foo foo in span) foreach (ref Foo inner in span) { int value = foo.Value + inner.Value; }" },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task Mends(string before, string after) => VerifyFixAsync(Method(before), Method(after));

    [Fact]
    public Task NamesTheVariable() => VerifyFixAsync(Method("Foo foo = {|ILIST101:element.Value|};"), Method("ref Foo foo = ref element.Value;"), "Make 'foo' a reference");

    [Theory]

    // Another value later
    [InlineData("Foo foo = {|ILIST101:element.Value|}; {|ILIST105:foo|} = default(Foo);")]
    [InlineData("Foo foo = {|ILIST101:element.Value|}; ({|ILIST105:foo|}, _) = (new Foo(), 1);")]

    // No reference to it is possible
    [InlineData("Foo foo = {|ILIST101:element.Value|}; Action later = () => {|ILIST103:foo|}.Value++;")]
    [InlineData("foreach (Foo {|ILIST101:foo|} in frozen) { }")]
    public Task OffersNothingThatDoesNotFit(string body) => VerifyNoFixAsync(Method(body));

    private static string Method(string body) => $"static class Test {{ static void M(Ptr<Foo> element, ref Foo other, Span<Foo> span, ReadOnlySpan<Foo> frozen) {{ {body} }} }}";
}
