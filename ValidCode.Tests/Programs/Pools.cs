using System;
using IntrusiveLists;

namespace Pools;

public partial struct Buffer
{
    public int Length;
    public ListNode Node;
}

public partial struct Pair<TFirst, TSecond>
    where TFirst : unmanaged
    where TSecond : unmanaged, Enum
{
    public TFirst First;
    public TSecond Second;
    public ListNode Node;
}

/// <summary>An object pool whose lists differ by type argument; heads in a base class and in a derived one.</summary>
public abstract partial class Pool
{
    [Contains(typeof(Buffer), nameof(Buffer.Node))] protected readonly PinnedListHead _idle = new();

    protected Ptr<Buffer> Rent(NativePool<Buffer> memory) => Idle.TryRemoveLast(out Ptr<Buffer> buffer) ? buffer : memory.Allocate();

    protected void Return(Ptr<Buffer> buffer) => Idle.AddLast(buffer);
}

public sealed partial class PairPool<TFirst> : Pool
    where TFirst : unmanaged
{
    [Contains(typeof(Pair<int, DayOfWeek>), nameof(Pair<int, DayOfWeek>.Node))] private readonly PinnedListHead _days = new();
    [Contains(typeof(Pair<long, ConsoleColor>), nameof(Pair<long, ConsoleColor>.Node))] private readonly PinnedListHead _colours = new();

    public PairPool() => Days.Clear();

    public int Trim(int count)
    {
        while (count > 0 && Days.TryRemoveFirst(out _))
        {
            count--;
        }

        Colours.Reverse();
        return Colours.Count() + Idle.Count();
    }
}
