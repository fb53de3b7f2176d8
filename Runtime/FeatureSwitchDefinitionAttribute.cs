// The trimmer knows this attribute by its full name; the frameworks that this assembly is built for do not have it yet.
namespace System.Diagnostics.CodeAnalysis;

/// <summary>Tells the trimmer that a property reads an <see cref="AppContext"/> switch.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
internal sealed class FeatureSwitchDefinitionAttribute(string switchName) : Attribute
{
    /// <summary>Gets the name of the switch.</summary>
    public string SwitchName { get; } = switchName;
}
