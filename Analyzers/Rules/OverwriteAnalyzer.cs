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
/// Keeps heads, nodes, locks and what holds them from being overwritten while they may be in use (ILIST105).
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
            if (BoundTypes.Of(start.Compilation) is { } types)
            {
                start.RegisterBodyAction(block => AnalyzeBlock(block, types));
            }
        });
    }

    private static void AnalyzeBlock(OperationBlockAnalysisContext context, BoundTypes types)
    {
        // Only what may be a first assignment is worth a look at the ways to it.
        HashSet<SyntaxNode>? again = null;
        foreach (IOperation operation in context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf()))
        {
            foreach (IOperation target in WrittenTargets.Of(operation).Where(target => IsOverwritable(target, context.OwningSymbol, types)))
            {
                if (VariablePath.Of(target, context.OwningSymbol) is null || (again ??= AssignedAgain(context, types)).Contains(target.Syntax))
                {
                    Report(context, target.Syntax, target.Type!, types);
                }
            }

            if (operation is IInvocationOperation call && BulkWrites.TargetOf(call, types) is { } elements)
            {
                Report(context, elements.Syntax, BulkCopies.ElementOf(elements.Type)!, types);
            }
        }
    }

    private static void Report(OperationBlockAnalysisContext context, SyntaxNode target, ITypeSymbol type, BoundTypes types) =>
        context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.OverwrittenValue, target.GetLocation(), target.ToString(), types.ForbidMoves(type) ? "whatever is linked to it" : "a thread that has entered it", types.Explain(type), RemedyFor(type)));

    private static bool IsOverwritable(IOperation target, ISymbol owner, BoundTypes types) =>
        types.ForbidOverwrites(target.Type) && Places.Of(target, owner) != Place.None && target is not IDeclarationExpressionOperation && !target.IsBackingField() && !IsInitializer(target);

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
    private static HashSet<SyntaxNode> AssignedAgain(OperationBlockAnalysisContext context, BoundTypes types)
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
        if (type.IsListLock())
        {
            return "leave it with 'Exit'";
        }

        string mend = type.IsListNode() ? "unlink it with the list or its link" : type.IsListHead() ? "clear its list" : "assign to its other fields";
        return mend + ", or zero memory that holds no element yet with 'Ptr<T>.Initialize'";
    }
}
