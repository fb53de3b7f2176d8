namespace System.Diagnostics.CodeAnalysis;

/// <summary>
/// Tells the compiler that an argument is not null when the method returns a certain value, which netstandard2.0 has no attribute for.
/// </summary>
/// <param name="returnValue">That value.</param>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    /// <summary>Gets the value.</summary>
    public bool ReturnValue { get; } = returnValue;
}
