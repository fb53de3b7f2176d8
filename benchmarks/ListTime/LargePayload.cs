using System.Runtime.InteropServices;

namespace IntrusiveLists.Benchmarks;

/// <summary>What an element of 256 bytes holds apart from its node.</summary>
[StructLayout(LayoutKind.Sequential, Size = 240)]
internal struct LargePayload : IPayload
{
    public long Key { get; set; }
}
