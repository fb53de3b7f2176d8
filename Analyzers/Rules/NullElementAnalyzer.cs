using System;
using System.Collections.Immutable;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Checks that an element which a list may not have is tested before it is used.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NullElementAnalyzer : DiagnosticAnalyzer
{
    private static readonly char[] WhiteSpace = [' ', '\t', '\r', '\n'];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.UnprovedElement);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.MayUseRuntime())
            {
                var ownTests = new OwnTests(start.Compilation);
                start.RegisterBodyAction(block => AnalyzeMember(block, ownTests));
            }
        });
    }

    private static void AnalyzeMember(OperationBlockAnalysisContext context, OwnTests ownTests)
    {
        foreach (ControlFlowGraph graph in FlowGraphs.Of(context, MayBeNull))
        {
            var analysis = new NullAnalysis(ownTests, SharedVariables.Of(graph.OriginalOperation), SearchEnd.IsPossible(graph.OriginalOperation), (element, when) => Report(context, element, when), context.CancellationToken);
            analysis.Run(graph, NullState.Nothing);
        }
    }

    private static bool MayBeNull(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: Terms.First or Terms.Last } property } => property.ContainingType.IsIntrusiveList(),
        IInvocationOperation { TargetMethod: { Name: Terms.Next or Terms.Previous or "TryRemoveFirst" or "TryRemoveLast" } method } => method.ContainingType.IsIntrusiveList(),
        _ => false,
    };

    private static void Report(OperationBlockAnalysisContext context, IOperation element, string when)
    {
        string text = string.Join(" ", element.Syntax.ToString().Split(WhiteSpace, StringSplitOptions.RemoveEmptyEntries));
        context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.UnprovedElement, element.Syntax.GetLocation(), text, when));
    }
}
