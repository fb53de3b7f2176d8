using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Whole programs in which a few tokens are missing, doubled, or others: no analyzer throws, whatever becomes of them.
/// </summary>
public sealed class CorpusMutationTests
{
    private const int Mutants = 6;
    private const int MaximalEdits = 3;

    private static readonly Gen<(int Edit, int Place, int Source)[]> s_edits =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue]).Array[1, MaximalEdits];

    public static TheoryData<string> Files => ValidCodeTests.Files;

    [Theory]
    [MemberData(nameof(Files))]
    public async Task NothingThrows(string file)
    {
        string program = Read(file);
        foreach ((int Edit, int Place, int Source)[] edits in s_edits.Array[Mutants].Single())
        {
            string mutant = edits.Aggregate(program, (text, edit) => Mutate(text, edit.Edit, edit.Place, edit.Source));
            try
            {
                Compilation compilation = Compiler.Compile("Mutant", [mutant]);
                await Compiler.AnalyzeAsync(Compiler.Generate(compilation), Compiler.Analyzers);
            }
            catch (Exception exception)
            {
                Assert.Fail($"{exception}\n\n{mutant}");
            }
        }
    }

    private static string Mutate(string text, int edit, int place, int source)
    {
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(text, Compiler.ParseOptions).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)];
        SyntaxToken target = tokens[place % tokens.Length];
        string other = tokens[source % tokens.Length].Text;
        return edit switch
        {
            0 => text.Remove(target.SpanStart, target.Span.Length),
            1 => text.Insert(target.SpanStart, target.Text + " "),
            _ => text.Remove(target.SpanStart, target.Span.Length).Insert(target.SpanStart, other),
        };
    }

    private static string Read(string file)
    {
        using var reader = new StreamReader(typeof(CorpusMutationTests).Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd();
    }
}
