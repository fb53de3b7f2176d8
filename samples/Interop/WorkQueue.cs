using System.Runtime.InteropServices;
using IntrusiveLists;

namespace Interop;

/// <summary><c>struct work_queue</c>: each <c>struct list</c> is a head here, tagged with what it holds.</summary>
[StructLayout(LayoutKind.Sequential)]
internal partial struct WorkQueue
{
    public int Taken;

    [Contains(typeof(Job), nameof(Job.InQueue))]
    private ListHead _pending;

    [Contains(typeof(Job), nameof(Job.InQueue))]
    private ListHead _done;
}
