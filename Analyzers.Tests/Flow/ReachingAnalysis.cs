using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Records which values reach each call of <c>Here</c>.
/// </summary>
internal sealed class ReachingAnalysis() : FlowAnalysis<Reaching>(CancellationToken.None)
{
    private readonly List<(int Position, string Values)> _reached = [];

    /// <summary>Returns what reaches the calls of <c>Here</c> in the body of a method, in source order; <c>x</c> is assigned numbers, <c>c</c> and <c>d</c> are unknown conditions, <c>r.Dispose()</c> may throw.</summary>
    public static string[] Run(string body)
    {
        string source = $"class Program {{ static void Here() {{ }} static void Run(int x, bool c, bool d, System.IDisposable r, System.Exception e) {{ {body} }} }}";
        CSharpCompilation compilation = Compiler.Compile("Flow", [source]);
        Xunit.Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        SyntaxTree tree = compilation.SyntaxTrees[0];
        SyntaxNode method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Last();
        var analysis = new ReachingAnalysis();
        analysis.Run(ControlFlowGraph.Create(method, compilation.GetSemanticModel(tree))!, Reaching.Nothing);
        return analysis._reached.OrderBy(call => call.Position).Select(call => call.Values).ToArray();
    }

    internal override Reaching Transfer(Reaching state, IOperation operation) =>
        operation is ISimpleAssignmentOperation assignment && Targets.Of(assignment.Target) is IParameterReferenceOperation target
            ? state.Assign(target.Parameter.Name, assignment.Value.Syntax.ToString())
            : state;

    protected override void Visit(Reaching state, IOperation operation)
    {
        if (operation is IInvocationOperation { TargetMethod.Name: "Here" })
        {
            _reached.Add((operation.Syntax.SpanStart, string.Join(" ", state.Values)));
        }
    }

    protected override Reaching EnterLocalFunction(Reaching anywhere) => Reaching.Nothing;

    protected override Reaching EnterLambda(Reaching creation) => creation;
}
