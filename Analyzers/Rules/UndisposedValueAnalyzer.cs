using System.Collections.Immutable;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds guards, scopes and drains of which nobody disposes, and guards of which somebody disposes twice (ILIST302).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndisposedValueAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.UndisposedValue);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.MayUseRuntime())
            {
                start.RegisterOperationAction(AnalyzeValue, OperationKind.Invocation, OperationKind.PropertyReference, OperationKind.ObjectCreation);
                start.RegisterOperationAction(AnalyzeArgument, OperationKind.Argument);
                start.RegisterOperationAction(AnalyzeDisposal, OperationKind.Invocation, OperationKind.Using);
            }
        });
    }

    private static void AnalyzeDisposal(OperationAnalysisContext context)
    {
        if (DoubleDisposal.Of(context.Operation) is not { } again || context.ContainingSymbol.IsInGeneratedCode())
        {
            return;
        }

        IOperation guard = DoubleDisposal.GuardOf(context.Operation)!;
        bool isCall = context.Operation is IInvocationOperation;
        context.ReportDiagnostic(Diagnostic.Create(
            DiagnosticDescriptors.UndisposedValue,
            (isCall ? context.Operation : guard).Syntax.GetLocation(),
            GuardTypes.Noun(guard.Type!),
            guard.InMessage(),
            again,
            $"{GuardTypes.LockOf(guard.Type!)} is left twice",
            isCall ? "remove this call" : "remove this 'using'"));
    }

    private static void AnalyzeValue(OperationAnalysisContext context)
    {
        if (!context.Operation.IsAcquisition() || context.ContainingSymbol.IsInGeneratedCode())
        {
            return;
        }

        IOperation acquisition = context.Operation;
        ITypeSymbol type = acquisition.Type!;
        if (Custody.LossOf(acquisition) is { } loss)
        {
            Report(context, acquisition, type, NameOf(acquisition), loss);
            return;
        }

        foreach (IOperation exit in LosingExits.Of(acquisition))
        {
            Report(context, exit, type, NameOf(acquisition), $"neither disposed nor handed on where this {WhatLoses(exit)}", "dispose it first");
        }
    }

    private static string WhatLoses(IOperation exit) => exit switch
    {
        IReturnOperation => "returns",
        IThrowOperation => "throws",
        ISimpleAssignmentOperation => "replaces it",
        _ => "is false",
    };

    private static void AnalyzeArgument(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.IsAcquired() && !context.ContainingSymbol.IsInGeneratedCode() && Custody.LossOf(argument) is { } loss)
        {
            Report(context, argument, argument.Parameter!.Type, argument.Parameter.ContainingSymbol.InMessage(), loss);
        }
    }

    private static void Report(OperationAnalysisContext context, IOperation place, ITypeSymbol type, string name, string loss, string? remedy = null) => context.ReportDiagnostic(Diagnostic.Create(
        DiagnosticDescriptors.UndisposedValue, place.Syntax.GetLocation(), GuardTypes.Noun(type), name, loss, GuardTypes.Omission(type), remedy ?? GuardTypes.Remedy(type)));

    private static string NameOf(IOperation acquisition) => acquisition switch
    {
        IInvocationOperation call => call.TargetMethod.InMessage(),
        IPropertyReferenceOperation property => property.Property.InMessage(),
        { Type: { } type } => type.InMessage(),
        _ => acquisition.Syntax.ToString(),
    };
}
