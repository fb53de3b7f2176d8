namespace System;

/// <summary>What the tests use of the type that newer frameworks have.</summary>
internal static class UnsignedNativeIntegerExtensions
{
    extension(nuint)
    {
        public static nuint MinValue => 0;

        public static nuint MaxValue => ~nuint.MinValue;
    }
}
