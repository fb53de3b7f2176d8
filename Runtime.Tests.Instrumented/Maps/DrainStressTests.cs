using System.Linq;
using System.Threading;
using IntrusiveLists.Tests.Memory;
using Xunit;

namespace IntrusiveLists.Tests.Maps;

/// <summary>One thread drains a list outside its lock while another asks for the same elements under it, in hardened mode.</summary>
public sealed class DrainStressTests
{
    private const int Rounds = 100_000;
    private const int Count = 16;

    [Fact]
    public void ADetachedElementNeverLooksCorrupted()
    {
        using var buckets = new NativePool<Bucket>();
        using var entries = new NativePool<Entry>();
        Ptr<Bucket> bucket = buckets.Allocate();
        Ptr<Entry>[] all = Enumerable.Range(0, Count).Select(_ => entries.Allocate()).ToArray();
        int handedOut = 0;
        int unlinked = 0;
        bool ended = false;
        Threads.Run(2, thread =>
        {
            if (thread == 0)
            {
                for (int round = 0; round < Rounds || (Volatile.Read(ref unlinked) == 0 && round < 100 * Rounds); round++)
                {
                    AddFree(bucket, all);
                    handedOut += Drain(bucket);
                }

                Volatile.Write(ref ended, true);
            }

            while (!Volatile.Read(ref ended))
            {
                unlinked += Unlink(bucket, all);
            }
        });

        Assert.True(handedOut > 0 && unlinked > 0, $"{handedOut} handed out, {unlinked} unlinked");
    }

    // Only this thread links: what is free now stays so.
    private static void AddFree(Ptr<Bucket> bucket, Ptr<Entry>[] all)
    {
        using Bucket.LockGuard guard = bucket.Value.EnterLock();
        foreach (Ptr<Entry> entry in all.Where(entry => !Entry.NodeLink.IsLinked(entry)))
        {
            guard.Entries.AddLast(entry);
        }
    }

    private static int Drain(Ptr<Bucket> bucket)
    {
        int count = 0;
        foreach (Ptr<Entry> _ in bucket.Value.DrainEntries())
        {
            count++;
        }

        return count;
    }

    private static int Unlink(Ptr<Bucket> bucket, Ptr<Entry>[] all)
    {
        using Bucket.LockGuard guard = bucket.Value.EnterLock();
        int count = 0;
        foreach (Ptr<Entry> entry in all)
        {
            count += guard.Entries.TryRemove(entry) ? 1 : 0;
        }

        return count;
    }
}
