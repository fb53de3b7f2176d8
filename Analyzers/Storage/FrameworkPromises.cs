using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Knows the types and methods of the framework that leave values where they are (or whose calls another rule looks at), as if their type parameters were marked <c>[AddressStable]</c>.
/// </summary>
internal static class FrameworkPromises
{
    private static readonly ImmutableHashSet<string> Owners = ImmutableHashSet.Create("MemoryManager", "IMemoryOwner");

    private static readonly Dictionary<string, ImmutableHashSet<string>> Methods = new()
    {
        ["System.Array"] = ImmutableHashSet.Create("Empty", "Fill"),
        ["System.MemoryExtensions"] = ImmutableHashSet.Create("AsSpan", "AsMemory", "Overlaps"),
        ["System.Runtime.CompilerServices.RuntimeHelpers"] = ImmutableHashSet.Create("IsReferenceOrContainsReferences"),
        ["System.Runtime.CompilerServices.Unsafe"] = ImmutableHashSet.Create(
            "SizeOf",
            "As",
            "AsRef",
            "AsPointer",
            "Add",
            "Subtract",
            "AddByteOffset",
            "SubtractByteOffset",
            "ByteOffset",
            "AreSame",
            "IsAddressLessThan",
            "IsAddressLessThanOrEqualTo",
            "IsAddressGreaterThan",
            "IsAddressGreaterThanOrEqualTo",
            "IsNullRef",
            "NullRef",
            "SkipInit"),
        ["System.Runtime.InteropServices.Marshal"] = ImmutableHashSet.Create("SizeOf", "OffsetOf", "UnsafeAddrOfPinnedArrayElement"),
        ["System.Runtime.InteropServices.MemoryMarshal"] = ImmutableHashSet.Create(
            "GetReference",
            "GetArrayDataReference",
            "CreateSpan",
            "CreateReadOnlySpan",
            "CreateFromPinnedArray",
            "AsRef",
            "AsBytes",
            "AsMemory",
            "Cast"),
    };

    // Most types are told from these by their names alone.
    private static readonly ImmutableHashSet<string> NamesOfTypes = Methods.Keys.Select(type => type.Substring(type.LastIndexOf('.') + 1)).ToImmutableHashSet();

    /// <summary>Returns whether values of a generic type's arguments stay where they are: views of memory, and what only passes values on.</summary>
    public static bool Keeps(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Delegate
        || type.IsSpanOrMemory()
        || (Owners.Contains(type.Name) && type.IsFrameworkType(type.Name, "System", "Buffers"));

    /// <summary>Returns whether values of a generic method's arguments stay where they are.</summary>
    public static bool Keeps(IMethodSymbol method) =>
        method.ContainingType is { } type && NamesOfTypes.Contains(type.Name) && Methods.TryGetValue(type.ToDisplayString(), out ImmutableHashSet<string>? names) && names.Contains(method.Name);

    /// <summary>Returns whether a method makes an array that can be pinned.</summary>
    public static bool IsArrayAllocation(IMethodSymbol method) =>
        method.Name is "AllocateArray" or "AllocateUninitializedArray" && method.ContainingType?.IsFrameworkType("GC", "System") == true;
}
