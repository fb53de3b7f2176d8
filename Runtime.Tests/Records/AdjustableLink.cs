namespace IntrusiveLists.Tests;

#pragma warning disable ILIST207 // Generated links are right; records are to find those that are not.

/// <summary>A link whose node lies where a test says.</summary>
internal readonly struct AdjustableLink<[AddressStable] T> : IListLink<T>
    where T : unmanaged
{
    public static nint NextOffset { get; set; }

    public nint Offset => NextOffset;

    public string NodeName => $"Node{NextOffset}";
}
