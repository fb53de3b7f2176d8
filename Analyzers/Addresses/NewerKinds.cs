using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Kinds that compilers newer than the one we are built against know of: they load us as well.
/// </summary>
internal static class NewerKinds
{
    /// <summary>A call through a function pointer. Its first child is the pointer.</summary>
    public const OperationKind FunctionPointerInvocation = (OperationKind)120;

    /// <summary>An element or range of an inline array. Its first child is the array.</summary>
    public const OperationKind InlineArrayAccess = (OperationKind)126;

    /// <summary>A collection expression, such as <c>[first, second]</c>.</summary>
    public const OperationKind CollectionExpression = (OperationKind)127;

    /// <summary>The syntax of a collection expression.</summary>
    public const int CollectionExpressionSyntax = 9076;

    /// <summary>The elements of a collection within another, such as <c>..first</c>. Its child is the collection.</summary>
    public const OperationKind Spread = (OperationKind)128;

    /// <summary>An extension block, the type around extension members.</summary>
    public const TypeKind Extension = (TypeKind)14;
}
