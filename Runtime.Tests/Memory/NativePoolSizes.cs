namespace IntrusiveLists.Tests.Memory;

/// <summary>The sizes that <see cref="NativePoolSizeTests{T}"/> run for.</summary>
public static class NativePoolSizes
{
    public sealed class Byte : NativePoolSizeTests<byte>;

    public sealed class Word : NativePoolSizeTests<nint>;

    public sealed class Padded : NativePoolSizeTests<Sizes.Padded>;

    public sealed class Bytes17 : NativePoolSizeTests<Sizes.Of17Bytes>;

    public sealed class Bytes40 : NativePoolSizeTests<Sizes.Of40Bytes>;

    public sealed class Bytes256 : NativePoolSizeTests<Sizes.Of256Bytes>;

    public sealed class Bytes3000 : NativePoolSizeTests<Sizes.Of3000Bytes>;

    public sealed class Kilobytes64 : NativePoolSizeTests<Sizes.Of64Kilobytes>;

    public sealed class Kilobytes100 : NativePoolSizeTests<Sizes.Of100Kilobytes>;
}
