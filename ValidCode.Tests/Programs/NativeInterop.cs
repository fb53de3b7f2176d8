using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IntrusiveLists;

namespace Interop.Native;

/// <summary>The memory functions of the C library.</summary>
internal static unsafe partial class LibC
{
    [DllImport("libc", EntryPoint = "calloc")]
    internal static extern void* Allocate(nuint count, nuint size);

    [DllImport("libc", EntryPoint = "free")]
    internal static extern void Free(void* memory);

    [DllImport("libc", EntryPoint = "qsort")]
    internal static extern void Sort(void* first, nuint count, nuint size, delegate* unmanaged[Cdecl]<void*, void*, int> compare);
}

/// <summary>What a driver hands over: <c>struct request { long sector; struct list_head queue; int bytes; }</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
public partial struct DiskRequest
{
    public long Sector;
    public ListNode Queue;
    public int Bytes;
}

/// <summary>A device's state, shared with native code.</summary>
[StructLayout(LayoutKind.Explicit, Size = 64)]
public unsafe partial struct Device
{
    [FieldOffset(0)] public int Id;
    [FieldOffset(8)] public long Head;
    [FieldOffset(16)] public delegate* managed<Ptr<DiskRequest>, void> Completed;
    [FieldOffset(32)][Contains(typeof(DiskRequest), nameof(DiskRequest.Queue))] private ListHead _requests;

    public void Submit(DiskRequest* request) => Requests.AddLast(request);

    /// <summary>Sorts by the way that the arm takes: up from where it is, then from the start.</summary>
    public void Schedule()
    {
        long head = Head;
        Requests.Sort((left, right) => (left.Value.Sector < head, left.Value.Sector).CompareTo((right.Value.Sector < head, right.Value.Sector)));
    }

    public bool Merge(Ptr<DiskRequest> request)
    {
        Ptr<DiskRequest> previous = Requests.IsFirst(request) ? default : Requests.Previous(request);
        if (previous.IsNull || previous.Value.Sector + 1 != request.Value.Sector)
        {
            return false;
        }

        previous.Value.Bytes += request.Value.Bytes;
        Requests.Remove(request);
        return true;
    }

    public int Complete(int atMost)
    {
        int completed = 0;
        while (completed < atMost && Requests.TryRemoveFirst(out Ptr<DiskRequest> request))
        {
            Head = request.Value.Sector;
            Completed(request);
            completed++;
        }

        return completed;
    }
}

public static unsafe class Driver
{
    private static readonly List<long> s_completed = [];

    public static IReadOnlyList<long> Completed => s_completed;

    public static Device* Open(int id)
    {
        var device = (Device*)LibC.Allocate(1, (nuint)sizeof(Device));
        device->Id = id;
        device->Completed = &OnCompleted;
        return device;
    }

    public static void Close(ref Device* device)
    {
        device->Complete(int.MaxValue);
        LibC.Free(device);
        device = null;
    }

    public static Ptr<DiskRequest> Read(Device* device, long sector, int bytes = 512)
    {
        Ptr<DiskRequest> request = (DiskRequest*)LibC.Allocate(1, (nuint)Unsafe.SizeOf<DiskRequest>());
        request.Value.Sector = sector;
        request.Value.Bytes = bytes;
        device->Submit(request);
        return request;
    }

    /// <summary>Addresses may be sorted by native code, what they point at stays.</summary>
    public static long[] Sectors(scoped ReadOnlySpan<Ptr<DiskRequest>> requests)
    {
        Ptr<DiskRequest>* sorted = stackalloc Ptr<DiskRequest>[requests.Length];
        requests.CopyTo(new Span<Ptr<DiskRequest>>(sorted, requests.Length));
        LibC.Sort(sorted, (nuint)requests.Length, (nuint)sizeof(Ptr<DiskRequest>), &Compare);
        var sectors = new long[requests.Length];
        for (int index = 0; index < sectors.Length; index++)
        {
            sectors[index] = sorted[index].Value.Sector;
        }

        return sectors;
    }

    public static nint NodeOffset => Marshal.OffsetOf<DiskRequest>(nameof(DiskRequest.Queue));

    /// <summary>What a callback gets is the node; the attribute says whose.</summary>
    public static long SectorOf([NodeOf(typeof(DiskRequest), nameof(DiskRequest.Queue))] ListNode* node) => DiskRequest.QueueLink.ContainerOf(node).Value.Sector;

    public static long SectorThroughNode(Ptr<DiskRequest> request) => SectorOf(&request.Pointer->Queue);

    private static void OnCompleted(Ptr<DiskRequest> request)
    {
        s_completed.Add(request.Value.Sector);
        LibC.Free(request);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Compare(void* left, void* right) => (*(DiskRequest**)left)->Sector.CompareTo((*(DiskRequest**)right)->Sector);
}
