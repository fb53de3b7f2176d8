using System;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// Turns keys that are numbers into unsigned ones that are ordered alike, and equal where the keys are.
/// </summary>
/// <remarks>Every test of the type is a constant where it is compiled.</remarks>
internal static class NumericKey<TKey>
{
    /// <summary>Gets whether the keys are integers or floating-point numbers.</summary>
    public static bool IsNumeric => IsSigned || IsUnsigned || IsFloating;

    private static bool IsSigned => typeof(TKey) == typeof(int) || typeof(TKey) == typeof(long) || typeof(TKey) == typeof(short) || typeof(TKey) == typeof(sbyte) || typeof(TKey) == typeof(nint);

    private static bool IsUnsigned => typeof(TKey) == typeof(uint) || typeof(TKey) == typeof(ulong) || typeof(TKey) == typeof(ushort) || typeof(TKey) == typeof(byte)
        || typeof(TKey) == typeof(nuint) || typeof(TKey) == typeof(char);

    private static bool IsFloating => typeof(TKey) == typeof(double) || typeof(TKey) == typeof(float)
#if NET
        || typeof(TKey) == typeof(Half)
#endif
        ;

    /// <summary>Returns the number that stands for a key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Order(TKey key) => IsFloating ? Order(ToDouble(key)) : IsSigned ? Order(ToSigned(key)) : ToUnsigned(key);

    private static ulong Order(long key) => (ulong)(key ^ long.MinValue);

    // NaN comes before all others, as in double.CompareTo, whatever its bits; the sum makes the negative zero a positive one.
    private static ulong Order(double key)
    {
        if (double.IsNaN(key))
        {
            return 0;
        }

        long bits = BitConverter.DoubleToInt64Bits(key + 0.0);
        return (ulong)(bits ^ ((bits >> 63) | long.MinValue));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ToDouble(TKey key)
    {
#if NET
        if (typeof(TKey) == typeof(Half))
        {
            return (double)Unsafe.As<TKey, Half>(ref key);
        }
#endif
        return typeof(TKey) == typeof(float) ? Unsafe.As<TKey, float>(ref key) : Unsafe.As<TKey, double>(ref key);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long ToSigned(TKey key) =>
        typeof(TKey) == typeof(int) ? Unsafe.As<TKey, int>(ref key)
        : typeof(TKey) == typeof(short) ? Unsafe.As<TKey, short>(ref key)
        : typeof(TKey) == typeof(sbyte) ? Unsafe.As<TKey, sbyte>(ref key)
        : typeof(TKey) == typeof(nint) ? Unsafe.As<TKey, nint>(ref key)
        : Unsafe.As<TKey, long>(ref key);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ToUnsigned(TKey key) =>
        typeof(TKey) == typeof(uint) ? Unsafe.As<TKey, uint>(ref key)
        : typeof(TKey) == typeof(ushort) ? Unsafe.As<TKey, ushort>(ref key)
        : typeof(TKey) == typeof(byte) ? Unsafe.As<TKey, byte>(ref key)
        : typeof(TKey) == typeof(char) ? Unsafe.As<TKey, char>(ref key)
        : typeof(TKey) == typeof(nuint) ? Unsafe.As<TKey, nuint>(ref key)
        : Unsafe.As<TKey, ulong>(ref key);
}
