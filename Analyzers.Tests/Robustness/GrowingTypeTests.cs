using System;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Generic types that refer to ever larger types of themselves.
/// </summary>
/// <remarks>Compilers before 5.0 run out of stack on them, whether we are there or not: those hosts leave this file out.</remarks>
public sealed class GrowingTypeTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Types =>
    [
        "partial struct Element { public Growing<int> Inner; public ListNode Node; } struct Growing<T> where T : unmanaged { public Ptr<Growing<Growing<T>>> Inner; }",
        "partial struct Element { public Growing<int> Inner; public ListNode Node; } struct Growing<T> { public Growing<Growing<T>> Inner; }",
        "partial struct Element { public Growing<int> Inner; public ListNode Node; } unsafe struct Growing<T> where T : unmanaged { public Growing<Growing<T>>* Inner; }",
        "partial struct Element { public Growing<int> Inner; public ListNode Node; } struct Growing<T> { public static Growing<Growing<T>> Inner; }",
        "partial struct Element { public Growing<int> Inner; public ListNode Node; } struct Growing<T> { public Growing<(T, T)>[] Inner; }",
        "partial struct Element { public Growing<int, long> Inner; public ListNode Node; } struct Growing<T, U> where T : unmanaged where U : unmanaged { public Ptr<Growing<U, Growing<T, U>>> A; public Ptr<Growing<Growing<U, T>, T>> B; }",
        "[StructLayout(LayoutKind.Sequential, Pack = 4)] partial struct Element { public Growing<int> Inner; public ListNode Node; } struct Growing<T> { public Growing<Growing<T>> A; public Growing<(T, T)> B; }",
    ];

    [Theory]
    [MemberData(nameof(Types))]
    public Task AreSurvived(string types) => Task.Run(() => Survival.CheckAsync(
        Compiler.Compile("Test", [$"{types} partial struct Owner {{ [Contains(typeof(Element), \"Node\")] ListHead _head; }}", TestSource.Prelude]),
        Compiler.Analyzers)).WaitAsync(s_limit);

    [Theory]
    [InlineData("struct Other<T> { Other<Other<T>> {|CS0523:_inner|}; }")]
    [InlineData("struct Other<T> where T : unmanaged { Ptr<Other<Other<T>>> _next; }")]
    public Task AreAccepted(string other) => Verify.ReportsAsync(
        $$"""
        partial struct Owner { [Contains(typeof(Element), "Node")] ListHead _head; }
        struct Element { Other<int> _inner; public ListNode Node; }
        {{other}}
        """,
        CompilerDiagnostics.Errors);
}
