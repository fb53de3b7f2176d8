using System;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// Tags are remembered over edits that declare nothing, and over no others; and what remembers them keeps nothing alive.
/// </summary>
public sealed class RememberedTagsTests
{
    private const string Owner = """
        using IntrusiveLists;

        public partial struct Owner
        {
            [Contains(typeof(Element), nameof(Element.Node))] private ListHead _head;

            public int Count() => 1;
        }
        """;

    private const string Elements = """
        using System;
        using IntrusiveLists;

        public struct Element
        {
            public Part Part;
            public Captured Captured;
            public ListNode Node;
        }

        public unsafe struct Part
        {
            private const int Length = 3;
            private static int s_first = 1;
            public fixed int Numbers[Length];

            public Part() { s_first = 2; }

            public int First { get => s_first; set { s_first = value; } }

            public int this[int index] => index + 3;

            public int Sum() { int sum = 4; return sum; }
        }

        public struct Captured(object value) { }

        public enum Numbers { First = 1 }

        public static class Texts
        {
            private static object Made { get => new(); set => value.ToString(); }
        }
        """;

    private const string Kept = """
        using IntrusiveLists;

        public struct Element
        {
            public Part Part;
            public ListNode Node;
        }

        public struct Part
        {
            public object Value { get => «1»; }
        }
        """;

    /// <summary>Edits of bodies, by what stands there before and after.</summary>
    public static TheoryData<string, string> BodyEdits => new()
    {
        { "s_first = 2", "s_first = 5" },
        { "=> s_first", "=> 5" },
        { "s_first = value", "s_first = value + 5" },
        { "index + 3", "index + 5" },
        { "int sum = 4;", "int sum = 5; string text = \"\";" },
        { "    public int Sum", "  // Adds.\n  public int Sum" },
    };

    /// <summary>Edits of declarations, each of which could change what a tag means.</summary>
    public static TheoryData<string, string> DeclarationEdits => new()
    {
        { "using System;", "using System.Text;" },
        { "public struct Element", "public partial struct Element" },
        { "struct Element", "struct Element<T>" },
        { "public ListNode Node", "internal ListNode Node" },
        { "public ListNode Node", "[Obsolete] public ListNode Node" },
        { "ListNode Node", "ListNode node" },
        { "ListNode Node", "long Node" },
        { "Length = 3", "Length = 5" },
        { "First = 1", "First = 5" },
        { "s_first = 1", "s_first = 5" },
        { "[Length]", "[5]" },
        { "get => s_first; set { s_first = value; }", "get; set;" },
        { "public int First {", "public int Last {" },
        { "int Sum()", "int Sum(int more)" },
        { "static class Texts", "static class Words" },
        { "public Part()", "public Part(int unused)" },
    };

    [Theory]
    [MemberData(nameof(BodyEdits))]
    public void EditOfABodyForgetsNothing(string text, string replacement) => Assert.NotNull(FindAfter(Edit(Elements.Replace("(object value)", ""), text, replacement)));

    [Theory]
    [MemberData(nameof(DeclarationEdits))]
    public void EditOfADeclarationForgets(string text, string replacement) => Assert.Null(FindAfter(Edit(Elements.Replace("(object value)", ""), text, replacement)));

    [Fact]
    public void EditOfABodyInItsOwnFileForgetsATag()
    {
        CSharpCompilation program = Sources.Compile(Owner, Elements);
        Compilation edited = program.ReplaceSyntaxTree(program.SyntaxTrees[0], Sources.Tree(Owner.Replace("=> 1", "=> 2"), "File0.cs"));
        Assert.Null(Remember(program).Next(edited).Find(Tagged(edited)));
    }

    [Fact]
    public void EditInAFileWithAStructThatCapturesForgets() =>
        Assert.Null(FindAfter((Elements, Elements.Replace("sum = 4", "sum = 5"))));

    [Theory]
    [InlineData("field", "0")]
    [InlineData("0", "field")]
    public void EditThatConcernsTheFieldOfAnAccessorForgets(string before, string after) => Assert.Null(FindAfter((Kept.Replace("«1»", before), Kept.Replace("«1»", after))));

    public static TheoryData<string> OtherChanges => ["references", "options", "assembly", "files", "order", "symbols", "path"];

    [Theory]
    [MemberData(nameof(OtherChanges))]
    public void ChangeAroundTheFilesForgets(string change)
    {
        CSharpCompilation program = Sources.Compile(Owner, Elements, "class More { }");
        SyntaxTree last = program.SyntaxTrees[2];
        Compilation changed = change switch
        {
            "references" => program.AddReferences(Sources.Library("Library", "public class Library { }")),
            "options" => program.WithOptions(program.Options.WithAllowUnsafe(true)),
            "assembly" => program.WithAssemblyName("Other"),
            "files" => program.AddSyntaxTrees(Sources.Tree("")),
            "order" => program.RemoveSyntaxTrees(program.SyntaxTrees[1]).AddSyntaxTrees(program.SyntaxTrees[1]),
            "symbols" => program.ReplaceSyntaxTree(last, last.WithRootAndOptions(last.GetRoot(), Sources.Parse().WithPreprocessorSymbols("MORE"))),
            _ => program.ReplaceSyntaxTree(last, last.WithFilePath("Moved.cs")),
        };
        Assert.NotNull(Remember(program).Next(program.Clone()).Find(Tagged(program)));
        Assert.Null(Remember(program).Next(changed).Find(Tagged(changed)));
    }

    /// <summary>What a body declares: the struct around it then is managed, and no element.</summary>
    [Theory]
    [InlineData("public struct Part { public object Value { get => 0; } }", "public struct Part { public object Value { get => field; } }")]
    [InlineData("public struct Part(object value) { public object Value() => 0; }", "public struct Part(object value) { public object Value() => value; }")]
    public void BodyThatDeclaresAFieldReachesTheOutput(string before, string after)
    {
        const string Element = "using IntrusiveLists; public struct Element { public Part Part; public ListNode Node; }";
        CSharpCompilation program = Sources.Compile("Test", LanguageVersion.Preview, Sources.References, Owner, Element, before);
        Compilation edited = program.ReplaceSyntaxTree(program.SyntaxTrees[2], Sources.Tree(after, "File2.cs", LanguageVersion.Preview));
        GeneratorRun run = GeneratorRun.Of(program).Then(edited);
        Assert.NotEmpty(GeneratorRun.Of(program).Files);
        Assert.Empty(GeneratorRun.Of((CSharpCompilation)edited).Files);
        Assert.Empty(run.Files);
        Assert.Equal(GeneratorRun.Of(program).Files, run.Then(program).Files);
    }

    [Fact]
    public void KeepsNoOldProgramAlive()
    {
        (RememberedTags<string> latest, SyntaxNode tagged, WeakReference[] old) = RememberAndEdit();
        for (int attempt = 0; attempt < 10 && old.Any(reference => reference.IsAlive); attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.All(old, reference => Assert.False(reference.IsAlive));
        Assert.NotNull(latest.Find(tagged));
    }

    // Not inlined: no local of the caller may hold the old program.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (RememberedTags<string> Latest, SyntaxNode Tagged, WeakReference[] Old) RememberAndEdit()
    {
        CSharpCompilation program = Sources.Compile(Owner, Elements.Replace("(object value)", ""));
        SyntaxTree file = program.SyntaxTrees[1];
        RememberedTags<string> tags = Remember(program);
        tags.Add(file.GetRoot(), "model");
        Compilation edited = program.ReplaceSyntaxTree(file, Sources.Tree(file.ToString().Replace("sum = 4", "sum = 5"), file.FilePath));
        return (tags.Next(edited), Tagged(edited), [new WeakReference(program), new WeakReference(tags), new WeakReference(file)]);
    }

    private static (string Before, string After) Edit(string source, string text, string replacement)
    {
        string edited = source.Replace(text, replacement, StringComparison.Ordinal);
        Assert.NotEqual(source, edited);
        return (source, edited);
    }

    private static string? FindAfter((string Before, string After) edit)
    {
        CSharpCompilation program = Sources.Compile("Test", LanguageVersion.Preview, Sources.References, Owner, edit.Before);
        Compilation edited = program.ReplaceSyntaxTree(program.SyntaxTrees[1], Sources.Tree(edit.After, "File1.cs", LanguageVersion.Preview));
        return Remember(program).Next(edited).Find(Tagged(edited));
    }

    private static RememberedTags<string> Remember(Compilation program)
    {
        var tags = new RememberedTags<string>(program);
        tags.Add(Tagged(program), "model");
        return tags;
    }

    private static SyntaxNode Tagged(Compilation program) => program.SyntaxTrees.First().GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().First();
}
