using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// What an edit re-runs, and that the result is that of a run from scratch.
/// </summary>
public sealed class IncrementalityTests
{
    public static TheoryData<string> Kinds => [.. Edits.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachOutputOfEachStepHasTheReasonInTheTable(string edit)
    {
        CSharpCompilation program = EditedProgram.Compile();
        GeneratorRun run = GeneratorRun.Of(program).Then(Edits.Apply(edit, program));
        Assert.Equal(ReasonTable.RowOf(edit), ReasonTable.RowOf(edit, run));
    }

    [Fact]
    public void TheTableHasEveryEditOnce() => Assert.Equal(Edits.Names, ReasonTable.Edits);

    /// <summary>What the table says of files is true of their texts.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void FilesDifferWhereTheTableSaysSo(string edit)
    {
        CSharpCompilation program = EditedProgram.Compile();
        CSharpCompilation edited = Edits.Apply(edit, program);
        Assert.Equal(edit == "nothing", ReferenceEquals(program, edited));
        Assert.Equal(ReasonTable.ChangesFiles(edit), !GeneratorRun.Of(program).Files.SequenceEqual(GeneratorRun.Of(edited).Files));
    }

    [Fact]
    public void SequenceOfEditsEqualsARunFromScratch()
    {
        CSharpCompilation program = EditedProgram.Compile();
        var run = GeneratorRun.Of(program);
        foreach (string edit in Edits.Names)
        {
            CSharpCompilation edited = Edits.Apply(edit, program);
            run = run.Then(edited);
            Assert.Equal(GeneratorRun.Of(edited).Files, run.Files);
        }
    }

    [Fact]
    public void OrderOfTheFilesDoesNotMatter()
    {
        IEnumerable<(string, string)> forward = GeneratorRun.Of(EditedProgram.Compile()).Files;
        IEnumerable<(string, string)> backward = GeneratorRun.Of(EditedProgram.Compile([.. EditedProgram.Texts.Reverse()])).Files;
        Assert.Equal(forward, backward);
    }

    [Fact]
    public void CultureAndNewlineDoNotMatter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var hostile = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        hostile.NumberFormat.NegativeSign = "minus ";
        hostile.NumberFormat.NumberDecimalSeparator = "٫";
        IEnumerable<(string, string)> expected = [.. GeneratorRun.Of(EditedProgram.Compile()).Files];
        try
        {
            CultureInfo.CurrentCulture = hostile;
            string[] sources = [.. EditedProgram.Texts.Select(source => source.Replace("\n", "\r\n", StringComparison.Ordinal))];
            Assert.Equal(expected, GeneratorRun.Of(EditedProgram.Compile(sources)).Files);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>The check itself must be able to fail: a model without value equality is new in every run, where the table has ours unchanged.</summary>
    [Fact]
    public void TheCheckFindsAModelThatIsNeverEqual()
    {
        const string Edit = "comment, in the owner's file";
        CSharpCompilation program = EditedProgram.Compile();
        GeneratorRun run = GeneratorRun.Of(program, new Canary(_ => new object())).Then(Edits.Apply(Edit, program));
        string cell = ReasonTable.CellOf(run.ReasonsOf(Canary.Step));
        Assert.Contains('M', cell);
        Assert.NotEqual(cell, ReasonTable.RowOf(Edit)[1]);
    }
}
