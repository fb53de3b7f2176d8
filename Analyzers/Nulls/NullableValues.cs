using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Looks through <see cref="System.Nullable{T}"/>, which is what <c>owner?.Ready.First</c> yields.
/// </summary>
internal static class NullableValues
{
    /// <summary>Returns the type of the value in a nullable, and any other type itself.</summary>
    public static ITypeSymbol? WithoutNullable(this ITypeSymbol? type) => type.IsNullable() ? ((INamedTypeSymbol)type!).TypeArguments[0] : type;

    public static bool IsNullable(this ITypeSymbol? type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    /// <summary>Returns the nullable whose value an operation takes: <c>first.Value</c>, <c>first.GetValueOrDefault()</c>.</summary>
    public static IOperation? NullableOf(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Value", Instance: { } instance } when instance.Type.IsNullable() => instance,
        IInvocationOperation { TargetMethod.Name: "GetValueOrDefault", Arguments.IsEmpty: true, Instance: { } instance } when instance.Type.IsNullable() => instance,
        _ => null,
    };

    /// <summary>Returns whether an operation is the null of a class or a nullable, rather than the element that is null.</summary>
    public static bool IsNothing(IOperation operation) =>
        (operation.Type is null or { IsReferenceType: true } || operation.Type.IsNullable())
        && (operation is IConversionOperation { OperatorMethod: null } conversion ? IsNothing(conversion.Operand) : operation is IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } });
}
