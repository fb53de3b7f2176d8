using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Members of extension blocks that dispose of what they are called on (ILIST302). Compilers before C# 14 do not know them.
/// </summary>
public sealed class ExtensionDisposalTests() : RuleTests("ILIST302")
{
    private const string Extensions = """
        static class Extensions
        {
            extension(in Server.LockGuard guard)
            {
                public void Leave() => guard.Dispose();
                public int Waiting() => guard.Ready.Count();
            }

            extension(Server.LockGuard guard)
            {
                public void End() { using (guard) { } }
            }
        }
        """;

    [Theory]
    [InlineData("var guard = {|#0:server.EnterLock()|}; try { guard.Ready.Clear(); } finally { guard.«Waiting→Leave»(); }", "kept in 'guard', which is not disposed in a 'finally' that follows at once")]
    [InlineData("var guard = {|#0:server.EnterLock()|}; try { guard.Ready.Clear(); } finally { Extensions.«Waiting→Leave»(guard); }", "kept in 'guard', which is not disposed in a 'finally' that follows at once")]
    [InlineData("{|#0:server.EnterLock()|}.«Waiting→Leave»();", "used here and then lost")]
    [InlineData("{|#0:server.EnterLock()|}.«Waiting→End»();", "used here and then lost")]
    public Task RejectsMembersThatDoNotDispose(string twins, string loss) => VerifyTwinsAsync(
        GuardedOwners.Member($"static void M(Server server) {{ {twins} }}", Extensions), $"The guard of 'Server.EnterLock()' is {loss}: nothing leaves 'Server.Lock'; make it the resource of 'using'");
}
