using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IntrusiveLists;

namespace Interop;

[StructLayout(LayoutKind.Sequential)]
public partial struct Request
{
    public nint Handle;
    public Guid Id;
    public ListNode Pending;
}

[StructLayout(LayoutKind.Sequential)]
public partial struct Queue
{
    [Contains(typeof(Request), nameof(Request.Pending))] private ListHead _pending;
    private unsafe delegate* unmanaged[Cdecl]<Request*, void> _completed;

    [UnmanagedCallersOnly(CallConvs = new[] { typeof(CallConvCdecl) })]
    public static unsafe void Submit(Queue* queue, Request* request) => queue->Pending.AddLast(request);

    [UnmanagedCallersOnly]
    public static unsafe Request* Next(Queue* queue) => queue->Pending.TryRemoveFirst(out Ptr<Request> request) ? request : null;

    public static unsafe Request* FromNode([NodeOf(typeof(Request), nameof(Request.Pending))] ListNode* node) => Request.PendingLink.ContainerOf(node);

    public static unsafe Queue* Create(delegate* unmanaged[Cdecl]<Request*, void> completed)
    {
        Queue* queue = (Queue*)NativeMemory.AllocZeroed((nuint)sizeof(Queue));
        queue->_completed = completed;
        return queue;
    }

    public unsafe void Complete()
    {
        foreach (Ptr<Request> request in Pending.Drain())
        {
            _completed(request);
        }
    }

    public Ptr<Request>[] Snapshot() => Pending.ToArray();

    public static int Size => Unsafe.SizeOf<Queue>() + Marshal.SizeOf<Request>();
}
