using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Methods of a base class that come to implement a promise they do not know of.
/// </summary>
public sealed class InheritedImplementationTests() : RuleTests("ILIST103")
{
    private const string Visitor = "public interface I { void Visit<[AddressStable] T>(ref T value) where T : unmanaged; } public interface IOther { void Visit<T>(ref T value) where T : unmanaged; }\n";

    [Theory]
    [InlineData("class B { public void Visit<«→[AddressStable]» T>(ref T value) where T : unmanaged { } } class {|#0:C|} : B, I { }")]
    [InlineData("class B { public void Visit<T>(ref T value) where T : unmanaged { } } class {|#0:C|} : B, «I→IOther» { }")]
    [InlineData("class B«→: I» { public void Visit<T>(ref T value) where T : unmanaged { } } class {|#0:C|} : B, I { }")]
    [InlineData("class B { public void Visit<T>(ref T value) where T : unmanaged { } } sealed class {|#0:C|} : B, I { «→public new void Visit<T>(ref T value) where T : unmanaged { }» }")]
    [InlineData("class B { public void Visit<T>(ref T value) where T : unmanaged { } } sealed class {|#0:C|} : B, I { «→void I.Visit<T>(ref T value) { }» }")]
    [InlineData("interface J : I { } class B { public void Visit<T>(ref T value) where T : unmanaged { } } class M : B { } partial class {|#0:C|} : M, «J→IOther» { } class D : C { }")]
    [InlineData("class A : I { void I.Visit<T>(ref T value) { } } class B : A { public void Visit<T>(ref T value) where T : unmanaged { } } class {|#0:C|} : B«, I→» { }")]
    [InlineData("namespace Space { class B { public void Visit<T>(ref T value) where T : unmanaged { } } record struct None; class {|#0:C|} : B, «I→IOther» { } }")]
    public Task RejectsOneTwin(string twins) => VerifyTwinsAsync(
        Visitor + twins,
        Message("mark 'T' [AddressStable] if it does, or implement it in 'C'"));

    [Fact]
    public Task RejectsMethodsOfAnotherAssembly() => VerifyTwinsAsync(
        """
        class {|#0:C|} : B, «I→IOther» { }
        // library
        public interface I { void Visit<[AddressStable] T>(ref T value) where T : unmanaged; }
        public interface IOther { void Visit<T>(ref T value) where T : unmanaged; }
        public class B { public void Visit<T>(ref T value) where T : unmanaged { } }
        """,
        Message("implement it in 'C'"));

    private static string Message(string mend) => MovableStorageTests.Message(
        "T",
        "'T' may stand for a type that holds a list head or node",
        "'B.Visit<T>(ref T)', which implements 'I.Visit<T>(ref T)', does not promise to leave a 'T' where it is",
        mend);
}
