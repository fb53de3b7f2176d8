namespace System;

/// <summary>
/// What the compiler makes of <c>[^1]</c>, which netstandard2.0 lacks.
/// </summary>
internal readonly struct Index
{
    private readonly int _value;
    private readonly bool _fromEnd;

    /// <summary>Creates an index from the start or from the end.</summary>
    public Index(int value, bool fromEnd = false)
    {
        _value = value;
        _fromEnd = fromEnd;
    }

    /// <summary>Returns the index from the start, in a sequence of a length.</summary>
    public int GetOffset(int length) => _fromEnd ? length - _value : _value;
}
