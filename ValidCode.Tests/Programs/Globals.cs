using System.Runtime.CompilerServices;
using System.Threading;
using IntrusiveLists;

namespace Globals;

public partial struct Module
{
    public int Id;
    private ListNode _modules;

    public readonly bool IsLoaded => _modules.IsLinked;
}

/// <summary>Static heads, at fixed addresses and pinned.</summary>
public static partial class Modules
{
    private static readonly object s_lock = new();
    [FixedAddressValueType]
    [Contains(typeof(Module), "_modules", Lock = nameof(s_lock))] private static ListHead s_loaded;
    [Contains(typeof(Module), "_modules")] private static readonly PinnedListHead s_unloading = new();
    private static int s_count;

    public static void Load(Ptr<Module> module)
    {
        using (LockGuard guard = EnterLock())
        {
            guard.Loaded.AddLast(module);
            module.Value.Id = Interlocked.Increment(ref s_count);
        }
    }

    public static void Unload(Ptr<Module> module)
    {
        lock (s_lock)
        {
            Unloading.MoveToLast(module);
        }
    }

    public static bool IsEmpty => s_loaded.IsEmpty && s_unloading.IsEmpty;
}
