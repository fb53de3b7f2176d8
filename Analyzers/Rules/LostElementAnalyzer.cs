using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds removals whose element nobody takes: if it was allocated, nothing can free it any more.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LostElementAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.LostElement);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.MayUseRuntime())
            {
                var elements = new RemovedElements(new OwnTests(start.Compilation));
                start.RegisterOperationAction(operation => AnalyzeCall(operation, elements), OperationKind.Invocation);
            }
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context, RemovedElements elements)
    {
        var call = (IInvocationOperation)context.Operation;
        if (RemovedElements.TellingMembers(call.TargetMethod.Name) is { } telling && call.IsListOperation() && IsIgnored(call) && !elements.AreKnown(call, telling, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.LostElement, call.Syntax.GetLocation(), call.TargetMethod.Name, call.Instance!.InMessage()));
        }
    }

    private static bool IsIgnored(IOperation value) => value.Parent switch
    {
        IExpressionStatementOperation => true,
        IConditionalAccessOperation access => access.WhenNotNull == value && IsIgnored(access),
        _ => false,
    };
}
