using System.Linq;
using CsCheck;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class FlowAnalysisTests
{
    [Theory]
    [InlineData("x = 1; Here(); x = 2; Here();", "x=1", "x=2")]
    [InlineData("x = 1; if (c) x = 2; Here();", "x=1 x=2")]
    [InlineData("x = 1; if (c) { x = 2; Here(); return; } Here();", "x=2", "x=1")]
    [InlineData("x = c ? 1 : 2; Here();", "x=c ? 1 : 2")]
    [InlineData("if (c && (x = 1) > 0) Here(); else Here();", "x=1", "x=1")]
    [InlineData("x = 1; while (c) { Here(); x = 2; } Here();", "x=1 x=2", "x=1 x=2")]
    [InlineData("x = 1; do { Here(); x = 2; } while (c); Here();", "x=1 x=2", "x=2")]
    [InlineData("for (x = 1; ; x = 2) { Here(); if (c) { x = 3; continue; } if (d) break; } Here();", "x=1 x=2", "x=1 x=2")]
    [InlineData("x = 1; goto end; x = 2; end: Here();", "x=1")]
    [InlineData("x = 1; again: Here(); x = 2; if (c) goto again; Here();", "x=1 x=2", "x=2")]
    [InlineData("x = 1; while (true) { x = 2; if (c) break; } Here();", "x=2")]
    [InlineData("x = 1; if (false) { x = 2; } Here();", "x=1")]
    [InlineData("switch (x) { case 1: x = 1; break; case 2: x = 2; goto case 1; default: return; } Here();", "x=1")]
    [InlineData("x = 1; foreach (int y in new int[3]) { x = 2; } Here();", "x=1 x=2")]
    public void FollowsBranches(string body, params string[] expected) => Assert.Equal(expected, ReachingAnalysis.Run(body));

    [Theory]
    [InlineData("x = 1; try { x = 2; Here(); } catch { Here(); } Here();", "x=2", "x=1 x=2", "x=1 x=2")]
    [InlineData("x = 1; try { x = 2; r.Dispose(); x = 3; } catch (System.Exception) when (Is()) { Here(); return; } Here(); bool Is() => true;", "x=1 x=2", "x=3")]
    [InlineData("x = 1; try { x = 2; throw null!; } catch { } Here();", "x=1 x=2")]
    [InlineData("x = 1; try { x = 2; throw e; } catch { Here(); }", "x=1 x=2")]
    [InlineData("x = 1; try { try { x = 2; r.Dispose(); } catch (System.InvalidOperationException) { x = 3; throw; } } catch { Here(); }", "x=1 x=2 x=3")]

    // A simple assignment never throws, but its value may.
    [InlineData("x = 1; try { x = 2; } catch { Here(); }", "x=1")]
    [InlineData("x = 1; try { x = int.Parse(\"\"); x = 3; } catch { Here(); }", "x=1")]
    public void EntersHandlersFromWhatMayThrowInTheTry(string body, params string[] expected) => Assert.Equal(expected, ReachingAnalysis.Run(body));

    [Theory]
    [InlineData("x = 1; try { x = 2; } finally { Here(); } Here();", "x=1 x=2", "x=2")]
    [InlineData("x = 1; try { if (c) { x = 2; return; } } finally { Here(); } Here();", "x=1 x=2", "x=1")]
    [InlineData("x = 1; using (r) { if (c) { x = 2; return; } } Here();", "x=1")]
    [InlineData("x = 1; using var s = r; if (c) { x = 2; return; } Here();", "x=1")]
    [InlineData("x = 1; lock (r) { if (c) { x = 2; return; } } Here();", "x=1")]
    [InlineData("x = 1; try { x = 2; } finally { x = 3; } Here();", "x=3")]
    [InlineData("while (c) { x = 1; try { if (d) { x = 2; break; } } finally { } Here(); } ", "x=1")]
    [InlineData("x = 1; try { try { if (c) { x = 2; return; } x = 3; } finally { Here(); } } finally { Here(); } Here();", "x=1 x=2 x=3", "x=1 x=2 x=3", "x=3")]
    [InlineData("x = 1; try { } finally { try { x = 2; if (c) throw null!; } catch (System.Exception) when (d) { x = 3; } } Here();", "x=2 x=3")]
    [InlineData("x = 1; try { } finally { throw null!; } Here();")]
    [InlineData("x = 1; try { try { } finally { x = 2; r.Dispose(); } } catch { Here(); }", "x=1 x=2")]
    public void PassesThroughFinallyByItself(string body, params string[] expected) => Assert.Equal(expected, ReachingAnalysis.Run(body));

    [Theory]
    [InlineData("x = 1; System.Action a = () => { Here(); x = 2; Here(); }; a(); Here();", "x=1", "x=2", "x=1")]
    [InlineData("x = 1; Local(); Here(); void Local() { Here(); x = 2; System.Action a = Here; void Inner() { Here(); } Inner(); }", "x=1", "", "")]
    [InlineData("x = 1; System.Func<System.Action> a = () => () => Here(); a();", "x=1")]
    [InlineData("x = 1; try { Local(); void Local() { r.Dispose(); Here(); } } finally { x = 2; } Here();", "", "x=2")]
    [InlineData("foreach (int y in new int[3]) { Local(); void Local() { x = 3; r.Dispose(); Here(); } }", "x=3")]
    public void LooksIntoLambdasAndLocalFunctions(string body, params string[] expected) => Assert.Equal(expected, ReachingAnalysis.Run(body));

    [Fact]
    public void FindsWhatWalkingEveryPathFinds() => RandomProgram.Generator.Sample(
        program => Assert.Equal(program.Expected, ReachingAnalysis.Run(program.Text)),
        iter: 150);

    [Fact]
    public void IsSilentAboutWhatIsTooLarge()
    {
        Assert.Empty(ReachingAnalysis.Run(string.Concat(Enumerable.Repeat("x = 1; ", 40_000)) + "Here();"));
        string finallyWithinFinally = string.Concat(Enumerable.Repeat("try { } finally { ", 30)) + "Here();" + new string('}', 30);
        Assert.Empty(ReachingAnalysis.Run(finallyWithinFinally));
    }

    [Fact]
    public void SurvivesDeepExpressions() =>
        Assert.Equal(["x=1"], ReachingAnalysis.Run($"x = 1; Here(); int y = {string.Join(" + ", Enumerable.Repeat("x", 1_000))};"));
}
