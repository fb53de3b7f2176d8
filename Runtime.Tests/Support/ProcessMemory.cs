using System.Diagnostics;

namespace IntrusiveLists.Tests;

/// <summary>The memory of this process.</summary>
internal static class ProcessMemory
{
    /// <summary>Gets how much of it is in use, in bytes. <see cref="System.Environment.WorkingSet"/> answers 0 on some frameworks.</summary>
    public static long WorkingSet
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.WorkingSet64;
        }
    }
}
