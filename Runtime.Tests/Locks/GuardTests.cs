using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntrusiveLists.Tests.Memory;
using Xunit;

namespace IntrusiveLists.Tests.Locks;

/// <summary>Generated guards and drain loops, for every kind of owner and lock. The static owner has one list for all tests, which leave it empty.</summary>
public sealed class GuardTests : IDisposable
{
    private const int Size = 5;

    private readonly Arena _arena = new(2 * Size * Arena.SizeOf<Job>());
    private readonly Ptr<Job>[] _jobs;

    public GuardTests()
    {
        _jobs = _arena.Allocate<Job>(2 * Size);
        for (int key = 0; key < _jobs.Length; key++)
        {
            _jobs[key].Value.Key = key;
        }
    }

    public static TheoryData<string> Kinds => [.. Owners.Keys];

    private static Dictionary<string, Func<GuardedOwner>> Owners { get; } = new()
    {
        [nameof(ListLock)] = () => new StructOwner(),
        [nameof(SpinLock)] = () => new SpinLockOwner(),
        ["class"] = () => new ClassOwner(),
        [nameof(Lock)] = () => new ThreadingLockOwner(),
        [nameof(Monitor)] = () => new MonitorOwner(),
        ["second lock"] = () => new SecondLockOwner(),
        ["static"] = () => new StaticOwner(),
    };

    public void Dispose() => _arena.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void OneThreadAtATimeHasTheList(string kind) => Use(kind, owner =>
    {
        const int Rounds = 20_000;
        int count = 0;
        Threads.Run(2, thread =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                owner.Locked(list =>
                {
                    count++;
                    list.AddLast(_jobs[thread]);
                });
                owner.Locked(list => list.Remove(_jobs[thread]));
            }
        });
        Assert.Equal(2 * Rounds, count);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnExceptionLeavesTheLock(string kind) => Use(kind, owner =>
    {
        Assert.Throws<CallbackException>(() => owner.Locked(_ => throw new CallbackException()));
        Threads.Run(1, _ => owner.Locked(list => Assert.True(list.IsEmpty)));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ReentryIsRefusedWhereTheLockDoesSo(string kind) => Use(kind, owner =>
    {
        bool entered = false;
        Exception? exception = Record.Exception(() => owner.Locked(_ => owner.Locked(_ => entered = true)));
        Assert.Equal(owner.IsReentrant, entered);
        Assert.Equal(owner.IsReentrant ? null : typeof(LockRecursionException), exception?.GetType());
        Threads.Run(1, _ => owner.Locked(list => Assert.True(list.IsEmpty)));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ADrainHandsOutEveryElementInOrderAndUnlinked(string kind) => Use(kind, owner =>
    {
        for (int size = 0; size <= Size; size++)
        {
            Fill(owner, size);
            var keys = new List<int>();
            owner.Drain(job =>
            {
                ListAssert.Unlinked<Job, Job.NodeLink>(job);
                keys.Add(job.Value.Key);
                return true;
            });
            Assert.Equal(Enumerable.Range(0, size), keys);
            Expect(owner);
        }
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void LeavingADrainPutsTheRestBackInFront(string kind) => Use(kind, owner =>
    {
        for (int place = 0; place < Size; place++)
        {
            Fill(owner, Size);
            owner.Drain(job =>
            {
                owner.Locked(list => list.AddLast(job));
                return job != _jobs[place];
            });
            Expect(owner, [.. Enumerable.Range(place + 1, Size - place - 1), .. Enumerable.Range(0, place + 1)]);
            Clear(owner);
        }
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnExceptionPutsTheRestBackInFront(string kind) => Use(kind, owner =>
    {
        for (int place = 0; place < Size; place++)
        {
            Fill(owner, Size);
            Assert.Throws<CallbackException>(() => owner.Drain(job => job == _jobs[place] ? throw new CallbackException() : true));
            Expect(owner, [.. Enumerable.Range(place + 1, Size - place - 1)]);
            Clear(owner);
        }
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TheBodyHasNoLockAndOthersSeeTheListEmpty(string kind) => Use(kind, owner =>
    {
        Fill(owner, Size);
        owner.Drain(_ =>
        {
            Threads.Run(1, _ => owner.Locked(list =>
            {
                Assert.True(list.IsEmpty);
                Assert.DoesNotContain(true, _jobs.Select(Job.NodeLink.IsLinked));
            }));
            return true;
        });
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void WhatIsStillToComeCanNeitherBeRemovedNorAdded(string kind) => Use(kind, owner =>
    {
        Fill(owner, Size);
        int handedOut = 0;
        owner.Drain(job =>
        {
            handedOut++;
            foreach (Ptr<Job> other in _jobs.Take((job.Value.Key + 1)..Size))
            {
                owner.Locked(list => Assert.False(list.TryRemove(other)));
                InvalidOperationException added = Assert.Throws<InvalidOperationException>(() => owner.Locked(list => list.AddLast(other)));
                Assert.Contains("'Job' is being drained from a list through 'Node'", added.Message);
                InvalidOperationException removed = Assert.Throws<InvalidOperationException>(() => owner.Locked(list => list.Remove(other)));
                Assert.Contains("is not on a list", removed.Message);
            }

            return true;
        });
        Assert.Equal(Size, handedOut);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void WhatIsAddedMeanwhileIsNotPartOfTheLoop(string kind) => Use(kind, owner =>
    {
        Fill(owner, Size);
        var keys = new List<int>();
        owner.Drain(job =>
        {
            keys.Add(job.Value.Key);
            owner.Locked(list => list.AddLast(_jobs[Size + job.Value.Key]));
            return true;
        });
        Assert.Equal(Enumerable.Range(0, Size), keys);
        Expect(owner, [.. Enumerable.Range(Size, Size)]);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ADrainInADrainTakesWhatWasAddedMeanwhile(string kind) => Use(kind, owner =>
    {
        Fill(owner, Size);
        var keys = new List<int>();
        owner.Drain(job =>
        {
            owner.Locked(list => list.AddLast(_jobs[Size + job.Value.Key]));
            owner.Drain(inner =>
            {
                keys.Add(inner.Value.Key);
                return true;
            });
            keys.Add(job.Value.Key);
            return true;
        });
        Assert.Equal(Enumerable.Range(0, Size).SelectMany(key => new[] { Size + key, key }), keys);
        Expect(owner);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void LeavingADrainInADrainPutsBothRestsBack(string kind) => Use(kind, owner =>
    {
        Fill(owner, 3);
        owner.Drain(_ =>
        {
            owner.Locked(list => list.AddLast(_jobs[Size]));
            owner.Locked(list => list.AddLast(_jobs[Size + 1]));
            owner.Drain(_ => false);
            return false;
        });
        Expect(owner, 1, 2, Size + 1);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ADrainUnderTheGuardIsRefusedWhereTheLockDoesSo(string kind) => Use(kind, owner =>
    {
        Fill(owner, Size);
        Exception? exception = Record.Exception(() => owner.Locked(_ => owner.Drain(_ => true)));
        Assert.Equal(owner.IsReentrant ? null : typeof(LockRecursionException), exception?.GetType());
        Expect(owner, owner.IsReentrant ? [] : [.. Enumerable.Range(0, Size)]);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void AWalkFindsThatItsListIsBeingDrained(int place)
    {
        // Monitor lets the thread that walks enter again.
        var queue = new TwoLockJobQueue();
        using TwoLockJobQueue.GateGuard guard = queue.EnterGate();
        foreach (Ptr<Job> job in _jobs.Take(Size))
        {
            guard.Waiting.AddLast(job);
        }

        IntrusiveList<Job, Job.NodeLink>.Enumerator walk = guard.Waiting.GetEnumerator();
        for (int passed = 0; passed <= place; passed++)
        {
            Assert.True(walk.MoveNext());
        }

        InvalidOperationException? exception = null;
        foreach (Ptr<Job> _ in queue.DrainWaiting())
        {
            try
            {
                walk.MoveNext();
            }
            catch (InvalidOperationException thrown)
            {
                exception = thrown;
            }

            break;
        }

        Assert.Contains("removed the next 'Job'", exception?.Message);
        Assert.Equal(Size - 1, guard.Waiting.Count());
    }

    [Fact]
    public void TheLocksOfOneOwnerAreIndependent()
    {
        var queue = new TwoLockJobQueue();
        using TwoLockJobQueue.GateGuard gate = queue.EnterGate();
        gate.Waiting.AddLast(_jobs[0]);
        using TwoLockJobQueue.LockGuard running = queue.EnterLock();
        running.Running.AddLast(_jobs[1]);
        Assert.Equal(_jobs[0], gate.Waiting.RemoveFirst());
        Assert.Equal(_jobs[1], running.Running.RemoveFirst());
    }

    private static void Clear(GuardedOwner owner) => owner.Locked(list => list.Clear());

    private void Use(string kind, Action<GuardedOwner> test)
    {
        using GuardedOwner owner = Owners[kind]();
        try
        {
            test(owner);
        }
        finally
        {
            Clear(owner);
        }
    }

    private void Fill(GuardedOwner owner, int size) => owner.Locked(list =>
    {
        foreach (Ptr<Job> job in _jobs.Take(size))
        {
            list.AddLast(job);
        }
    });

    private void Expect(GuardedOwner owner, params int[] keys) =>
        owner.Locked(list => ListAssert.Holds(list, [.. keys.Select(key => _jobs[key])], _jobs));
}
