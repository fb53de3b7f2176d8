using System.Runtime.InteropServices;

namespace IntrusiveLists.Benchmarks;

/// <summary>What an element of 32 bytes holds apart from its node.</summary>
[StructLayout(LayoutKind.Sequential, Size = 16)]
internal struct SmallPayload : IPayload
{
    public long Key { get; set; }
}
