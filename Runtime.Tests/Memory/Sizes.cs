using System.Runtime.InteropServices;

namespace IntrusiveLists.Tests.Memory;

/// <summary>Element types by size.</summary>
public static class Sizes
{
    /// <summary>Has padding, which must be zeroed too.</summary>
    public struct Padded
    {
        public byte Byte;
        public long Word;
    }

    [StructLayout(LayoutKind.Sequential, Size = 17)]
    public struct Of17Bytes
    {
        public byte First;
    }

    [StructLayout(LayoutKind.Sequential, Size = 40)]
    public struct Of40Bytes
    {
        public byte First;
    }

    [StructLayout(LayoutKind.Sequential, Size = 256)]
    public struct Of256Bytes
    {
        public byte First;
    }

    [StructLayout(LayoutKind.Sequential, Size = 3_000)]
    public struct Of3000Bytes
    {
        public byte First;
    }

    [StructLayout(LayoutKind.Sequential, Size = 64 * 1024)]
    public struct Of64Kilobytes
    {
        public byte First;
    }

    [StructLayout(LayoutKind.Sequential, Size = 100 * 1024)]
    public struct Of100Kilobytes
    {
        public byte First;
    }
}
