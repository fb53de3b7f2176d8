using System;
using Xunit;

namespace IntrusiveLists.Tests.Arrays;

public sealed class ArrayRecordTests
{
    [Fact]
    public void ARecordKnowsAnArrayOfHeads()
    {
        HeadRecord slots = Assert.Single(IntrusiveRecord.Of<ItemWheel>().Heads);
        Assert.Equal((8, ItemSlots.Length), (slots.Offset, slots.Count));
        Assert.Equal("_slots @ 8: 4 heads of Item through Node @ 8", slots.ToString());
    }

    [Fact]
    public void ARecordPrintsItselfForAReader() => Assert.Equal(
        $"JobWheel: 56 bytes{Environment.NewLine}  Lock @ 0: ListLock{Environment.NewLine}  _slots @ 8: 3 heads of Job through Node @ 8, guarded by Lock",
        IntrusiveRecord.Of<JobWheel>().ToString());
}
