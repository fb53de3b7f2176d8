using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Keeps programs from making lists, links, guards and records by hand: a list over the wrong head, or a link with a wrong offset, corrupts memory.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GeneratedCodeOnlyAnalyzer : DiagnosticAnalyzer
{
    private const string UseProperty = "tag the head with [Contains] and use the list property of its owner";
    private const string UseDrain = "drain the list with 'Drain()', or with the method that is generated beside the lock";
    private const string UseGuard = "enter the lock with the method that is generated for it";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.GeneratedCodeOnly);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.MayUseRuntime())
            {
                start.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
                start.RegisterOperationAction(AnalyzeMethodReference, OperationKind.MethodReference);
                start.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
            }
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context) => AnalyzeMethod(context, ((IInvocationOperation)context.Operation).TargetMethod);

    private static void AnalyzeMethodReference(OperationAnalysisContext context) => AnalyzeMethod(context, ((IMethodReferenceOperation)context.Operation).Method);

    private static void AnalyzeMethod(OperationAnalysisContext context, IMethodSymbol method)
    {
        if (MendOf(method) is { } mend && !context.ContainingSymbol.IsInGeneratedCode())
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.GeneratedCodeOnly, context.Operation.Syntax.GetLocation(), $"{method.ContainingType.InMessage()}.{method.Name}", mend));
        }
    }

    /// <summary>Returns what to use instead of a method that is meant for generated code.</summary>
    private static string? MendOf(IMethodSymbol method) => method.Name switch
    {
        "FromHead" when method.ContainingType.IsIntrusiveList() => UseProperty,
        "FromHeads" when method.ContainingType.IsIntrusiveListArray() => UseProperty,
        "Detach" or "Reattach" when method.ContainingType.IsIntrusiveList() => UseDrain,
        "At" when method.ContainingType.IsLockedOwner() => UseGuard,
        _ => null,
    };

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        INamedTypeSymbol? implemented = type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface ? type.Interfaces.FirstOrDefault(candidate => InsteadOf(candidate) is not null && !IsAddedByGenerator(type, candidate)) : null;
        if (implemented is not null && !type.IsInGeneratedCode())
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.GeneratedCodeOnly, type.Locations[0], implemented.InMessage(), $"'{type.InMessage()}' must not implement it; {InsteadOf(implemented)}"));
        }
    }

    // The part of an element or owner that is generated describes it, in a member of its own.
    private static bool IsAddedByGenerator(INamedTypeSymbol type, INamedTypeSymbol implemented) =>
        implemented.IsRecordProvider() && implemented.GetMembers().Select(type.FindImplementationForInterfaceMember).Any(member => member?.IsGenerated() == true);

    private static string? InsteadOf(INamedTypeSymbol implemented) => implemented switch
    {
        _ when implemented.IsListLinkInterface() => "name the node in a [Contains] tag and its link is generated",
        _ when implemented.IsRecordProvider() => "elements and owners that are partial describe themselves",
        _ => null,
    };
}
