using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// An address-bound type argument, and the type parameter that promises nothing about it.
/// </summary>
/// <param name="Index">The place of the argument among the arguments.</param>
/// <param name="Parameter">The type parameter.</param>
/// <param name="Type">The argument.</param>
internal sealed record RejectedArgument(int Index, ITypeParameterSymbol Parameter, ITypeSymbol Type)
{
    /// <summary>Gets why an address would not last.</summary>
    public string Movement => this switch
    {
        { IsOfNullable: true } => $"'{Type.InMessage()}?' only hands out copies of it",
        { IsOfTuple: true } => "a tuple is copied as a whole",
        { IsOfArrayAllocation: true } => "the garbage collector moves arrays that are not allocated with the constant pinned: true",
        _ => $"'{Owner.InMessage()}' does not promise to leave a '{Parameter.Name}' where it is",
    };

    /// <summary>Gets what to write instead.</summary>
    public string Mend => this switch
    {
        { IsOfNullable: true, Type.IsUnmanagedType: true } => $"use a Ptr<{Type.InMessage()}>, which can be null",
        { IsOfTuple: true } => $"use a struct with fields, or {MovableStorage.MendOf(Type)}",
        { IsOfArrayAllocation: true } => "pass pinned: true",
        _ when !Parameter.DeclaringSyntaxReferences.IsEmpty => $"mark '{Parameter.Name}' [AddressStable] if it does, or {MovableStorage.MendOf(Type)}",
        _ => MovableStorage.MendOf(Type),
    };

    private ISymbol Owner => Parameter.ContainingSymbol;

    private bool IsOfNullable => Parameter.DeclaringType?.SpecialType == SpecialType.System_Nullable_T;

    private bool IsOfTuple => Parameter.DeclaringType?.IsFrameworkType("ValueTuple", "System") == true;

    private bool IsOfArrayAllocation => Parameter.DeclaringMethod is { } method && FrameworkPromises.IsArrayAllocation(method);
}
