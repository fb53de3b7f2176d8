using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Tells apart the types whose values must be disposed of, and says in messages what they hold.
/// </summary>
internal static class GuardTypes
{
    public const string Dispose = "Dispose";

    /// <summary>Returns whether a type is a generated guard: while there is a value of it, a lock is held.</summary>
    public static bool IsLockGuard(this ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Struct } && type.MustBeDisposed() && type.IsGenerated() && !IsLoop(type);

    /// <summary>Returns whether a type is a generated loop, which empties a list that a lock guards.</summary>
    public static bool IsDrain(this ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Struct } && type.MustBeDisposed() && type.IsInGeneratedCode() && IsLoop(type);

    /// <summary>Returns whether values of a type keep what is read from them usable for a while only.</summary>
    public static bool IsScope(this ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Struct } && (type.MustBeDisposed() || type.IsValueEntry());

    /// <summary>Returns whether a type is that of the variable of a loop over a map.</summary>
    public static bool IsValueEntry(this ITypeSymbol? type) => type.IsFrameworkType("ValueEntry", KnownSymbols.Namespace);

    /// <summary>Returns what a value of a type is: <c>guard</c>.</summary>
    public static string Noun(ITypeSymbol type) => type switch
    {
        _ when type.IsLockGuard() => "guard",
        _ when type.IsValueScope() || type.IsValueEntry() => "scope",
        _ when IsLoop(type) => "loop",
        _ => "result",
    };

    /// <summary>Returns what a value of a type does until it is disposed: <c>holds 'Owner._lock'</c>.</summary>
    public static string Effect(ITypeSymbol type) => type switch
    {
        _ when type.IsLockGuard() => $"holds {LockOf(type)}",
        _ when type.IsValueScope() || type.IsValueEntry() => "keeps the value in memory",
        _ => "is in force",
    };

    /// <summary>Returns what it means that a value of a type is not disposed.</summary>
    public static string Omission(ITypeSymbol type) => type switch
    {
        _ when type.IsLockGuard() => $"nothing leaves {LockOf(type)}",
        _ when type.IsValueScope() => "nothing gives up the value, which is never freed",
        _ when IsLoop(type) => "nothing puts back or gives up what the loop has not reached",
        _ => "nothing gives up what it holds",
    };

    /// <summary>Returns how to dispose of a value of a type.</summary>
    public static string Remedy(ITypeSymbol type) => IsLoop(type) ? "write it into 'foreach', or make it the resource of 'using'" : "make it the resource of 'using'";

    /// <summary>Returns the lock that a guard holds, as messages name it.</summary>
    public static string LockOf(ITypeSymbol guard) => FieldOf(guard) is { } field ? $"'{field.InMessage()}'" : $"the lock of '{guard.ContainingType?.InMessage()}'";

    /// <summary>Returns the lock that a guard holds; null where it cannot be seen, such as a private one of another assembly.</summary>
    public static IFieldSymbol? FieldOf(ITypeSymbol guard)
    {
        if (guard.ContainingType is not { } owner)
        {
            return null;
        }

        var locks = OwnerLocks.Of(owner);
        return owner.OriginalDefinition.GetMembers().OfType<IFieldSymbol>().Where(head => locks.GuardOf(head)?.Type == guard.Name).Select(locks.LockOf).FirstOrDefault();
    }

    private static bool IsLoop(ITypeSymbol type) => type.GetMembers("MoveNext").Any();
}
