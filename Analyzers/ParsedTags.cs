using System.Runtime.CompilerServices;
using System.Threading;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// The tags of a compilation, each parsed once for all analyzers.
/// </summary>
internal static class ParsedTags
{
    // Keyed by symbol, which belongs to one compilation, and kept no longer than that.
    private static readonly ConditionalWeakTable<IFieldSymbol, ParsedTag> Known = new();

    /// <summary>Returns the first tag of a head.</summary>
    public static ParsedTag Of(IFieldSymbol head, AttributeData tag, Compilation compilation, CancellationToken cancellationToken) =>
        Known.GetValue(head, key => ParsedTag.Parse(key, tag, compilation, cancellationToken));
}
