using System;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// The pipeline holds values only: nothing in it belongs to a compilation, and none is kept alive by it.
/// </summary>
public sealed class PipelineModelTests
{
    private const string Source = """
        using IntrusiveLists;

        public partial struct Nested { public ListNode Node; }
        public struct Free { public ListNode Node; }
        public partial struct Owner
        {
            [Contains(typeof(Nested), "Node")] private ListHead _nested;
            [Contains(typeof(Free), "Node")] private ListHead _free;
            [Contains(typeof(Nested), "Wrong")] private ListHead _wrong;
        }
        """;

    [Fact]
    public void HoldsNothingOfACompilation() => Assert.Empty(ObjectGraph.CompilationBound(GeneratorRun.Of(Sources.Compile(Source)).Result));

    [Fact]
    public void TheCheckLooksIntoEveryStep()
    {
        GeneratorRunResult result = GeneratorRun.Of(Sources.Compile(Source)).Result;
        Assert.All(
            [TrackingNames.Tags, TrackingNames.Owners, TrackingNames.Links, TrackingNames.Registrations, TrackingNames.RegistrationClass],
            step => Assert.Contains(step, result.TrackedSteps.Keys));
    }

    public static TheoryData<string> BadModels => ["symbol", "syntax", "compilation", "location", "closure", "nested"];

    [Theory]
    [MemberData(nameof(BadModels))]
    public void TheCheckFindsABadModel(string kind)
    {
        var canary = new Canary(tag => kind switch
        {
            "symbol" => tag.TargetSymbol,
            "syntax" => tag.TargetNode,
            "compilation" => tag.SemanticModel.Compilation,
            "location" => tag.TargetNode.GetLocation(),
            "closure" => new Func<string>(() => tag.TargetSymbol.Name),
            _ => new object[] { "harmless", new[] { Tuple.Create(1, tag.TargetSymbol) } },
        });
        Assert.NotEmpty(ObjectGraph.CompilationBound(GeneratorRun.Of(Sources.Compile(Source), canary).Result));
    }

    [Fact]
    public void KeepsNoOldCompilationAlive()
    {
        (GeneratorRun run, WeakReference old) = RunAndEdit(new ListGenerator());
        Assert.True(IsCollected(old));
        GC.KeepAlive(run);
    }

    [Fact]
    public void TheLeakCheckFindsALeak()
    {
        (GeneratorRun run, WeakReference old) = RunAndEdit(new Canary(tag => new AlwaysEqual(tag.SemanticModel.Compilation)));
        Assert.False(IsCollected(old));
        GC.KeepAlive(run);
    }

    // Not inlined: no local of the caller may hold the old compilation.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorRun Run, WeakReference Old) RunAndEdit(IIncrementalGenerator generator)
    {
        CSharpCompilation compilation = Sources.Compile(Source);
        var run = GeneratorRun.Of(compilation, generator);
        return (run.Then(compilation.AddSyntaxTrees(Sources.Tree("class Unrelated { }"))), new WeakReference(compilation));
    }

    private static bool IsCollected(WeakReference reference)
    {
        for (int attempt = 0; attempt < 10 && reference.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return !reference.IsAlive;
    }

    /// <summary>A model that hides its compilation from the comparison, so that the first one stays.</summary>
    private sealed record AlwaysEqual(Compilation Compilation)
    {
        public bool Equals(AlwaysEqual? other) => other is not null;

        public override int GetHashCode() => 0;
    }
}
