using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
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

        IOperation[] targets = BoundTargets(context, types).ToArray();
        HashSet<SyntaxNode> again = targets.Any(target => VariablePath.Of(target, context.OwningSymbol) is not null) ? AssignedAgain(context, types) : [];
        foreach (IOperation target in targets)
        {
            if (VariablePath.Of(target, context.OwningSymbol) is null || again.Contains(target.Syntax))
            {
                Report(context, target.Syntax, target.Type!, types);
            }
        }

        foreach (IInvocationOperation call in context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf()).OfType<IInvocationOperation>())
        {
            if (BulkWrites.TargetOf(call, types) is { } target)
            {
                Report(context, target.Syntax, BulkCopies.ElementOf(target.Type)!, types);
            }
        }
    }

    private static void Report(OperationBlockAnalysisContext context, SyntaxNode target, ITypeSymbol type, AddressBoundTypes types) =>
        context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.OverwrittenValue, target.GetLocation(), target.ToString(), types.Explain(type), RemedyFor(type)));

    private static IEnumerable<IOperation> BoundTargets(OperationBlockAnalysisContext context, AddressBoundTypes types) =>
        from block in context.OperationBlocks
        from operation in block.DescendantsAndSelf()
        from target in WrittenTargets.Of(operation)
        where types.Contain(target.Type) && Places.Of(target, context.OwningSymbol) != Place.None && target is not IDeclarationExpressionOperation && !target.IsBackingField() && !IsInitializer(target)
        select target;

    // The members of what an expression creates, but not what they refer to.
    private static bool IsInitializer(IOperation target)
    {
        IOperation root = target;
        while (root is IFieldReferenceOperation { Instance: { } instance, Field.RefKind: RefKind.None })
        {
            root = instance;
        }

        return root is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver };
    }

    /// <summary>Returns the targets of assignments that are not the first on every path.</summary>
    private static HashSet<SyntaxNode> AssignedAgain(OperationBlockAnalysisContext context, AddressBoundTypes types)
    {
        HashSet<SyntaxNode> targets = [];
        foreach (ControlFlowGraph graph in FlowGraphs.Of(context, static _ => true))
        {
            new OverwriteAnalysis(types, context.OwningSymbol, target => targets.Add(target), context.CancellationToken).Run(graph, AssignedPaths.None);
        }

        return targets;
    }

    private static string RemedyFor(ITypeSymbol type)
    {
        string mend = type.IsListNode() ? "unlink it with the list or its link" : type.IsListHead() ? "clear its list" : "assign to its other fields";
        return mend + ", or zero memory that holds no element yet with 'Ptr<T>.Initialize'";
    }
}
