using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// Random types: what the compiler accepts without us, either compiles with what is generated or has one of our diagnostics.
/// </summary>
/// <remarks>A failure prints the program and a seed, which <c>CsCheck_Seed</c> takes; <c>CsCheck_Iter</c> asks for more programs.</remarks>
public sealed class RandomShapeTests
{
    // What is wrong with a tag, so that it has no list.
    private static readonly ImmutableHashSet<string> s_tagRules = ["ILIST002", "ILIST003", "ILIST004", "ILIST005", "ILIST007", "ILIST008", "ILIST013", "ILIST014"];

    // What is wrong with a field, be it tagged, named by a tag, or neither.
    private static readonly ImmutableHashSet<string> s_fieldRules = ["ILIST009", "ILIST010"];

    [Fact]
    public Task EitherCompilesOrIsReported() => ShapeGenerator.Shapes.SampleAsync(
        async shape =>
        {
            string fault = await FaultOfAsync(shape);
            Assert.True(fault.Length == 0, fault);
        },
        iter: 2 * Check.Iter);

    // Else the property would be of programs that never are C#, or never right, or never wrong.
    [Fact]
    public async Task ShapesAreOfAllSorts()
    {
        const int Programs = 60;
        int valid = 0;
        int reported = 0;
        for (int seed = 0; seed < Programs; seed++)
        {
            Shape shape = ShapeGenerator.Make(size: 1 + (seed % 3), seed);
            if (shape.Compile() is { } compilation && !Errors(compilation.GetDiagnostics()).Any())
            {
                valid++;
                reported += (await InProcessBuild.RunAsync(compilation)).Diagnostics.Any(diagnostic => s_tagRules.Contains(diagnostic.Id)) ? 1 : 0;
            }
        }

        Assert.InRange(valid, Programs / 2, Programs);
        Assert.InRange(reported, valid / 10, valid * 9 / 10);
    }

    /// <summary>Returns what is wrong with what we make of a program; empty for nothing.</summary>
    private static async Task<string> FaultOfAsync(Shape shape)
    {
        if (shape.Compile() is not { } compilation)
        {
            return "";
        }

        InProcessBuild build = await InProcessBuild.RunAsync(compilation);
        if (Errors(compilation.GetDiagnostics()).Any())
        {
            return "";
        }

        string[] errors = [.. Errors(build.Generation.Output.GetDiagnostics()).Concat(InGeneratedCode(build)).Take(5).Select(error => error.ToString())];
        Diagnostic[] ofTags = [.. build.Diagnostics.Where(diagnostic => s_tagRules.Contains(diagnostic.Id))];
        bool isReported = ofTags.Length > 0 || build.Diagnostics.Any(diagnostic => s_fieldRules.Contains(diagnostic.Id));
        int lists = ListsIn(build.Generation);
        return errors.Length > 0 ? "Does not compile: " + string.Join('\n', errors)
            : build.Diagnostics.Any(diagnostic => diagnostic.Id == "ILIST015") ? "Reported as not generated"
            : !isReported && lists < shape.Heads ? $"Neither generated nor reported: {shape.Heads - lists} lists"
            : ofTags.Length > 0 && lists == shape.Heads ? "Generated, but reported: " + string.Join('\n', (object[])ofTags)
            : "";
    }

    private static IEnumerable<Diagnostic> Errors(IEnumerable<Diagnostic> diagnostics) => diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static IEnumerable<Diagnostic> InGeneratedCode(InProcessBuild build)
    {
        ImmutableHashSet<SyntaxTree> generated = [.. build.Generation.Result.GeneratedSources.Select(source => source.SyntaxTree)];
        return build.Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden && diagnostic.Location.SourceTree is { } tree && generated.Contains(tree));
    }

    private static int ListsIn(GeneratorRun run) => run.Result.GeneratedSources
        .SelectMany(source => source.SyntaxTree.GetRoot().DescendantNodes().OfType<PropertyDeclarationSyntax>())
        .Count(property => property.Type is QualifiedNameSyntax { Right: GenericNameSyntax { Identifier.Text: "IntrusiveList" or "IntrusiveListArray" } });
}
