using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// What an edit re-runs, and that the result is that of a run from scratch.
/// </summary>
public sealed class IncrementalityTests
{
    private const string Elements = """
        using IntrusiveLists;

        namespace App
        {
            // Elements
            public partial struct Foo
            {
                public int Value;
                public ListNode Node;
                public ListNode Other;
            }

            public struct Free
            {
                public ListNode Node;
            }
        }
        """;

    private const string Owners = """
        using IntrusiveLists;

        namespace App
        {
            public partial struct Owner
            {
                [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _foos;
                [Contains(typeof(Free), nameof(Free.Node))] private ListHead _free;

                public int Count() => 1;
            }
        }
        """;

    private const string Bystander = """
        namespace App
        {
            public static class Bystander
            {
                public static int Answer() => 42;
            }
        }
        """;

    private static readonly string[] Steps = [TrackingNames.Owners, TrackingNames.Links, TrackingNames.Registrations];

    /// <summary>Edits that concern no tag: the file, the text to replace, its replacement.</summary>
    public static TheoryData<int, string, string> UnrelatedEdits => new()
    {
        { 0, "// Elements", "// Elements, with another comment" },
        { 0, "public int Value;", "public int Value; public long More;" },
        { 0, "public int Value;\n        public ListNode Node;", "public ListNode Node;\n        public int Value;" },
        { 0, "public struct Free", "public struct Unrelated { }\n    public struct Free" },
        { 1, "=> 1", "=> 2" },
        { 1, "public int Count()", "    public int Count()" },
        { 1, "public int Count() => 1;", "" },
        { 2, "=> 42", "=> 43" },
        { 2, "public static class Bystander", "public static class Renamed" },
    };

    /// <summary>Edits that concern a tag, in its own file and in others, and the step that they must reach.</summary>
    public static TheoryData<int, string, string, string> RelatedEdits => new()
    {
        { 0, "public ListNode Node;\n        public ListNode Other;", "public ListNode Renamed;\n        public ListNode Other;", TrackingNames.Owners },
        { 0, "public ListNode Node;\n        public ListNode Other;", "public int Node;\n        public ListNode Other;", TrackingNames.Owners },
        { 0, "public ListNode Node;\n        public ListNode Other;", "private ListNode Node;\n        public ListNode Other;", TrackingNames.Links },
        { 0, "public partial struct Foo", "public struct Foo", TrackingNames.Registrations },
        { 0, "public partial struct Foo", "public partial record struct Foo", TrackingNames.Links },
        { 0, "public struct Free", "public partial struct Free", TrackingNames.Registrations },
        { 0, "public int Value;", "public string Value;", TrackingNames.Owners },
        { 1, "_foos", "_renamed", TrackingNames.Owners },
        { 1, "private ListHead _foos", "public ListHead _foos", TrackingNames.Owners },
        { 1, "nameof(Foo.Node)", "nameof(Foo.Other)", TrackingNames.Links },
        { 1, "nameof(Foo.Node))", "nameof(Foo.Node), Name = \"Things\")", TrackingNames.Owners },
        { 1, "public partial struct Owner", "public struct Owner", TrackingNames.Owners },
        { 1, "public partial struct Owner", "public partial struct Owner<T>", TrackingNames.Owners },
        { 1, "public int Count() => 1;", "public int Foos => 1;", TrackingNames.Owners },
        { 1, "[Contains(typeof(Free), nameof(Free.Node))] private ListHead _free;", "", TrackingNames.Registrations },
        { 1, "namespace App", "namespace App.Inner", TrackingNames.Owners },
    };

    [Fact]
    public void NoEditReRunsNothing() => AssertNothingReRan(First().Then(Compilation()));

    [Fact]
    public void NewFileReRunsNothing() => AssertNothingReRan(First().Then(Compilation().AddSyntaxTrees(Sources.Tree("class New { int x; }", "New.cs"))));

    [Theory]
    [MemberData(nameof(UnrelatedEdits))]
    public void UnrelatedEditReRunsNothing(int file, string text, string replacement)
    {
        Compilation edited = Edit(Compilation(), file, text, replacement);
        AssertNothingReRan(First().Then(edited));
    }

    [Theory]
    [MemberData(nameof(RelatedEdits))]
    public void RelatedEditReachesTheOutput(int file, string text, string replacement, string step)
    {
        Compilation edited = Edit(Compilation(), file, text, replacement);
        GeneratorRun run = First().Then(edited);
        Assert.Contains(run.ReasonsOf(step), reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        Assert.Equal(GeneratorRun.Of((CSharpCompilation)edited).Files, run.Files);
        Assert.NotEqual(First().Files, run.Files);
    }

    [Fact]
    public void EditOfOneOwnerLeavesTheOthersAlone()
    {
        Compilation compilation = Compilation().AddSyntaxTrees(Sources.Tree(Owners.Replace("Owner", "Second"), "Second.cs"));
        GeneratorRun run = GeneratorRun.Of((CSharpCompilation)compilation).Then(Edit(compilation, 1, "_foos", "_renamed"));
        Assert.Equal(
            [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged],
            run.ReasonsOf(TrackingNames.Owners).Order());
    }

    [Fact]
    public void SequenceOfEditsEqualsARunFromScratch()
    {
        GeneratorRun run = First();
        Compilation compilation = Compilation();
        foreach (object[] edit in RelatedEdits.Concat(UnrelatedEdits))
        {
            compilation = TryEdit(compilation, (int)edit[0], (string)edit[1], (string)edit[2]);
            run = run.Then(compilation);
            Assert.Equal(GeneratorRun.Of((CSharpCompilation)compilation).Files, run.Files);
        }
    }

    [Fact]
    public void OrderOfTheFilesDoesNotMatter()
    {
        string[] sources = [Elements, Owners, Owners.Replace("Owner", "Second"), Bystander];
        IEnumerable<(string, string)> forward = GeneratorRun.Of(Sources.Compile(sources)).Files;
        IEnumerable<(string, string)> backward = GeneratorRun.Of(Sources.Compile([.. sources.Reverse()])).Files;
        Assert.Equal(forward, backward);
    }

    [Fact]
    public void CultureAndNewlineDoNotMatter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var hostile = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        hostile.NumberFormat.NegativeSign = "minus ";
        hostile.NumberFormat.NumberDecimalSeparator = "٫";
        IEnumerable<(string, string)> expected = [.. First().Files];
        try
        {
            CultureInfo.CurrentCulture = hostile;
            string[] sources = [.. new[] { Elements, Owners, Bystander }.Select(source => source.Replace("\n", "\r\n", StringComparison.Ordinal))];
            Assert.Equal(expected, GeneratorRun.Of(Sources.Compile(sources)).Files);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>The check itself must be able to fail: a model without value equality is new in every run.</summary>
    [Fact]
    public void TheCheckFindsAModelThatIsNeverEqual()
    {
        CSharpCompilation compilation = Compilation();
        GeneratorRun run = GeneratorRun.Of(compilation, new Canary(_ => new object())).Then(Edit(compilation, 2, "=> 42", "=> 43"));
        Assert.Contains(IncrementalStepRunReason.Modified, run.ReasonsOf(Canary.Step));
    }

    private static CSharpCompilation Compilation() => Sources.Compile(Elements, Owners, Bystander);

    private static GeneratorRun First() => GeneratorRun.Of(Compilation());

    private static void AssertNothingReRan(GeneratorRun run)
    {
        Assert.NotEmpty(run.ReasonsOf(TrackingNames.Tags));
        Assert.All(run.ReasonsOf(TrackingNames.Tags), AssertSame);
        foreach (string step in Steps)
        {
            Assert.NotEmpty(run.ReasonsOf(step));
            Assert.All(run.ReasonsOf(step), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }

        Assert.NotEmpty(run.ReasonsOfFiles());
        Assert.All(run.ReasonsOfFiles(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static void AssertSame(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString());

    private static Compilation Edit(Compilation compilation, int file, string text, string replacement)
    {
        Compilation edited = TryEdit(compilation, file, text, replacement);
        Assert.NotSame(compilation, edited);
        return edited;
    }

    private static Compilation TryEdit(Compilation compilation, int file, string text, string replacement)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(candidate => candidate.FilePath == $"File{file}.cs");
        string before = tree.ToString();
        string after = before.Replace(text, replacement, StringComparison.Ordinal);
        return after == before ? compilation : compilation.ReplaceSyntaxTree(tree, Sources.Tree(after, tree.FilePath));
    }
}
