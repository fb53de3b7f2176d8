using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests.Scheduling;

/// <summary>The scheduler visits what it says, and reports what it finds.</summary>
public sealed class ExplorerTests
{
    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 4)]
    [InlineData(5, 6)]
    public void VisitsEveryOrderWithinTheBoundOnce(int preemptions, int orders)
    {
        var seen = new List<string>();
        int count = Explorer.Run(
            () =>
            {
                var steps = new List<char>();
                return new Interleaving([() => Walk(steps, 'a'), () => Walk(steps, 'b')], () => seen.Add(string.Concat(steps)));
            },
            preemptions);

        Assert.Equal(orders, seen.Distinct().Count());
        Assert.Equal(seen.Count, count);
    }

    [Fact]
    public void FindsALostUpdateAndPrintsItsSchedule()
    {
        ScheduleFailedException exception = Assert.Throws<ScheduleFailedException>(() => Explorer.Run(
            () =>
            {
                int sum = 0;
                void Increment()
                {
                    int read = sum;
                    Instrumentation.Yield("between read and write");
                    sum = read + 1;
                }

                return new Interleaving([Increment, Increment], () => Assert.Equal(2, sum));
            },
            preemptions: 1));
        Assert.Contains("between read and write", exception.Message);
    }

    [Fact]
    public void FindsADeadlock()
    {
        ScheduleFailedException exception = Assert.Throws<ScheduleFailedException>(() => Explorer.Run(
            () =>
            {
                var left = new Gate();
                var right = new Gate();
                return new Interleaving([() => EnterBoth(left, right), () => EnterBoth(right, left)], () => { });
            },
            preemptions: 1));
        Assert.Contains("Deadlock", exception.Message);
    }

    [Fact]
    public void AWaitThatEndsIsNoDeadlock()
    {
        int count = Explorer.Run(
            () =>
            {
                var left = new Gate();
                var right = new Gate();
                return new Interleaving([() => EnterBoth(left, right), () => EnterBoth(left, right), () => EnterBoth(left, right)], () => { });
            },
            preemptions: 2);
        Assert.True(count > 10, $"{count} schedules");
    }

    [Fact]
    public void FindsALoopWithoutEnd() => Assert.Contains(
        "no end",
        Assert.Throws<ScheduleFailedException>(() => Explorer.Run(() => new Interleaving([Spin, Spin], () => { }), preemptions: 0)).Message);

    [Fact]
    public void AnExceptionOfOneThreadEndsAll()
    {
        ScheduleFailedException exception = Assert.Throws<ScheduleFailedException>(() => Explorer.Run(
            () => new Interleaving([() => throw new InvalidOperationException("thrown"), Spin], () => { }),
            preemptions: 1));
        Assert.Equal("thrown", exception.InnerException?.Message);
    }

    private static void Walk(List<char> steps, char name)
    {
        steps.Add(name);
        Instrumentation.Yield("step");
        steps.Add(name);
    }

    private static void Spin()
    {
        while (true)
        {
            Instrumentation.Yield("spinning");
        }
    }

    private static void EnterBoth(Gate first, Gate second)
    {
        first.Lock.Enter();
        second.Lock.Enter();
        second.Lock.Exit();
        first.Lock.Exit();
    }

    private sealed class Gate
    {
        public ListLock Lock;
    }
}
