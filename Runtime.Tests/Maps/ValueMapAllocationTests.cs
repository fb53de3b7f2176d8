using System;
using Xunit;

namespace IntrusiveLists.Tests.Maps;

/// <summary>What looks up, drains or removes allocates nothing; a new value is one small object and what the dictionary needs.</summary>
[Collection(SerialCollection.Name)]
public sealed class ValueMapAllocationTests
{
    private const int WarmUps = 3;
    private const int Elements = 100;

    [Fact]
    public void LookingUpAllocatesNothing() => Assert.Equal(0, Measure((map, _) =>
    {
        using ValueScope<Word> found = map.Find(1);
        using ValueScope<Word> again = map.GetOrAdd(1);
        found.Value.Key++;
    }));

    [Fact]
    public void RemovingAndDrainingAllocatesNothing() => Assert.Equal(0, Measure((map, _) => map.Remove(1)));

    [Fact]
    public void DrainingByALoopAllocatesNothing() => Assert.Equal(0, Measure((map, pool) =>
    {
        using ValueScope<Word> scope = map.Find(1);
        foreach (Ptr<Posting> posting in scope.Value.DrainPostings())
        {
            pool.Free(posting);
        }
    }));

    [Fact]
    public void ANewValueCostsTheSameWhateverItReplaces()
    {
        long added = Measure((map, _) => map.GetOrAdd(2).Dispose());
        long updated = Measure((map, _) => map.Update(1).Dispose());
        Assert.InRange(added, 1, 300);
        Assert.InRange(updated, 1, 300);
    }

    private static long Measure(Action<ValueMap<int, Word>, NativePool<Posting>> action)
    {
        long allocated = 0;
        for (int repetition = 0; repetition <= WarmUps; repetition++)
        {
            using var pool = new NativePool<Posting>();
            using var map = new ValueMap<int, Word>();
            using (ValueScope<Word> scope = map.GetOrAdd(1))
            {
                using Word.LockGuard guard = scope.Value.EnterLock();
                for (int element = 0; element < Elements; element++)
                {
                    guard.Postings.AddLast(pool.Allocate());
                }
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            action(map, pool);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return allocated;
    }
}
