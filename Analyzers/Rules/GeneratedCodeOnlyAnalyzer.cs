using System.Collections.Immutable;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeMethodReference, OperationKind.MethodReference);
        context.RegisterSyntaxNodeAction(AnalyzeBaseType, SyntaxKind.SimpleBaseType);
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

    private static void AnalyzeBaseType(SyntaxNodeAnalysisContext context)
    {
        TypeSyntax syntax = ((SimpleBaseTypeSyntax)context.Node).Type;
        bool isLink = context.SemanticModel.GetTypeInfo(syntax, context.CancellationToken).Type is { } implemented && implemented.IsListLinkInterface();
        if (isLink && context.ContainingSymbol is INamedTypeSymbol type && !type.IsInGeneratedCode())
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.GeneratedCodeOnly,
                syntax.GetLocation(),
                "IListLink",
                $"'{type.InMessage()}' must not implement it; name the node in a [Contains] tag and its link is generated"));
        }
    }
}
