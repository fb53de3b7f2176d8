using System;
using IntrusiveLists;

namespace Consumer
{
    public partial struct Job
    {
        public int Number;
        public ListNode Queue;
        public ListNode Late;
    }

    // Not partial: its link is in the namespace of links, and is registered.
    public struct Plain
    {
        public int Number;
        public ListNode Node;
    }

#if !NETSTANDARD
    // C# 7.3 has no unmanaged types with type arguments.
    public partial struct Pair<T>
        where T : unmanaged
    {
        public T Value;
        public ListNode Node;
    }

    public partial class Pairs
    {
        [Contains(typeof(Pair<long>), nameof(Pair<long>.Node))] private readonly PinnedListHead _list = new PinnedListHead();

        public long Run()
        {
            using (var pool = new NativePool<Pair<long>>())
            {
                Ptr<Pair<long>> pair = pool.Allocate();
                pair.Value.Value = long.MaxValue;
                List.AddLast(pair);
                Ptr<ListNode> node = Pair<long>.NodeLink.NodeOf(pair);
                long value = Pair<long>.NodeLink.ContainerOf(node).Value.Value;
                Pair<long>.NodeLink.Unlink(pair);
                return value;
            }
        }
    }
#endif

    public partial struct Word
    {
        private ListLock _lock;
        [Contains(typeof(Job), nameof(Job.Late))] private ListHead _postings;
    }

    public partial class Scheduler
    {
        [Contains(typeof(Job), nameof(Job.Queue))] private readonly PinnedListHead _jobs = new PinnedListHead();
        [Contains(typeof(Plain), nameof(Plain.Node))] private static readonly PinnedListHead s_plains = new PinnedListHead();
    }

    /// <summary>Every kind of generated code, in C# 7.3.</summary>
    public static class Lists
    {
        public static string Run()
        {
#if NETSTANDARD
            IntrusiveLists.Links.Registration_NetStandardLibrary.Register();
            string pairs = "";
#else
            string pairs = "pairs " + new Pairs().Run() + ", ";
#endif
            return "jobs " + Jobs() + ", " + pairs + "plains " + Plains() + ", drained " + Drained() + ", hardened " + IsHardened();
        }

        private static int Jobs()
        {
            var scheduler = new Scheduler();
            using (var pool = new NativePool<Job>())
            {
                for (int number = 1; number <= 3; number++)
                {
                    Ptr<Job> job = pool.Allocate();
                    job.Value.Number = number;
                    scheduler.Jobs.AddFirst(job);
                }

                int digits = 0;
                while (scheduler.Jobs.TryRemoveFirst(out Ptr<Job> job))
                {
                    digits = (digits * 10) + job.Value.Number;
                    pool.Free(job);
                }

                return digits;
            }
        }

        private static string Plains()
        {
            using (var pool = new NativePool<Plain>())
            {
                Ptr<Plain> plain = pool.Allocate();
                Scheduler.Plains.AddLast(plain);
                Scheduler.Plains.Remove(plain);
                pool.Free(plain);
                return IntrusiveRecord.Of<Plain>().Nodes[0].ToString();
            }
        }

        private static int Drained()
        {
            using (var pool = new NativePool<Job>())
            using (var words = new ValueMap<string, Word>(new ElementRelease()))
            {
                ValueScope<Word> word = words.GetOrAdd("word");
                try
                {
                    Word.LockGuard guard = word.Value.EnterLock();
                    try
                    {
                        guard.Postings.AddLast(pool.Allocate());
                    }
                    finally
                    {
                        guard.Dispose();
                    }

                    // C# 7.3 has no foreach over what is disposed of and no IDisposable.
                    int count = 0;
                    Word.LockGuard.PostingsDrain drain = word.Value.DrainPostings();
                    try
                    {
                        while (drain.MoveNext())
                        {
                            pool.Free(drain.Current);
                            count++;
                        }
                    }
                    finally
                    {
                        drain.Dispose();
                    }

                    return count;
                }
                finally
                {
                    word.Dispose();
                }
            }
        }

        // The second job is zeroed on its list, as stray writes do: its neighbours still point at it.
        private static bool IsHardened()
        {
            var scheduler = new Scheduler();
            using (var pool = new NativePool<Job>())
            {
                Ptr<Job> first = pool.Allocate();
                Ptr<Job> second = pool.Allocate();
                scheduler.Jobs.AddLast(first);
                scheduler.Jobs.AddLast(second);
                second.Initialize();
                try
                {
                    scheduler.Jobs.Remove(first);
                    return false;
                }
                catch (ListCorruptedException)
                {
                    return true;
                }
            }
        }
    }
}
