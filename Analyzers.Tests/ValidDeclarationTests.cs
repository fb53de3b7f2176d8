using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Correct declarations of many shapes: neither an analyzer nor the compiler has a word to say, warnings included.
/// </summary>
public sealed class ValidDeclarationTests
{
    public static TheoryData<string> Sources =>
    [
        // A generic element whose own constraints do not make it unmanaged: closed and open, one link for all
        """
        public struct Element<T, U>
            where U : IComparable<U>
        {
            public T Value;
            public ListNode Node;
        }

        public partial struct Closed
        {
            [Contains(typeof(Element<int, string>), nameof(Element<int, string>.Node))] public ListHead Head;
        }

        public partial class Open<T, U>
            where T : unmanaged
            where U : class, IComparable<U>
        {
            [Contains(typeof(Element<,>), nameof(Element<byte, string>.Node))] private readonly PinnedListHead _first = new();
            [Contains(typeof(Element<long, string>), nameof(Element<byte, string>.Node))] private readonly PinnedListHead _second = new();
        }

        public static class Program
        {
            public static string Link => nameof(IntrusiveLists.Links.Element_2_NodeLink<int, string>);
        }
        """,
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public Task IsAccepted(string source) => Verify.ReportsAsync(source, CompilerDiagnostics.Warnings);
}
