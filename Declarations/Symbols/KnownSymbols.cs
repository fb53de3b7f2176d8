using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// Recognises the types of the runtime, by name: a compilation that lacks them has nothing to recognise.
/// </summary>
internal static class KnownSymbols
{
    public const string Namespace = "IntrusiveLists";
    public const string LinkNamespace = "IntrusiveLists.Links";
    public const string ContainsAttribute = "IntrusiveLists.ContainsAttribute";
    public const string ListNode = "IntrusiveLists.ListNode";
    public const string PinnedListHead = "IntrusiveLists.PinnedListHead";
    public const string Ptr = "IntrusiveLists.Ptr`1";
    public const string IntrusiveList = "IntrusiveLists.IntrusiveList`2";
    public const string NodeOfAttribute = "IntrusiveLists.NodeOfAttribute";
    public const string GeneratorName = "IntrusiveLists.Generator";
    public const string EnterLock = "EnterLock";

    public static bool IsListNode(this ITypeSymbol? type) => type.IsRuntimeType("ListNode");

    public static bool IsListHead(this ITypeSymbol? type) => type.IsRuntimeType("ListHead");

    public static bool IsPinnedListHead(this ITypeSymbol? type) => type.IsRuntimeType("PinnedListHead");

    public static bool IsAnyHead(this ITypeSymbol? type) => type.IsListHead() || type.IsPinnedListHead() || type.IsListHeadArray();

    /// <summary>Returns whether a type is an inline array of heads.</summary>
    public static bool IsListHeadArray(this ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } structure && !structure.IsListNode() && structure.IsInlineArray() && structure.ElementOfInlineArray().IsListHead();

    public static bool IsInlineArray(this INamedTypeSymbol type) =>
        type.GetAttributes().Any(static attribute => attribute.AttributeClass?.IsFrameworkType("InlineArrayAttribute", "System", "Runtime", "CompilerServices") == true);

    /// <summary>Returns the type of the elements of an inline array: that of its only field.</summary>
    public static ITypeSymbol? ElementOfInlineArray(this INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).ToArray() is [{ RefKind: RefKind.None } only] ? only.Type : null;

    public static bool IsListLock(this ITypeSymbol? type) => type.IsRuntimeType("ListLock");

    public static bool IsListLinkInterface(this ITypeSymbol? type) => type.IsRuntimeType("IListLink");

    public static bool IsIntrusiveList(this ITypeSymbol? type) => type.IsRuntimeType("IntrusiveList");

    public static bool IsIntrusiveListArray(this ITypeSymbol? type) => type.IsRuntimeType("IntrusiveListArray");

    public static bool IsLockedOwner(this ITypeSymbol? type) => type.IsRuntimeType("LockedOwner");

    public static bool IsRecordProvider(this ITypeSymbol? type) => type.IsRuntimeType("INodeProvider") || type.IsRuntimeType("IHeadProvider");

    public static bool IsValueScope(this ITypeSymbol? type) => type.IsRuntimeType("ValueScope");

    public static bool IsValueMap(this ITypeSymbol? type) => type.IsRuntimeType("ValueMap");

    /// <summary>Returns whether a type is marked as one whose values must be disposed of: guards, scopes, loops that drain.</summary>
    public static bool MustBeDisposed(this ITypeSymbol? type) => type?.GetAttributes().Any(attribute => attribute.AttributeClass.IsRuntimeType("MustDisposeAttribute")) == true;

    public static bool IsPtr(this ITypeSymbol? type) => type.IsRuntimeType("Ptr");

    public static bool IsNativePool(this ITypeSymbol? type) => type.IsRuntimeType("NativePool");

    public static bool IsListLink(this ITypeSymbol? type) => type.IsRuntimeType("ListLink");

    public static bool IsNodeOfAttribute(this ITypeSymbol? type) => type.IsRuntimeType("NodeOfAttribute");

    public static bool IsAddressStable(this ITypeParameterSymbol parameter) =>
        parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.IsRuntimeType("AddressStableAttribute") == true);

    /// <summary>Returns whether a field of this type guards the heads beside it without being named: any lock, but not any <c>object</c>.</summary>
    public static bool IsLock(this ITypeSymbol? type) =>
        type.IsListLock() || type.IsFrameworkType("SpinLock", "System", "Threading") || type.IsFrameworkType("Lock", "System", "Threading");

    /// <summary>Returns the tags of a field, in source order.</summary>
    public static AttributeData[] Tags(this IFieldSymbol field) =>
        field.GetAttributes() is { IsEmpty: false } attributes ? attributes.Where(IsTag).ToArray() : [];

    /// <summary>Returns whether a field is tagged.</summary>
    public static bool IsTagged(this IFieldSymbol field) => field.GetAttributes() is { IsEmpty: false } attributes && attributes.Any(IsTag);

    /// <summary>
    /// Returns whether our generator made a symbol. The analyzers see what the generator has added and the generator does not: both must answer alike, so both look past it.
    /// </summary>
    public static bool IsGenerated(this ISymbol symbol) => symbol.GetAttributes().Any(IsOurGeneratedCode);

    /// <summary>Returns whether a symbol lies in code that our generator made.</summary>
    public static bool IsInGeneratedCode(this ISymbol? symbol)
    {
        for (ISymbol? current = symbol; current is not (null or INamespaceSymbol); current = current.ContainingSymbol)
        {
            if (current.IsGenerated() || (current is IMethodSymbol { AssociatedSymbol: { } property } && property.IsGenerated()))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsUnsafe(this ITypeSymbol? type) => type.IsFrameworkType("Unsafe", "System", "Runtime", "CompilerServices");

    public static bool IsSpan(this ITypeSymbol? type) => type.IsFrameworkType("Span", "System") || type.IsFrameworkType("ReadOnlySpan", "System");

    public static bool IsSpanOrMemory(this ITypeSymbol? type) => type.IsSpan() || type.IsFrameworkType("Memory", "System") || type.IsFrameworkType("ReadOnlyMemory", "System");

    /// <summary>Returns whether a type is that of a name in a namespace, the outermost first. What a function pointer calls has no type, for one.</summary>
    public static bool IsFrameworkType(this ITypeSymbol? type, string name, string first, string? second = null, string? third = null) =>
        type?.Name == name
        && type.ContainingType is null
        && type.ContainingNamespace.Without(third).Without(second).Without(first) is { IsGlobalNamespace: true };

    private static INamespaceSymbol? Without(this INamespaceSymbol? space, string? name) => name is null ? space : space?.Name == name ? space.ContainingNamespace : null;

    // Asked more often than anything else.
    private static bool IsRuntimeType(this ITypeSymbol? type, string name) =>
        type?.Name == name && type.ContainingType is null && type.ContainingNamespace is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true };

    private static bool IsTag(AttributeData attribute) => attribute.AttributeClass.IsRuntimeType("ContainsAttribute");

    private static bool IsOurGeneratedCode(AttributeData attribute) =>
        attribute.AttributeClass?.IsFrameworkType("GeneratedCodeAttribute", "System", "CodeDom", "Compiler") == true
        && attribute.ConstructorArguments.Length > 0
        && attribute.ConstructorArguments[0].Scalar() is GeneratorName;
}
