using System;
using IntrusiveLists.Tests.Maps;
using Xunit;

namespace IntrusiveLists.Tests.Hooks;

/// <summary>The hooks see what they are for.</summary>
public sealed unsafe class FreeMemoryTests
{
    private const int SlotSize = 32;

    [Fact]
    public void AReadOfFreedMemoryFindsPoison()
    {
        using var pool = new NativePool<Entry>();
        Ptr<Entry> entry = pool.Allocate();
        entry.Value.Stamp = 1;
        pool.Free(entry);
        Assert.Equal(FreeMemory.Poison, *(byte*)&entry.Pointer->Stamp);
    }

    [Fact]
    public void AWriteToFreedMemoryIsFoundWhenItIsReused()
    {
        using var pool = new NativePool<Entry>();
        Ptr<Entry> entry = pool.Allocate();
        pool.Free(entry);
        entry.Value.Stamp = 1;
        Assert.Contains("was written", Assert.Throws<InvalidOperationException>(() => pool.Allocate()).Message);
    }

    [Fact]
    public void MemoryThatWasNeverUsedIsFreeToo()
    {
        using var pool = new NativePool<Entry>();
        Ptr<Entry> first = pool.Allocate();
        ((byte*)first.Pointer)[SlotSize + sizeof(Entry) - 1] = 1;
        Assert.Contains("was written", Assert.Throws<InvalidOperationException>(() => pool.Allocate()).Message);
    }

    [Fact]
    public void WhatIsHandedOutIsCounted()
    {
        int slabs = FreeMemory.LiveSlabs;
        int slots = FreeMemory.LiveSlots;
        var pool = new NativePool<Entry>();
        Ptr<Entry> entry = pool.Allocate();
        pool.Allocate();
        Assert.Equal((slabs + 1, slots + 2), (FreeMemory.LiveSlabs, FreeMemory.LiveSlots));
        pool.Free(entry);
        pool.Dispose();
        Assert.Equal((slabs, slots + 1), (FreeMemory.LiveSlabs, FreeMemory.LiveSlots));
    }
}
