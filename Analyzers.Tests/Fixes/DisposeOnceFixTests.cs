using System.Threading.Tasks;
using IntrusiveLists.CodeFixes;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class DisposeOnceFixTests : FixTests<DisposeOnceFix>
{
    public static TheoryData<string, string> Fixes => new()
    {
        // using
        { "var guard = {|ILIST302:server.EnterLock()|}; guard.Ready.Clear();", "using var guard = server.EnterLock(); guard.Ready.Clear();" },
        { "Word.LockGuard /* it */ guard = {|ILIST302:word.EnterLock()|};", "using Word.LockGuard /* it */ guard = word.EnterLock();" },
        { "var scope = {|ILIST302:map.Find(1)|}; bool found = scope.HasValue && condition;", "using var scope = map.Find(1); bool found = scope.HasValue && condition;" },
        { "var drain = {|ILIST302:server.DrainReady()|}; while (drain.MoveNext()) { }", "using var drain = server.DrainReady(); while (drain.MoveNext()) { }" },
        { "var guard = condition ? {|ILIST302:server.EnterLock()|} : {|ILIST302:other.EnterLock()|};", "using var guard = condition ? server.EnterLock() : other.EnterLock();" },
        { "var guard = {|ILIST302:server.EnterLock()|}; guard.Ready.Clear(); guard.Dispose();", "using var guard = server.EnterLock(); guard.Ready.Clear();" },
        { "var first = {|ILIST302:server.EnterLock()|}; first.Ready.Clear(); { var second = {|ILIST302:other.EnterLock()|}; }", "using var first = server.EnterLock(); first.Ready.Clear(); { using var second = other.EnterLock(); }" },

        // Once
        { "using var guard = server.EnterLock(); guard.Ready.Clear(); {|ILIST302:guard.Dispose()|};", "using var guard = server.EnterLock(); guard.Ready.Clear();" },
        { "using (var guard = server.EnterLock()) { if (condition) { {|ILIST302:guard.Dispose()|}; return; } {|ILIST302:guard.Dispose()|}; }", "using (var guard = server.EnterLock()) { if (condition) { return; } }" },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task Mends(string before, string after) => VerifyFixAsync(GuardedOwners.Method(before), GuardedOwners.Method(after));

    [Fact]
    public Task NamesTheVariable() => VerifyFixAsync(
        GuardedOwners.Method("var guard = {|ILIST302:server.EnterLock()|};"), GuardedOwners.Method("using var guard = server.EnterLock();"), "Make 'guard' the resource of 'using'");

    [Fact]
    public Task RemovesTheLine() => VerifyFixAsync(
        GuardedOwners.Method("\n    using var guard = server.EnterLock();\n    // Leaves the lock.\n    {|ILIST302:guard.Dispose()|}; \n    Sink.Use(1);\n"),
        GuardedOwners.Method("\n    using var guard = server.EnterLock();\n    // Leaves the lock.\n    Sink.Use(1);\n"),
        "Remove this call");

    [Theory]

    // It is not kept
    [InlineData("{|ILIST302:server.EnterLock()|};")]
    [InlineData("_ = {|ILIST302:server.EnterLock()|};")]
    [InlineData("var count = {|ILIST302:server.EnterLock()|}.Ready.Count();")]

    // The lock would be held longer, or the variable could not be assigned
    [InlineData("var guard = {|ILIST302:server.EnterLock()|}; guard.Ready.Clear(); guard.Dispose(); Sink.Use(1);")]
    [InlineData("var guard = {|ILIST302:server.EnterLock()|}; guard = {|ILIST302:other.EnterLock()|};")]
    [InlineData("Server.LockGuard guard; guard = {|ILIST302:server.EnterLock()|};")]
    [InlineData("Server.LockGuard first = {|ILIST302:server.EnterLock()|}, second = default;")]

    // Not allowed there
    [InlineData("switch (condition) { case true: var guard = {|ILIST302:server.EnterLock()|}; break; }")]
    [InlineData("using var guard = server.EnterLock(); if (condition) {|ILIST302:guard.Dispose()|};")]
    public Task OffersNothingThatDoesNotFit(string statements) => VerifyNoFixAsync(GuardedOwners.Method(statements));
}
