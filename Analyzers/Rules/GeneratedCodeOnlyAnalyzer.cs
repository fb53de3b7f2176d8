using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Keeps programs from making lists and links by hand: a list over the wrong head, or a link with a wrong offset, corrupts memory.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GeneratedCodeOnlyAnalyzer : DiagnosticAnalyzer
{
    private const string ListFactory = "FromHead";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.GeneratedCodeOnly);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.RefersToRuntime())
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
        if (method.Name == ListFactory && method.ContainingType.IsIntrusiveList() && !context.ContainingSymbol.IsInGeneratedCode())
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.GeneratedCodeOnly,
                context.Operation.Syntax.GetLocation(),
                $"{method.ContainingType.InMessage()}.{method.Name}",
                "tag the head with [Contains] and use the list property of its owner"));
        }
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        bool implements = type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface && type.Interfaces.Any(implemented => implemented.IsListLinkInterface());
        if (implements && !type.IsInGeneratedCode())
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.GeneratedCodeOnly,
                type.Locations[0],
                type.Interfaces.First(implemented => implemented.IsListLinkInterface()).InMessage(),
                $"'{type.InMessage()}' must not implement it; name the node in a [Contains] tag and its link is generated"));
        }
    }
}
