using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds lists that a method gives to its caller although their head is in a variable of the method (ILIST106).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutlivingListAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.OutlivingList);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.MayUseRuntime())
            {
                start.RegisterOperationAction(AnalyzeReturn, OperationKind.Return);
                start.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
            }
        });
    }

    private static void AnalyzeReturn(OperationAnalysisContext context)
    {
        if (((IReturnOperation)context.Operation).ReturnedValue is { } value)
        {
            Analyze(context, value, "returned to the caller");
        }
    }

    // Through any other reference a list may be kept for a while only.
    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IParameterReferenceOperation { Parameter: { RefKind: RefKind.Out } parameter })
        {
            Analyze(context, assignment.Value, $"kept in '{parameter.Name}'");
        }
    }

    private static void Analyze(OperationAnalysisContext context, IOperation value, string use)
    {
        if (!value.Type.IsViewOfLists())
        {
            return;
        }

        foreach (IOperation list in Acquisitions.Choices(value))
        {
            if (OwnerVariables.Of(list) is { } variable && EndsWithFunctionOf(context.Operation, variable) && !context.ContainingSymbol.IsInGeneratedCode())
            {
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.OutlivingList, list.Syntax.GetLocation(), list.InMessage(), use, variable.Name));
            }
        }
    }

    // A function in another has that one's variables, which are still there when it returns; so has a class those of its primary constructor.
    private static bool EndsWithFunctionOf(IOperation operation, ISymbol variable) => OperationTree.FunctionsAround(operation).FirstOrDefault() is { } function
        ? SymbolEqualityComparer.Default.Equals(function, variable.ContainingSymbol)
        : variable.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor };
}
