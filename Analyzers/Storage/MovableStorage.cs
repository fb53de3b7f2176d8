using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Words what is reported of a place that does not keep the address of what it holds (ILIST103).
/// </summary>
internal static class MovableStorage
{
    /// <summary>Reports a place.</summary>
    /// <param name="bound">Knows why the type is address-bound.</param>
    /// <param name="location">Where the place is.</param>
    /// <param name="name">The field, variable or type concerned.</param>
    /// <param name="type">The type of what it holds.</param>
    /// <param name="movement">Why it does not stay there.</param>
    /// <param name="mend">What to write instead.</param>
    public static Diagnostic Report(BoundTypes bound, Location location, string name, ITypeSymbol type, string movement, string mend) =>
        Diagnostic.Create(DiagnosticDescriptors.MovableStorage, location, name, bound.Explain(type), movement, mend);

    /// <summary>Returns what to keep in a place that moves.</summary>
    public static string MendOf(ITypeSymbol type) => type switch
    {
        _ when type.IsListHead() => "use a PinnedListHead",
        _ when type.IsListHeadArray() => "make it a field of a struct, and use a Ptr of that",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => MendOf(nullable.TypeArguments[0]),
        { IsUnmanagedType: true } => $"use a Ptr<{type.InMessage()}>",
        _ => "keep it in a local variable, and hand it on by reference",
    };
}
