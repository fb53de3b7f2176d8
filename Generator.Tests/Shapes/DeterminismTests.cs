using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// One program gives one result, in the same order and to the byte.
/// </summary>
public sealed class DeterminismTests
{
    [Fact]
    public void RunsAreAlike() => Verify(compilation => compilation);

    [Fact]
    public void OrderOfTheFilesDoesNotMatter() => Verify(compilation => compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse()));

    [Fact]
    public void NewlineDoesNotMatter() => Verify(compilation => compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(
        compilation.SyntaxTrees.Select(tree => Sources.Tree(tree.ToString().Replace("\n", "\r\n", StringComparison.Ordinal), tree.FilePath, LanguageVersion.Preview))));

    /// <summary>No name is compared or capitalised as the language of the machine has it: the order of the files would depend on it.</summary>
    [Fact]
    public void CultureIsNotAsked() => ShapeGenerator.Shapes.Sample(
        shape =>
        {
            if (shape.Compile() is { } compilation)
            {
                IReadOnlyCollection<string> uses = CultureTrap.UsesDuring(() => GeneratorRun.Of(compilation));
                Assert.True(uses.Count == 0, uses.FirstOrDefault());
            }
        },
        iter: Check.Iter);

    // Else the trap would prove nothing.
    [Fact]
    public void TheTrapNoticesUses()
    {
        string[] names = ["b", "a"];
        Assert.NotEmpty(CultureTrap.UsesDuring(() => names.Order().ToArray()));
        Assert.NotEmpty(CultureTrap.UsesDuring(() => names[0].ToUpper()));
        Assert.Empty(CultureTrap.UsesDuring(() => names.Order(StringComparer.Ordinal).ToArray()));
    }

    private static void Verify(Func<CSharpCompilation, CSharpCompilation> change) => ShapeGenerator.Shapes.Sample(
        shape =>
        {
            if (shape.Compile() is { } compilation)
            {
                Assert.Equal(FilesOf(compilation), FilesOf(change(compilation)));
            }
        },
        iter: Check.Iter);

    private static IEnumerable<(string HintName, string Checksum)> FilesOf(CSharpCompilation compilation) =>
        GeneratorRun.Of(compilation).Result.GeneratedSources.Select(source => (source.HintName, Convert.ToHexString([.. source.SourceText.GetChecksum()])));
}
