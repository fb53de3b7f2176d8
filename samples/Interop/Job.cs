using System.Runtime.InteropServices;
using IntrusiveLists;

namespace Interop;

/// <summary><c>struct job</c>: its <c>struct list</c> is a node here.</summary>
[StructLayout(LayoutKind.Sequential)]
internal partial struct Job
{
    public int Number;
    public ListNode InQueue;
}
