using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// The arguments of attributes.
/// </summary>
internal static class TypedConstants
{
    /// <summary>Returns the value of an argument; null for an array, of which <see cref="TypedConstant.Value"/> throws: an attribute may be another than its name says.</summary>
    public static object? Scalar(this TypedConstant constant) => constant.Kind == TypedConstantKind.Array ? null : constant.Value;
}
