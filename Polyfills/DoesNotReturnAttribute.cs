namespace System.Diagnostics.CodeAnalysis;

/// <summary>
/// Tells the compiler that a method throws, for which netstandard2.0 has no attribute.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DoesNotReturnAttribute : Attribute
{
}
