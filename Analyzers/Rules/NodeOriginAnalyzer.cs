using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Checks that the address of a node leads to the node that is expected: by a link's <c>ContainerOf</c>, and wherever <c>[NodeOf]</c> says so.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NodeOriginAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.WrongNode, DiagnosticDescriptors.UnprovedNode);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.MayUseRuntime())
            {
                start.RegisterBodyAction(AnalyzeMember);
            }
        });
    }

    private static void AnalyzeMember(OperationBlockAnalysisContext context)
    {
        var method = context.OwningSymbol as IMethodSymbol;
        bool isStated = NodeContract.OfResult(method) is not null;
        foreach (ControlFlowGraph graph in FlowGraphs.Of(context, operation => isStated || ExpectsNode(operation)))
        {
            var analysis = new NodeAnalysis(
                method,
                SharedVariables.Of(graph.OriginalOperation),
                (value, place, expected, origins) => Check(context, value, place, expected, origins),
                context.CancellationToken);
            analysis.Run(graph, NodeState.Nothing);
        }
    }

    private static bool ExpectsNode(IOperation operation) => operation switch
    {
        IArgumentOperation argument => NodeContract.OfArgument(argument.Parameter) is not null,
        IFieldReferenceOperation field => NodeContract.Of(field.Field) is not null,
        IPropertyReferenceOperation property => NodeContract.Of(property.Property) is not null,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } parameter => NodeContract.Of(parameter.Parameter) is not null,
        ILocalFunctionOperation function => NodeContract.OfResult(function.Symbol) is not null,
        IDelegateCreationOperation { Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } } => NodeContract.OfResult(invoke) is not null,
        IAnonymousFunctionOperation lambda => NodeContract.OfResult(lambda.Symbol) is not null,
        _ => false,
    };

    private static void Check(OperationBlockAnalysisContext context, IOperation value, ISymbol place, NodeOrigin expected, ImmutableHashSet<NodeOrigin> origins)
    {
        NodeOrigin? wrong = origins.Where(origin => origin.IsOtherThan(expected)).OrderBy(origin => origin.Description, System.StringComparer.Ordinal).FirstOrDefault();
        Location location = value.Syntax.GetLocation();
        if (wrong is not null)
        {
            string actual = origins.Count > 1 ? $"on one path {wrong.Description}" : wrong.Description;
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.WrongNode, location, NameOf(place), expected.NameInMessage, actual, expected.Element!.InMessage()));
        }
        else if (origins.Contains(NodeOrigin.Unknown))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.UnprovedNode, location, NameOf(place), expected.NameInMessage, expected.Element!.InMessage(), expected.Name));
        }
    }

    // Without parameters: which overload it is matters to nobody.
    private static string NameOf(ISymbol place) => place switch
    {
        IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction } => place.Name,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.InMessage(),
        IMethodSymbol { ContainingType: { } type } => $"{type.InMessage()}.{place.Name}",
        _ => place.InMessage(),
    };
}
