using System;

namespace IntrusiveLists;

/// <summary>
/// Promises that a generic type or method leaves values of a type parameter where they are: it neither copies nor moves them.
/// </summary>
/// <remarks>
/// <para>
/// Types that hold a list head or node may stand for such a type parameter only, or for one that is used with <see cref="IListLink{T}"/> (ILIST103).
/// In return the analyzers watch over values of the parameter's type as over heads and nodes themselves.
/// A promise of a method holds for what overrides and implements it, too.
/// </para>
/// <para>The kernel has no counterpart: C has no type parameters.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.GenericParameter)]
public sealed class AddressStableAttribute : Attribute
{
}
