using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Runtime.CompilerServices;
using IntrusiveLists.Tests.Memory;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>The head of a class owner outlives the owner's finalizer, with elements on the list and without.</summary>
[Collection(SerialCollection.Name)]
public sealed class OwnerFinalizerTests
{
    private const int Owners = 200;

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void FinalizerOfAnOwnerUsesItsList(int elements)
    {
        using var arena = new Arena(Owners * 3 * Arena.SizeOf<Item>());
        var drained = new ConcurrentQueue<int>();
        Threads.RunAndEnd(() => Abandon(arena, elements, drained.Enqueue));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal(Enumerable.Repeat(elements, Owners), drained);
    }

    // Not inlined: no local of the caller may hold an owner.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Abandon(Arena arena, int elements, Action<int> drained)
    {
        for (int index = 0; index < Owners; index++)
        {
            var owner = new FinalizedOwner(drained);
            foreach (Ptr<Item> element in arena.Allocate<Item>(elements))
            {
                owner.Items.AddLast(element);
            }

            // Used, also where it is empty again: such a head holds its own address.
            owner.Items.RotateLeft();
            if (elements == 0)
            {
                Ptr<Item> element = arena.Allocate<Item>();
                owner.Items.AddLast(element);
                owner.Items.Remove(element);
            }
        }
    }
}
