using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
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
            if (start.Compilation.RefersToRuntime())
            {
                start.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
            }
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (EndOf(call.TargetMethod.Name) is { } end && call.IsListOperation() && IsIgnored(call) && !IsElementKnown(call, end))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.LostElement, call.Syntax.GetLocation(), call.TargetMethod.Name, call.Instance!.InMessage()));
        }
    }

    /// <summary>Returns the property that shows beforehand which element a removal takes.</summary>
    private static string? EndOf(string removal) => removal switch
    {
        "RemoveFirst" => "First",
        "RemoveLast" => "Last",
        _ => null,
    };

    private static bool IsIgnored(IOperation value) => value.Parent switch
    {
        IExpressionStatementOperation => true,
        IConditionalAccessOperation access => access.WhenNotNull == value && IsIgnored(access),
        _ => false,
    };

    /// <summary>Returns whether the program has looked at the element before, or is in a loop that ends with the list.</summary>
    private static bool IsElementKnown(IInvocationOperation removal, string end)
    {
        for (IOperation? current = removal; current is not null; current = current.Parent)
        {
            bool isWhole = current.Parent is null or IAnonymousFunctionOperation or ILocalFunctionOperation;
            if ((isWhole && Observes(current, removal, end)) || (current is ILoopOperation && Observes(current, removal, "IsEmpty", "HasSingle", "Count", end)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Observes(IOperation region, IInvocationOperation removal, params string[] members) => region.Descendants().Any(operation => operation switch
    {
        IPropertyReferenceOperation property => members.Contains(property.Property.Name) && PlaceIdentity.AreSame(property.Instance, removal.Instance),
        IInvocationOperation call => members.Contains(call.TargetMethod.Name) && PlaceIdentity.AreSame(call.Instance, removal.Instance),
        _ => false,
    });
}
