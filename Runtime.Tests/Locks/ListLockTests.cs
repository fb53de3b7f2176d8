using System;
using System.Runtime.CompilerServices;
using System.Threading;
using IntrusiveLists.Tests.Memory;
using Xunit;

namespace IntrusiveLists.Tests.Locks;

public sealed class ListLockTests
{
    [Fact]
    public void TakesFourBytes() => Assert.Equal(4, Unsafe.SizeOf<ListLock>());

    [Fact]
    public void TheZeroedLockIsFree()
    {
        var box = new Box();
        Assert.False(box.Lock.IsHeld);
        Assert.False(box.Lock.IsHeldByCurrentThread);
    }

    [Fact]
    public void AnEnteredLockIsHeldByTheThreadThatEntered()
    {
        var box = new Box();
        box.Lock.Enter();
        Assert.True(box.Lock.IsHeld);
        Assert.True(box.Lock.IsHeldByCurrentThread);
        Threads.Run(1, _ => Assert.Equal((true, false), (box.Lock.IsHeld, box.Lock.IsHeldByCurrentThread)));
        box.Lock.Exit();
        Assert.False(box.Lock.IsHeld);
    }

    [Fact]
    public void ReentryThrowsAndChangesNothing()
    {
        var box = new Box();
        box.Lock.Enter();
        Assert.Throws<LockRecursionException>(box.Enter);
        Assert.True(box.Lock.IsHeldByCurrentThread);
        box.Lock.Exit();
        Assert.False(box.Lock.IsHeld);
    }

    [Fact]
    public void LeavingAFreeLockThrows()
    {
        var box = new Box();
        Assert.Throws<SynchronizationLockException>(box.Exit);
        Assert.False(box.Lock.IsHeld);
    }

    [Fact]
    public void LeavingTheLockOfAnotherThreadThrowsAndChangesNothing()
    {
        var box = new Box();
        box.Lock.Enter();
        Threads.Run(1, _ => Assert.Throws<SynchronizationLockException>(box.Exit));
        Assert.True(box.Lock.IsHeldByCurrentThread);
        box.Lock.Exit();
    }

    [Fact]
    public void TryEnterEntersAFreeLockAlone()
    {
        var box = new Box();
        Assert.True(box.Lock.TryEnter());
        Assert.True(box.Lock.IsHeldByCurrentThread);
        Assert.False(box.Lock.TryEnter());
        Threads.Run(1, _ => Assert.False(box.Lock.TryEnter()));
        Assert.True(box.Lock.IsHeldByCurrentThread);
        box.Lock.Exit();
        Threads.Run(1, _ => Assert.True(box.Lock.TryEnter()));
    }

    [Fact]
    public void WaitsUntilTheLockIsLeft()
    {
        var box = new Box();
        box.Lock.Enter();
        bool entered = false;
        Thread thread = Threads.Start(() =>
        {
            box.Lock.Enter();
            Volatile.Write(ref entered, true);
            box.Lock.Exit();
        });
        Assert.False(thread.Join(TimeSpan.FromMilliseconds(50)));
        Assert.False(Volatile.Read(ref entered));
        box.Lock.Exit();
        Assert.True(thread.Join(TimeSpan.FromSeconds(30)));
        Assert.True(Volatile.Read(ref entered));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OneThreadAtATimeIsInside(bool tries)
    {
        const int ThreadCount = 4;
        const int Rounds = 50_000;
        var box = new Box();
        Threads.Run(ThreadCount, _ =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                while (tries && !box.Lock.TryEnter())
                {
                    Thread.Yield();
                }

                if (!tries)
                {
                    box.Lock.Enter();
                }

                box.Count++;
                box.Lock.Exit();
            }
        });
        Assert.Equal(ThreadCount * Rounds, box.Count);
    }

    private sealed class Box
    {
        public ListLock Lock;

        public int Count { get; set; }

        public void Enter() => Lock.Enter();

        public void Exit() => Lock.Exit();
    }
}
