using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
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

    public static TheoryData<string> Files => ValidCodeTests.Files;

    [Theory]
    [MemberData(nameof(Files))]
    public async Task NothingThrows(string file)
    {
        string program = Read(file);

        // The same mutants every time: others are for a run that has the time for thousands.
        var random = new Random(file.Sum(character => character));
        for (int index = 0; index < Mutants; index++)
        {
            string mutant = program;
            for (int edits = random.Next(1, MaximalEdits + 1); edits > 0; edits--)
            {
                mutant = Mutate(mutant, random);
            }

            await CheckAsync(mutant);
        }
    }

    private static async Task CheckAsync(string mutant)
    {
        try
        {
            await Compiler.AnalyzeAsync(Compiler.Generate(Compiler.Compile("Mutant", [mutant])), Compiler.Analyzers);
        }
        catch (Exception exception)
        {
            Assert.Fail($"{exception}\n\n{mutant}");
        }
    }

    private static string Mutate(string text, Random random)
    {
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(text, Compiler.ParseOptions).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)];
        SyntaxToken target = tokens[random.Next(tokens.Length)];
        string other = tokens[random.Next(tokens.Length)].Text;
        return random.Next(3) switch
        {
            0 => text.Remove(target.SpanStart, target.Span.Length),
            1 => text.Insert(target.SpanStart, other + " "),
            _ => text.Remove(target.SpanStart, target.Span.Length).Insert(target.SpanStart, other),
        };
    }

    private static string Read(string file)
    {
        using var reader = new StreamReader(typeof(CorpusMutationTests).Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd();
    }
}
