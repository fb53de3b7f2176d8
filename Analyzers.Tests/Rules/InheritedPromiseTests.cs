using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// What <c>[AddressStable]</c> promises of a method holds for those that override and implement it.
/// </summary>
public sealed class InheritedPromiseTests() : RuleTests("ILIST101")
{
    private const string Body = "{ «T→ref T» copy = «→ref »{|#0:value|}; }";

    [Theory]
    [InlineData("interface I { void Visit<[AddressStable] T>(ref T value); } class C : I { public void Visit<T>(ref T value) $ }")]
    [InlineData("interface I { void Visit<[AddressStable] T>(ref T value); } class C : I { void I.Visit<T>(ref T value) $ }")]
    [InlineData("interface I { void Visit<[AddressStable] T>(ref T value); } struct C : I { public readonly void Visit<TOther>(ref TOther value) $ }")]
    [InlineData("interface I<TKey> { void Visit<TFirst, [AddressStable] T>(TKey key, ref T value); } class C : I<int> { void I<int>.Visit<T, TOther>(int key, ref TOther value) $ }")]
    [InlineData("interface I { void Visit<[AddressStable] T>(ref T value); } interface J : I { void I.Visit<T>(ref T value) $ }")]
    [InlineData("interface I { static abstract void Visit<[AddressStable] T>(ref T value); } class C : I { public static void Visit<T>(ref T value) $ }")]
    [InlineData("interface I { static abstract void Visit<[AddressStable] T>(ref T value); } class C : I { static void I.Visit<T>(ref T value) $ }")]
    [InlineData("abstract class B { public abstract void Visit<[AddressStable] T>(ref T value); } class C : B { public override void Visit<T>(ref T value) $ }")]
    [InlineData("class B { public virtual void Visit<[AddressStable] T>(ref T value) { } } class M : B { public override void Visit<T>(ref T value) { } } class C : M { public sealed override void Visit<T>(ref T value) $ }")]
    [InlineData("class B<TKey> { public virtual void Visit<[AddressStable] T>(TKey key, ref T value) { } } class C : B<int> { public override void Visit<T>(int key, ref T value) $ }")]
    [InlineData("interface I { void Visit<[AddressStable] T>(ref T value); } class B : I { public virtual void Visit<T>(ref T value) { } } class C : B { public override void Visit<T>(ref T value) $ }")]
    [InlineData("interface I { void Visit<[AddressStable] T>(ref T value); } partial class C : I { public partial void Visit<T>(ref T value); } partial class C { public partial void Visit<T>(ref T value) $ }")]
    [InlineData("class C : I { public void Visit<T>(ref T value) $ }\n// library\npublic interface I { void Visit<[AddressStable] T>(ref T value); }")]
    public Task HoldsForWhatOverridesAndImplements(string program)
    {
        string parameter = program.Contains("ref TOther value") ? "TOther" : "T";
        return VerifyTwinsAsync(
            program.Replace("$", Body.Replace("T→ref T", $"{parameter}→ref {parameter}")),
            $"'value' is copied into the variable 'copy', but a value of '{parameter}?' must stay where it is: '{parameter}' may stand for a type that holds a list head or node; make it a reference, as in 'ref {parameter} copy = ref ...'");
    }

    [Theory]
    [InlineData("interface I { void Visit<«[AddressStable]→» T>(ref T value); } class C : I { public void Visit<T>(ref T value) { T copy = {|#0:value|}; } }")]
    [InlineData("class B { public virtual void Visit<«[AddressStable]→» T>(ref T value) { } } class C : B { public «override→new» void Visit<T>(ref T value) { T copy = {|#0:value|}; } }")]
    [InlineData("class B { public virtual void Visit<[AddressStable] T>(ref T value) { } } class C : B { public «override→new» void Visit<T>(ref T value) { T copy = {|#0:value|}; } }")]
    [InlineData("interface I { void Visit<[AddressStable] T>(ref T value); } class C«: I→» { public void Visit<T>(ref T value) { T copy = {|#0:value|}; } }")]
    [InlineData("interface I { void Visit<TKey, [AddressStable] T>(ref TKey key, ref T value); } class C : I { public void Visit<TKey, T>(ref TKey key, ref T value) { «T→TKey» copy = {|#0:«value→key»|}; } }", "T")]
    [InlineData("interface I { void Visit<[AddressStable] T>(ref T value); void Visit<T>(int count, ref T value); } class C : I { public void Visit<T>(«→int count, »ref T value) { T copy = {|#0:value|}; } public void Visit<T>(«int count, →»ref T value) { } }")]
    public Task HoldsForNothingElse(string twins, string parameter = "T") => VerifyTwinsAsync(
        twins,
        $"'value' is copied into the variable 'copy', but a value of '{parameter}?' must stay where it is: '{parameter}' may stand for a type that holds a list head or node; make it a reference, as in 'ref {parameter} copy = ref ...'");

    [Fact]
    public Task RejectsWhatAVisitorKeeps() => Verify.ReportsAsync(
        """
        public interface IVisitor { void Visit<[AddressStable] T>(ref T value) where T : unmanaged; }
        public sealed class Keeper : IVisitor
        {
            public object? Kept;
            public void Visit<T>(ref T value) where T : unmanaged { T copy = {|ILIST101:value|}; Kept = {|ILIST102:copy|}; }
        }
        public static class Program
        {
            public static void Use(IVisitor visitor, Keeper keeper, Ptr<Foo> foo) { visitor.Visit(ref foo.Value); keeper.Visit(ref foo.Value); }
        }
        """,
        CompilerDiagnostics.Errors);

    // A type parameter of the class is another matter: who gives it a type names it.
    [Fact]
    public Task LeavesTypeParametersOfTypesAlone() => Verify.ReportsAsync(
        """
        public interface IStore<[AddressStable] T> { void Put(ref T value); }
        public sealed class Store<T> : IStore<T> { public T? Kept; public void Put(ref T value) => Kept = value; }
        public sealed class Marked<[AddressStable] T> : IStore<T> { public T? {|ILIST103:Kept|}; public void Put(ref T value) { } }
        public sealed class FooStore : IStore<Foo> { public Foo {|ILIST103:Kept|}; public void Put(ref Foo value) => {|ILIST105:Kept|} = {|ILIST101:value|}; }
        public static class Program
        {
            public static IStore<Foo> Make() => new Store<{|ILIST103:Foo|}>();
            public static IStore<T> Make<[AddressStable] T>() => new Store<{|ILIST103:T|}>();
            public static IStore<Foo> MakeMarked() => new Marked<Foo>();
        }
        """,
        CompilerDiagnostics.Errors);
}
