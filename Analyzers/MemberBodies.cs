using System;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// The bodies that rules about code look at: all but those that our own generator has made, which would be a good part of them.
/// </summary>
internal static class MemberBodies
{
    /// <summary>Has an action called for every body.</summary>
    public static void RegisterBodyAction(this CompilationStartAnalysisContext context, Action<OperationBlockAnalysisContext> action) =>
        context.RegisterOperationBlockAction(block =>
        {
            if (!IsInOurFile(block) && !block.OwningSymbol.IsInGeneratedCode())
            {
                action(block);
            }
        });

    // Asked first: for the other question attributes have to be bound.
    private static bool IsInOurFile(OperationBlockAnalysisContext context) => context.OperationBlocks.FirstOrDefault() is { } block && GeneratedFiles.IsOurs(block.Syntax.SyntaxTree);
}
