namespace IntrusiveLists;

/// <summary>A part of an array that is to be sorted.</summary>
internal readonly struct Stretch(int start, int end, bool isSorted)
{
    public readonly int Start = start;
    public readonly int End = end;

    /// <summary>Whether it is a run: each item follows the one before it.</summary>
    public readonly bool IsSorted = isSorted;
}
