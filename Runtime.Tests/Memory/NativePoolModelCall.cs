namespace IntrusiveLists.Tests.Memory;

/// <summary>What a random sequence consists of.</summary>
public enum NativePoolModelCall
{
    Allocate,
    Free,
    FreeAgain,
    FreeInside,
}
