using System.Runtime.InteropServices;
using System.Threading;
using IntrusiveLists;

namespace Nesting.@class.@event;

public partial interface IOuter<T>
{
    private partial class Middle<U>
        where U : unmanaged
    {
        private partial struct @struct
        {
            internal U Value;
            private ListNode @new;
            internal ListNode m_other;

            // Older compilers warn of a field that nothing writes.
            internal void Set(U value) => Value = value;
        }

        private partial struct Owner
        {
            [Contains(typeof(IOuter<>.Middle<>.@struct), "new")] private ListHead @base;
            [Contains(node: "m_other", element: typeof(IOuter<>.Middle<>.@struct), Name = "Rest")] private ListHead m_others;

            internal readonly bool IsEmpty => @base.IsEmpty && m_others.IsEmpty;
        }
    }
}

[StructLayout(LayoutKind.Explicit, Size = 64)]
public partial struct Packet
{
    [FieldOffset(0)] public long Header;
    [FieldOffset(0)] public int Length;
    [FieldOffset(8)] public ListNode Node;
    [FieldOffset(24)] public unsafe fixed byte Payload[40];
}

public partial struct Link
{
    public SpinLock Lock;
    [Contains(typeof(Packet), nameof(Packet.Node))] public ListHead Sent;
    [Contains(typeof(Packet), nameof(Packet.Node), Lock = nameof(Lock))] public ListHead Received;
}

public partial class Device
{
    private SpinLock _lock = new(enableThreadOwnerTracking: false);
    [Contains(typeof(Packet), nameof(Packet.Node))] private readonly PinnedListHead _packets = new();

    public void Send(Ptr<Packet> packet)
    {
        LockGuard guard = EnterLock();
        try
        {
            guard.Packets.AddLast(packet);
        }
        finally
        {
            guard.Dispose();
        }
    }
}
