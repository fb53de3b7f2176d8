using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Knows the methods of the framework that copy whole spans, arrays and blocks of memory. Those that have the elements as a type argument are a matter of type arguments,
/// and those that make an array one of arrays.
/// </summary>
internal static class BulkCopies
{
    private static readonly ImmutableHashSet<string> s_methods = ImmutableHashSet.Create(
        "CopyTo", "TryCopyTo", "Copy", "ConstrainedCopy", "MemoryCopy", "CopyBlock", "CopyBlockUnaligned", "Realloc", "AlignedRealloc");

    /// <summary>Returns what a call copies elements out of that must stay where they are, or null when it copies none.</summary>
    public static IOperation? SourceOf(IInvocationOperation call, BoundTypes types) =>
        !call.TargetMethod.IsGenericMethod && s_methods.Contains(call.TargetMethod.Name) && IsOfFramework(call.TargetMethod.ContainingType)
            ? OperandsOf(call).FirstOrDefault(operand => types.ForbidCopies(ElementOf(operand.Type)))
            : null;

    /// <summary>Returns what such a call does to each element.</summary>
    public static ValueUse Of(IInvocationOperation call) =>
        ValueUse.Copy($"by '{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}', element by element", "set the fields of each element at its new place");

    /// <summary>Returns the type of the values in a span, an array or memory, or null for any other type.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        IPointerTypeSymbol pointer => pointer.PointedAtType,
        INamedTypeSymbol { TypeArguments.Length: 1 } named when named.IsPtr() || named.IsSpanOrMemory() => named.TypeArguments[0],
        _ => null,
    };

    private static bool IsOfFramework(ITypeSymbol type) =>
        type.IsSpanOrMemory()
        || type.SpecialType == SpecialType.System_Array
        || type.IsFrameworkType("Buffer", "System")
        || type.IsFrameworkType("NativeMemory", "System", "Runtime", "InteropServices")
        || type.IsUnsafe();

    private static IEnumerable<IOperation> OperandsOf(IInvocationOperation call) =>
        call.Arguments.Select(argument => argument.Value).Prepend(call.Instance).OfType<IOperation>().Select(BeforeConversions);

    private static IOperation BeforeConversions(IOperation operand)
    {
        IOperation current = operand;
        while (current is IConversionOperation conversion)
        {
            current = conversion.Operand;
        }

        return current;
    }
}
