namespace System;

/// <summary>What the tests use of the type that newer frameworks have.</summary>
internal static class NativeIntegerExtensions
{
    extension(nint)
    {
        public static nint MinValue => IntPtr.Size == sizeof(int) ? int.MinValue : unchecked((nint)long.MinValue);

        public static nint MaxValue => ~nint.MinValue;
    }
}
