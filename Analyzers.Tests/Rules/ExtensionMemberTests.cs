using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Members of extension blocks that test lists and elements (ILIST205). Compilers before C# 14 do not know them.
/// </summary>
public sealed class ExtensionMemberTests() : RuleTests("ILIST205", DiagnosticSeverity.Warning)
{
    private const string Owner = """
        public partial class Server
        {
            [Contains(typeof(Job), nameof(Job.Node))] public readonly PinnedListHead Ready = new();
            [Contains(typeof(Job), nameof(Job.Node))] public readonly PinnedListHead Waiting = new();
        }

        public partial struct Job { public int Id; public ListNode Node; }

        """;

    private const string Extensions = """
        public static class Extensions
        {
            extension(Server s)
            {
                public bool HasWork => !s.ReadyList.IsEmpty;
                public bool IsBusy() => !s.ReadyList.IsEmpty;
                public void RequireWork() { if (s.ReadyList.IsEmpty) throw new System.Exception(); }
            }

            extension(Ptr<Job> p)
            {
                public bool Exists => !p.IsNull;
                public bool IsThere() => !p.IsNull;
                public void RequireThere() { if (p.IsNull) throw new System.Exception(); }
            }

            extension<T>(T t) where T : Server
            {
                public bool HasAny => !t.ReadyList.IsEmpty;
            }
        }

        """;

    public static TheoryData<string, string> Twins => new()
    {
        { "if (s.HasWork) return {|#0:s.«Waiting→Ready»List.First|}.Value.Id; return 0;", "s.WaitingList.First" },
        { "if (s.IsBusy()) return {|#0:s.«Waiting→Ready»List.First|}.Value.Id; return 0;", "s.WaitingList.First" },
        { "if (s.HasAny) return {|#0:s.«Waiting→Ready»List.First|}.Value.Id; return 0;", "s.WaitingList.First" },
        { "if («t→s».HasWork) return {|#0:s.ReadyList.First|}.Value.Id; return 0;", "s.ReadyList.First" },
        { "if (s is { HasWork: true }) return {|#0:s.«Waiting→Ready»List.First|}.Value.Id; return 0;", "s.WaitingList.First" },
        { "s.RequireWork(); return {|#0:s.«Waiting→Ready»List.First|}.Value.Id;", "s.WaitingList.First" },
        { "if (Extensions.IsBusy(«t→s»)) return {|#0:s.ReadyList.First|}.Value.Id; return 0;", "s.ReadyList.First" },
        { "var job = s.ReadyList.First; var other = s.WaitingList.Last; if («other→job».Exists) return {|#0:job|}.Value.Id; return 0;", "job" },
        { "var job = s.ReadyList.First; var other = s.WaitingList.Last; if (!«other→job».IsThere()) return 0; return {|#0:job|}.Value.Id;", "job" },
        { "var job = s.ReadyList.First; var other = s.WaitingList.Last; «other→job».RequireThere(); return {|#0:job|}.Value.Id;", "job" },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string element) => VerifyTwinsAsync(
        Owner + Extensions + $$"""static class Test { static int M(Server s, Server t) { {{twins}} } }""",
        Message(element));

    // What another assembly has cannot be read
    [Theory]
    [InlineData("if (s.HasWork) return s.ReadyList.First.Value.Id; return 0;")]
    [InlineData("if (s.IsBusy()) return s.ReadyList.First.Value.Id; return 0;")]
    [InlineData("var job = s.ReadyList.First; if (job.Exists) return job.Value.Id; return 0;")]
    public Task AcceptsTestsOfALibrary(string statements) => VerifyAcceptedAsync(
        $$"""
        static class Test { static int M(Server s) { {{statements}} } }
        // library
        {{Owner}}{{Extensions}}
        """);

    private static string Message(string element) =>
        $"'{element}' is null when the list is empty, and nothing on the way here says otherwise: using it would throw; test IsNull first, or call OrThrow() where it cannot be null";
}
