using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Kinds that the compiler which runs the analyzers may know, and the one that they are built against does not.
/// </summary>
internal static class NewerKinds
{
    public const OperationKind CollectionExpression = (OperationKind)127;
    public const OperationKind Spread = (OperationKind)128;
    public const TypeKind Extension = (TypeKind)14;
}
