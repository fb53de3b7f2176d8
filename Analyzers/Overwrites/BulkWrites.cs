using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Knows the methods of the framework that overwrite whole spans and arrays. Those of <c>NativeMemory</c> are for memory that holds no element yet.
/// </summary>
internal static class BulkWrites
{
    /// <summary>Returns the span or array whose elements a call overwrites although they must not be, or null when there is none.</summary>
    public static IOperation? TargetOf(IInvocationOperation call, BoundTypes types) =>
        call.TargetMethod.Name is "Clear" or "Fill"
        && IsSpanOrArray(call.TargetMethod.ContainingType)
        && (call.Instance ?? call.Argument(0))?.Plain() is { } target
        && types.ForbidOverwrites(BulkCopies.ElementOf(target.Type))
            ? target
            : null;

    private static bool IsSpanOrArray(ITypeSymbol type) => type.IsFrameworkType("Span", "System") || type.SpecialType == SpecialType.System_Array;
}
