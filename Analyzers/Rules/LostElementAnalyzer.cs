using System.Collections.Immutable;
using System.Linq;
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
    private static readonly ImmutableArray<string> s_counts = ImmutableArray.Create("Count");
    private static readonly ImmutableArray<string> s_sizes = ImmutableArray.Create("IsEmpty", "HasSingle", "Count", "First", "Last");

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
                start.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
            }
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (TellingMembers(call.TargetMethod.Name) is { } telling && call.IsListOperation() && IsIgnored(call) && !IsElementKnown(call, telling))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.LostElement, call.Syntax.GetLocation(), call.TargetMethod.Name, call.Instance!.InMessage()));
        }
    }

    /// <summary>Returns the members that tell which element a removal takes: they show it, or put it there.</summary>
    private static ImmutableArray<string>? TellingMembers(string removal) => removal switch
    {
        "RemoveFirst" => ImmutableArray.Create("First", "IsFirst", "AddFirst", "MoveToFirst", "RotateToFirst"),
        "RemoveLast" => ImmutableArray.Create("Last", "IsLast", "AddLast", "MoveToLast"),
        _ => null,
    };

    private static bool IsIgnored(IOperation value) => value.Parent switch
    {
        IExpressionStatementOperation => true,
        IConditionalAccessOperation access => access.WhenNotNull == value && IsIgnored(access),
        _ => false,
    };

    /// <summary>Returns whether the program knows the element, or is in a loop that ends with the list.</summary>
    private static bool IsElementKnown(IInvocationOperation removal, ImmutableArray<string> telling)
    {
        bool isInLoop = false;
        for (IOperation? current = removal; current is not null; current = current.Parent)
        {
            isInLoop = isInLoop || current is ILoopOperation;
            bool isWhole = current.Parent is null or IAnonymousFunctionOperation or ILocalFunctionOperation;
            bool isKnown = current switch
            {
                IForEachLoopOperation loop when ListLoop.Of(loop) is { } walk && AreSame(walk.List, removal.Instance) => true,
                ILoopOperation loop => Observes(loop, removal, s_sizes) || AsksItself(ConditionOf(loop)),
                _ => isWhole && (Observes(current, removal, telling) || (isInLoop && Observes(current, removal, s_counts))),
            };
            if (isKnown)
            {
                return true;
            }
        }

        return false;
    }

    private static IOperation? ConditionOf(ILoopOperation loop) => loop switch
    {
        IWhileLoopOperation { Condition: var condition } => condition,
        IForLoopOperation { Condition: var condition } => condition,
        _ => null,
    };

    // An owner may have an IsEmpty of its own.
    private static bool AsksItself(IOperation? condition) => condition?.DescendantsAndSelf().Any(operation =>
        operation is IPropertyReferenceOperation { Instance: IInstanceReferenceOperation, Type.SpecialType: not SpecialType.None }
            or IInvocationOperation { Instance: IInstanceReferenceOperation, Type.SpecialType: not SpecialType.None }) == true;

    private static bool Observes(IOperation region, IInvocationOperation removal, ImmutableArray<string> members) => region.Descendants().Any(operation => operation switch
    {
        IPropertyReferenceOperation property => members.Contains(property.Property.Name) && AreSame(property.Instance, removal.Instance),
        IInvocationOperation call => members.Contains(call.TargetMethod.Name) && AreSame(call.Instance, removal.Instance),
        _ => false,
    });

    // What reads the same is hardly another list.
    private static bool AreSame(IOperation? left, IOperation? right) =>
        PlaceIdentity.AreSame(left, right) || (left is not null && right is not null && left.Syntax.IsEquivalentTo(right.Syntax, topLevel: false));
}
