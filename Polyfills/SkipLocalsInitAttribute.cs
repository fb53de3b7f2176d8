namespace System.Runtime.CompilerServices;

/// <summary>
/// Tells the compiler not to have the memory of local variables cleared, which netstandard2.0 has no attribute for.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SkipLocalsInitAttribute : Attribute
{
}
