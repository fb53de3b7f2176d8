namespace IntrusiveLists.Tests;

/// <summary>The operands of one operation, by number.</summary>
/// <param name="Target">The list that the operation is called on.</param>
/// <param name="Other">Another list.</param>
/// <param name="First">The first element operand, or <see cref="None"/>.</param>
/// <param name="Second">The second element operand, or <see cref="None"/>.</param>
internal readonly record struct Call(int Target, int Other, int First = Call.None, int Second = Call.None)
{
    public const int None = -1;
}
