using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds changes of a list inside <c>foreach</c> over it. The loop has saved the element that it visits next, so that the body may remove the current one or move it to another list;
/// after any other change the loop may throw, end early, or not end, unless it is left before it goes on.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChangedInLoopAnalyzer : DiagnosticAnalyzer
{
    private const string Unlinks = "the loop throws when the element that it visits next is off the list; remove none but the current element, or leave the loop";
    private const string UnlinksEnd = "what it takes off need not be the current element, and the loop throws when it is the one that it visits next; remove the current element itself, or leave the loop";
    private const string Adds = "whether the loop visits an element that is added is not specified; add it after the loop, or leave the loop";
    private const string Reorders = "the loop may miss elements or visit them twice, without end; do it after the loop, or leave the loop";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.ChangedInLoop);

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
        foreach (IOperation block in context.OperationBlocks)
        {
            ControlFlow? flow = null;
            foreach (ListLoop loop in block.Descendants().Select(ListLoop.Of).OfType<ListLoop>().Where(loop => loop.HasOneList()))
            {
                foreach (IInvocationOperation call in loop.Calls())
                {
                    if (Harm(call, loop) is { } harm && (flow ??= new ControlFlow(context.GetControlFlowGraph(block), context.CancellationToken)).GoesOnAfter(call, loop.Operation))
                    {
                        context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.ChangedInLoop, call.Syntax.GetLocation(), call.TargetMethod.Name, loop.List.InMessage(), harm));
                    }
                }
            }
        }
    }

    /// <summary>Returns what a call does to a loop, if that is known to be bad.</summary>
    private static string? Harm(IInvocationOperation call, ListLoop loop)
    {
        if (!call.IsListOperation())
        {
            return IsUnlink(call) && loop.IsNext(call.Argument(0)) ? Unlinks : null;
        }

        return loop.Walks(call.Instance) ? HarmToSelf(call, loop) : HarmFromOutside(call, loop);
    }

    private static string? HarmToSelf(IInvocationOperation call, ListLoop loop) => call.TargetMethod.Name switch
    {
        "Remove" or "TryRemove" or "Replace" => loop.IsNext(call.Argument(0)) || loop.IsOther(call.Argument(0)) ? Unlinks : loop.IsFarEnd(call.Argument(0)) ? UnlinksEnd : null,
        "RemoveFirst" or "RemoveLast" or "TryRemoveFirst" or "TryRemoveLast" => HarmAtEnd(call, loop),
        "RemoveWhere" or "RemoveConsecutiveDuplicates" or "Clear" or "Drain" or "CutBefore" or "CutThrough" => Unlinks,
        "AddFirst" or "AddLast" or "AddBefore" or "AddAfter" or "SpliceFirst" or "SpliceLast" or "SpliceBefore" or "SpliceAfter" or "Merge" => Adds,
        "MoveToFirst" or "MoveToLast" or "MoveBefore" or "MoveAfter" or "MoveRangeToLast" or "Swap" or "RotateLeft" or "RotateToFirst" or "Reverse" or "Sort" or "SortBy" or "SortInPlace" => Reorders,
        _ => null,
    };

    private static string? HarmAtEnd(IInvocationOperation call, ListLoop loop)
    {
        if (!loop.RemovesEnd(call))
        {
            return Unlinks;
        }

        bool isCurrent = loop.IsInEachTurn(call) && !loop.Calls().Any(other => other != call && Changes(other, loop));
        return isCurrent || loop.KnowsEnd() ? null : UnlinksEnd;
    }

    /// <summary>Returns whether a call may take elements off the list of a loop, add to it, or reorder it.</summary>
    private static bool Changes(IInvocationOperation call, ListLoop loop) => call.IsListOperation()
        ? call.TargetMethod.Name is not ("Count" or "Contains" or "IsFirst" or "IsLast" or "Next" or "Previous" or "ToArray")
            && (loop.Walks(call.Instance) || TakesCurrent(call, loop) || HarmFromOutside(call, loop) is not null)
        : IsUnlink(call);

    // What is added to another list was off this one already.
    private static bool TakesCurrent(IInvocationOperation call, ListLoop loop) =>
        call.TargetMethod.Name is not ("AddFirst" or "AddLast" or "AddBefore" or "AddAfter") && loop.IsCurrent(call.Argument(0));

    /// <summary>Returns what an operation of another list does to the list of a loop: it takes elements from it, or adds to it.</summary>
    private static string? HarmFromOutside(IInvocationOperation call, ListLoop loop) => call.TargetMethod.Name switch
    {
        "MoveToFirst" or "MoveToLast" => loop.IsNext(call.Argument(0)) ? Unlinks : null,
        "MoveBefore" or "MoveAfter" => loop.IsNext(call.Argument(1)) ? Unlinks : null,
        "SpliceFirst" or "SpliceLast" or "SpliceBefore" or "SpliceAfter" or "Merge" => IsGiven(call, loop) ? Unlinks : null,
        "CutBefore" or "CutThrough" or "RemoveWhere" or "RemoveConsecutiveDuplicates" => IsGiven(call, loop) ? Adds : null,
        _ => null,
    };

    private static bool IsGiven(IInvocationOperation call, ListLoop loop) => call.ListArguments().Any(loop.Walks);

    private static bool IsUnlink(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Unlink", IsStatic: true } && call.TargetMethod.ContainingType.Interfaces.Any(implemented => implemented.IsListLinkInterface());
}
