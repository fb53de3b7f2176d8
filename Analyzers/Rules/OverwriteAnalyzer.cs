using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Keeps heads, nodes and what holds them from being overwritten while they may be in use (ILIST105).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OverwriteAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.OverwrittenValue);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (AddressBoundTypes.Of(start.Compilation) is { } types)
            {
                start.RegisterOperationBlockAction(block => AnalyzeBlock(block, types));
            }
        });
    }

    private static void AnalyzeBlock(OperationBlockAnalysisContext context, AddressBoundTypes types)
    {
        if (context.OwningSymbol.IsInGeneratedCode())
        {
            return;
        }

        IEnumerable<IOperation> overwritten =
            from block in context.OperationBlocks
            from operation in block.DescendantsAndSelf()
            from target in TargetsOf(operation)
            where types.Contain(target.Type) && Places.Of(target, context.OwningSymbol) != Place.None && !IsFirstAssignment(target, context.OwningSymbol)
            select target;
        foreach (IOperation target in overwritten)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.OverwrittenValue, target.Syntax.GetLocation(), target.Syntax.ToString(), types.Explain(target.Type!), RemedyFor(target.Type!)));
        }
    }

    /// <summary>Returns what an operation writes to as a whole.</summary>
    private static IEnumerable<IOperation> TargetsOf(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { IsRef: false } assignment => [assignment.Target],
        ICompoundAssignmentOperation { OperatorMethod.IsStatic: true } assignment => [assignment.Target],
        IIncrementOrDecrementOperation { OperatorMethod.IsStatic: true } increment => [increment.Target],
        IArgumentOperation { Parameter.RefKind: RefKind.Out } argument => [argument.Value],
        IDeconstructionAssignmentOperation { Target: ITupleOperation target } => ElementsOf(target),
        _ => [],
    };

    private static IEnumerable<IOperation> ElementsOf(ITupleOperation tuple) =>
        tuple.Elements.SelectMany(element => element is ITupleOperation inner ? ElementsOf(inner) : [element]);

    /// <summary>Returns whether a target may be one that nothing has been assigned to: a variable, or what a constructor constructs.</summary>
    private static bool IsFirstAssignment(IOperation target, ISymbol owner) => RootOf(target) switch
    {
        ILocalReferenceOperation { Local.RefKind: RefKind.None } => true,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.Out } => true,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => true,
        IInstanceReferenceOperation => owner is IMethodSymbol { MethodKind: MethodKind.Constructor },
        _ => false,
    };

    /// <summary>Returns the variable that a field of a field is part of.</summary>
    private static IOperation RootOf(IOperation target)
    {
        IOperation root = target;
        while (root is IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance, Field.RefKind: RefKind.None })
        {
            root = instance;
        }

        return root is IFieldReferenceOperation { Instance: { } receiver } ? receiver : root;
    }

    private static string RemedyFor(ITypeSymbol type)
    {
        string mend = type.IsListNode() ? "unlink it with the list or its link" : type.IsListHead() ? "clear its list" : "assign to its other fields";
        return mend + ", or zero memory that holds no element yet with 'Ptr<T>.Initialize'";
    }
}
