using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Xunit;
using Xunit.Sdk;

namespace IntrusiveLists.Tests.Maps;

/// <summary>Threads that do everything at the same time to one map, a bounded number of times.</summary>
public sealed class MapStressTests
{
    private const int ThreadCount = 4;
    private const int Rounds = 200_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Few keys: the threads meet often.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(40)]
    public void NothingIsLostFreedTwiceOrUsedAfterwards(int keys)
    {
        var fixture = new MapFixture();
        Worker[] workers = Enumerable.Range(0, ThreadCount).Select(seed => new Worker(fixture, keys, seed)).ToArray();
        Run(workers);
        Assert.InRange(fixture.Allocated, ThreadCount * Rounds / 3, ThreadCount * Rounds);
        fixture.Close();
    }

    private static void Run(Worker[] workers)
    {
        Thread[] threads = workers.Select(worker => Memory.Threads.Start(worker.Run)).ToArray();
        var clock = Stopwatch.StartNew();
        bool ended = threads.All(thread => thread.Join(TimeSpan.FromTicks(Math.Max(0, (Patience - clock.Elapsed).Ticks))));
        Exception? failure = workers.Select(worker => worker.Failure).FirstOrDefault(failure => failure is not null);
        if (failure is not null || !ended)
        {
            string dump = string.Join(Environment.NewLine, workers.Select(worker => worker.ToString()));
            throw new XunitException($"{failure?.ToString() ?? "The threads do not end."}{Environment.NewLine}{dump}");
        }
    }

    private sealed class Worker(MapFixture fixture, int keys, int seed)
    {
        private readonly Random _random = new(seed);
        private volatile string _doing = "nothing yet";
        private volatile int _round;

        public Exception? Failure { get; private set; }

        public void Run()
        {
            try
            {
                for (_round = 0; _round < Rounds; _round++)
                {
                    Step(1 + _random.Next(keys));
                }
            }
            catch (Exception exception)
            {
                Failure = exception;
            }
        }

        public override string ToString() => $"Thread {seed}, round {_round}: {_doing}";

        private void Step(int key)
        {
            int choice = _random.Next(100);
            _doing = $"choice {choice} for key {key}";
            switch (choice)
            {
                case < 40:
                    fixture.GetOrAdd(key, fixture.Add);
                    break;
                case < 55:
                    fixture.Find(key, TakeFirst);
                    break;
                case < 65:
                    fixture.Find(key, MoveFirstToLast);
                    break;
                case < 75:
                    fixture.Find(key, bucket => Drain(bucket, limit: choice % 3));
                    break;
                case < 80:
                    fixture.Find(key, MapFixture.Walk);
                    break;
                case < 82:
                    fixture.ForEach();
                    break;
                case < 90:
                    fixture.Map.Update(key);
                    break;
                default:
                    fixture.Map.Remove(key);
                    break;
            }
        }

        private void TakeFirst(Ptr<Bucket> bucket)
        {
            Ptr<Entry> entry;
            using (Bucket.LockGuard guard = bucket.Value.EnterLock())
            {
                guard.Entries.TryRemoveFirst(out entry);
            }

            if (!entry.IsNull)
            {
                Free(bucket, entry);
            }
        }

        private static void MoveFirstToLast(Ptr<Bucket> bucket)
        {
            using Bucket.LockGuard guard = bucket.Value.EnterLock();
            if (!guard.Entries.IsEmpty)
            {
                guard.Entries.MoveToLast(guard.Entries.First);
            }
        }

        private void Drain(Ptr<Bucket> bucket, int limit)
        {
            foreach (Ptr<Entry> entry in bucket.Value.DrainEntries())
            {
                Free(bucket, entry);
                if (limit-- == 0)
                {
                    break;
                }
            }
        }

        private void Free(Ptr<Bucket> bucket, Ptr<Entry> entry)
        {
            Assert.Equal(bucket.Value.Key, entry.Value.Stamp);
            fixture.Free(entry);
        }
    }
}
