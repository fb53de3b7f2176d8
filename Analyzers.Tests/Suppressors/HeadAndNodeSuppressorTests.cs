using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class HeadAndNodeSuppressorTests
{
    /// <summary>Gets what the compiler says of fields, and whether list operations answer it.</summary>
    public static TheoryData<string, string, bool> OfCompiler => new()
    {
        // Never used
        { "CS0169", "struct Element { private ListNode _field; }", true },
        { "CS0169", "class Element { private ListNode _field; }", true },
        { "CS0169", "struct Element<T> { private ListNode _field; }", true },
        { "CS0169", "struct Owner { private ListHead _field; }", true },
        { "CS0169", "class Owner { private static ListHead _field; }", true },
        { "CS0169", "struct Owner { private IntrusiveLists.ListHead @_field; }", true },
        { "CS0169", "struct Owner { private Heads _field; } [System.Runtime.CompilerServices.InlineArray(4)] struct Heads { public ListHead First; }", true },
        { "CS0169", "partial struct Owner { private ListLock _field; [Contains(typeof(Foo), \"Node\")] public ListHead Head; }", true },
        { "CS0169", "partial struct Owner { private System.Threading.SpinLock _field; [Contains(typeof(Foo), \"Node\")] public ListHead Head; }", true },
        { "CS0169", "partial struct Owner { private ListLock _field; public ListLock Other; [Contains(typeof(Foo), \"Node\", Lock = nameof(_field))] public ListHead Head; }", true },
        { "CS0169", "partial struct Owner { private ListLock _field; public ListLock Other; [Contains(typeof(Foo), \"Node\", Lock = nameof(Other))] public ListHead Head; }", false },
        { "CS0169", "partial class Owner { private object? _field; [Contains(typeof(Foo), \"Node\", Lock = \"_field\")] public readonly PinnedListHead Head = new(); }", false },
        { "CS0169", "struct Element { private Numbers _field; } [System.Runtime.CompilerServices.InlineArray(4)] struct Numbers { public int First; }", false },
        { "CS0169", "struct Element { private int _field; }", false },
        { "CS0169", "struct Element { private ListLock _field; }", false },
        { "CS0169", "struct Element { private Ptr<ListNode> _field; }", false },
        { "CS0169", "class Element { private ListNode[]? _field; }", false },
        { "CS0169", "class Element { private ListNode? _field; }", false },
        { "CS0169", "class Owner { private PinnedListHead? _field; }", false },
        { "CS0169", "struct Element { private Mine.ListNode _field; } namespace Mine { struct ListNode { int _value; public int Value => _value; } }", false },

        // Never assigned
        { "CS0649", "struct Element { private ListNode _field; public bool IsLinked => _field.IsLinked; }", true },
        { "CS0649", "struct Element { internal ListNode _field; }", true },
        { "CS0649", "class Owner { private ListHead _field; bool IsEmpty => _field.IsEmpty; }", true },
        { "CS0649", "struct Element { private int _field; int Value => _field; }", false },
        { "CS0649", "class Owner { private readonly PinnedListHead? _field; bool? IsEmpty => _field?.IsEmpty; }", false },

        // Assigned, but never used
        { "CS0414", "class Element { private int _field = 1; }", false },
        { "CS0414", "class Owner { private PinnedListHead? _field = null; }", false },
        { "CS0414", "class Element { private ListNode _field = default; }", true },
        { "CS0414", "class Owner { private ListHead _field = default; }", true },
    };

    public static TheoryData<string, string, bool> OfEditor
    {
        get
        {
            var diagnostics = new TheoryData<string, string, bool>();
            foreach (string rule in new[] { "IDE0044", "IDE0051" })
            {
                diagnostics.Add(rule, "struct Element { private ListNode _field; }", true);
                diagnostics.Add(rule, "struct Owner { private ListHead _field; }", true);
                diagnostics.Add(rule, "struct Owner { private ListLock _field; }", false);
                diagnostics.Add(rule, "struct Owner { private int _field; }", false);
                diagnostics.Add(rule, "class Owner { private PinnedListHead _field = new(); }", false);
            }

            diagnostics.Add("IDE0052", "struct Element { private ListNode _field; }", false);
            return diagnostics;
        }
    }

    [Theory]
    [MemberData(nameof(OfCompiler))]
    public async Task AnswersTheCompiler(string rule, string source, bool isSuppressed) =>
        Assert.Equal([isSuppressed], await SuppressedAsync(rule, source, [new HeadAndNodeSuppressor()]));

    [Theory]
    [MemberData(nameof(OfEditor))]
    public async Task AnswersTheEditor(string rule, string source, bool isSuppressed) =>
        Assert.Equal([isSuppressed], await SuppressedAsync(rule, source, [new HeadAndNodeSuppressor(), new FieldReporter(rule)]));

    [Fact]
    public async Task AnswersForEachDeclarator() =>
        Assert.Equal([true, true], await SuppressedAsync("CS0169", "struct Element { private ListNode _first, _second; }", [new HeadAndNodeSuppressor()]));

    /// <summary>Returns, for each diagnostic of a rule, whether it is suppressed.</summary>
    private static async Task<IEnumerable<bool>> SuppressedAsync(string rule, string source, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        Compilation compilation = Compiler.Compile("Test", [source, TestSource.Prelude]);
        ImmutableArray<Diagnostic> diagnostics = await new CompilationWithAnalyzers(compilation, analyzers, options).GetAllDiagnosticsAsync();
        return diagnostics.Where(diagnostic => diagnostic.Id == rule && diagnostic.Location.SourceTree == compilation.SyntaxTrees.First()).Select(diagnostic => diagnostic.IsSuppressed);
    }
}
