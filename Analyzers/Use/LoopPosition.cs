using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// A place on a way through a loop.
/// </summary>
/// <param name="Block">The block that is next.</param>
/// <param name="IsChanged">Whether the list of the loop has been changed.</param>
/// <param name="Values">What is known of variables.</param>
/// <param name="Due">Where the finally blocks that are under way lead, in order.</param>
internal sealed record LoopPosition(BasicBlock Block, bool IsChanged, KnownValues Values, ImmutableStack<BasicBlock> Due)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Block.Ordinal} {IsChanged} {Values} {string.Join(",", Due.Select(block => block.Ordinal))}";
}
