using System;
using System.Linq;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// Random edits, one after the other: after each the generator has made what a run from scratch makes.
/// </summary>
/// <remarks>A failure prints a seed, which <c>CsCheck_Seed</c> takes; <c>CsCheck_Iter</c> asks for more sequences.</remarks>
public sealed class RandomEditTests
{
    private const int LongestSequence = 8;

    [Fact]
    public void IncrementalResultIsThatOfARunFromScratch() => Gen.Select(Gen.Int[1, 3], Gen.Int, Gen.Int[1, LongestSequence]).Sample(
        (size, seed, edits) =>
        {
            string difference = DifferenceAfter(size, seed, edits, () => new ListGenerator());
            Assert.True(difference.Length == 0, difference);
        },
        iter: Check.Iter);

    // Else the comparison would prove nothing.
    [Fact]
    public void StaleResultIsNoticed() =>
        Assert.Contains(Enumerable.Range(0, 20), seed => DifferenceAfter(size: 2, seed, LongestSequence, () => new StaleGenerator()).Length > 0);

    [Fact]
    public void EditsChangeWhatIsGenerated()
    {
        const int Programs = 30;
        int changed = 0;
        for (int seed = 0; seed < Programs; seed++)
        {
            Compilation program = Program(size: 2, seed);
            Compilation edited = RandomEdit.Apply(program, new Random(seed));
            changed += FilesOf(program, new ListGenerator()).SequenceEqual(FilesOf(edited, new ListGenerator())) ? 0 : 1;
        }

        Assert.InRange(changed, Programs / 5, Programs - 1);
    }

    /// <summary>Returns how the results differ after a number of edits; empty when they never do.</summary>
    private static string DifferenceAfter(int size, int seed, int edits, Func<IIncrementalGenerator> create)
    {
        var random = new Random(seed);
        Compilation program = Program(size, seed);
        var run = GeneratorRun.Of((CSharpCompilation)program, create());
        for (int edit = 0; edit < edits; edit++)
        {
            program = RandomEdit.Apply(program, random);
            run = run.Then(program);
            (string HintName, string Text)[] fromScratch = FilesOf(program, create());
            if (!run.Files.SequenceEqual(fromScratch))
            {
                string[] files = [.. run.Files.Except(fromScratch).Select(file => file.HintName), .. fromScratch.Except(run.Files).Select(file => file.HintName)];
                return $"After edit {edit} of seed {seed}: {string.Join(", ", files.Distinct())}\n{string.Join('\n', program.SyntaxTrees)}";
            }
        }

        return "";
    }

    private static Compilation Program(int size, int seed) => ShapeGenerator.Make(size, seed).Compile() ?? Program(size, seed + 1);

    private static (string HintName, string Text)[] FilesOf(Compilation program, IIncrementalGenerator generator) => [.. GeneratorRun.Of((CSharpCompilation)program, generator).Files];

    /// <summary>A generator whose model compares the name of a head and leaves out the type around it.</summary>
    private sealed class StaleGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.SyntaxProvider
                .ForAttributeWithMetadataName("IntrusiveLists.ContainsAttribute", static (node, _) => node is VariableDeclaratorSyntax, static (tag, _) => new Model(tag.TargetSymbol.Name, tag.TargetSymbol.ToDisplayString()))
                .Collect()
                .SelectMany(static (models, _) => models.Distinct()),
            static (output, model) => output.AddSource($"{model.GetHashCode():x}", $"// {model.FullName}"));

        private sealed record Model(string Name, string FullName)
        {
            public bool Equals(Model? other) => other?.Name == Name;

            public override int GetHashCode() => Name.Length == 0 ? 0 : Name.Aggregate(0, (hash, character) => unchecked((hash * 31) + character));
        }
    }
}
