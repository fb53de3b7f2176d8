using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds what must not, or should not, be done while a guard holds a lock: enter it again (ILIST305), allocate, call unknown code (ILIST304).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HeldLockAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.WorkUnderLock, DiagnosticDescriptors.ReenteredLock);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.MayUseRuntime())
            {
                start.RegisterBodyAction(AnalyzeMember);
            }
        });
    }

    private static void AnalyzeMember(OperationBlockAnalysisContext context)
    {
        foreach (GuardScope scope in context.OperationBlocks.SelectMany(GuardScopes.In).Where(scope => scope.Value.Type.IsLockGuard() && scope.IsHeldThroughout()))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            AnalyzeScope(context, scope);
        }
    }

    private static void AnalyzeScope(OperationBlockAnalysisContext context, GuardScope scope)
    {
        string heldLock = GuardTypes.LockOf(scope.Value.Type!);
        var owner = HeldOwner.Of(scope);
        foreach (IOperation operation in HeldOperations.Of(scope))
        {
            if (owner?.IsEnteredBy(operation) == true)
            {
                IOperation entry = operation is IForEachLoopOperation loop ? loop.Collection : operation;
                context.ReportDiagnostic(Diagnostic.Create(
                    DiagnosticDescriptors.ReenteredLock, entry.Syntax.GetLocation(), entry.Syntax.ToString(), heldLock, NameOf(scope), Remedy(operation)));
            }
            else if (LongWork.Of(operation) is { } work)
            {
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.WorkUnderLock, operation.Syntax.GetLocation(), operation.Syntax.ToString(), work, heldLock));
            }
        }
    }

    private static string NameOf(GuardScope scope) => scope.Variable is { } guard ? $"the guard '{guard.Name}'" : "the 'using' around it";

    private static string Remedy(IOperation entry) => entry is IForEachLoopOperation ? "drain after that" : "use the lists of that guard";
}
