using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Copies of receivers that C# 14 brought.
/// </summary>
/// <remarks>Compilers before 5.0 do not know that language: those hosts leave this file out.</remarks>
public sealed class CopiedReceiverTests() : RuleTests("ILIST101")
{
    [Fact]
    public Task RejectsReceiverOfExtensionByValue() => VerifyTwinsAsync(
        """
        static class Program { static void Use(ref Foo foo) { {|#0:foo|}.«Elsewhere→InPlace»(); } }
        static class Extensions { extension(Foo foo) { public void Elsewhere() { } } extension(ref Foo foo) { public void InPlace() { } } }
        """,
        "'foo' is copied into the receiver of 'Extensions.extension(Foo).Elsewhere()', but a value of 'Foo' must stay where it is: it holds the list node 'Foo.Node'; declare the receiver as 'ref'");

    [Fact]
    public Task AcceptsOperatorsThatChangeTheirReceiver() => VerifyAcceptedAsync(
        """
        static class Program { static void Use() { Counter x = default; x += 1; x++; ++x; x.Count += 2; } }
        struct Counter { public ListNode Node; public int Count; public void operator +=(int by) => Count += by; public void operator ++() => Count++; }
        """);
}
