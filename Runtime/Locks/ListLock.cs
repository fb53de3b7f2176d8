using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace IntrusiveLists;

/// <summary>
/// A spin lock of 4 bytes that lies beside the heads that it guards. The zeroed lock is free. The kernel's <c>struct bpf_spin_lock</c>.
/// </summary>
/// <remarks>
/// <para>
/// The heads that it guards have no list properties: their lists are reached through the generated <c>EnterLock()</c>, whose guard releases the lock when it is disposed.
/// The members below are for what lies beside the lists.
/// </para>
/// <para>
/// It holds the number of the thread that has entered it: entering it again on that thread, which would wait forever, and leaving it on another one throw.
/// Waiting spins (<see cref="SpinWait"/>), first on the processor, then with ever longer sleeps; it is not fair. It is meant for a few writes, not for waiting, allocation, or code of others.
/// A copy of it guards nothing.
/// </para>
/// </remarks>
public struct ListLock
{
    private const int Free = 0;

    // The managed id of the thread that has entered, which is never 0.
    private int _holder;

    /// <summary>Gets whether some thread has entered the lock. O(1); outdated at once, unless it is this one.</summary>
    public readonly bool IsHeld => Holder != Free;

    /// <summary>Gets whether this thread has entered the lock. O(1).</summary>
    public readonly bool IsHeldByCurrentThread => Holder == Environment.CurrentManagedThreadId;

    private readonly int Holder => Volatile.Read(ref Unsafe.AsRef(in _holder));

    /// <summary>Enters the lock; waits while another thread has it. The kernel's <c>bpf_spin_lock</c>.</summary>
    /// <exception cref="LockRecursionException">This thread has entered it already.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter()
    {
        Instrumentation.Yield("entering a lock");
        int thread = Environment.CurrentManagedThreadId;
        if (Interlocked.CompareExchange(ref _holder, thread, Free) != Free)
        {
            Wait(thread);
        }
    }

    /// <summary>Enters the lock if it is free. O(1).</summary>
    /// <returns>Whether this thread has entered it now.</returns>
    public bool TryEnter() => Interlocked.CompareExchange(ref _holder, Environment.CurrentManagedThreadId, Free) == Free;

    /// <summary>Leaves the lock. O(1). The kernel's <c>bpf_spin_unlock</c>.</summary>
    /// <exception cref="SynchronizationLockException">This thread has not entered it.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit()
    {
        if (_holder != Environment.CurrentManagedThreadId)
        {
            Throw.LockNotHeld();
        }

        Volatile.Write(ref _holder, Free);
        Instrumentation.Yield("left a lock");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Wait(int thread)
    {
        if (Holder == thread)
        {
            Throw.LockReentered();
        }

        var spinner = default(SpinWait);
        do
        {
            while (IsHeld)
            {
                Instrumentation.Wait();
                spinner.SpinOnce();
            }
        }
        while (Interlocked.CompareExchange(ref _holder, thread, Free) != Free);
    }
}
