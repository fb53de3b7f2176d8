using IntrusiveLists.Tests.Locks;

namespace IntrusiveLists.Tests.Arrays;

/// <summary>An owner of a guarded array of heads.</summary>
public partial struct JobWheel
{
    public ListLock Lock;

    [Contains(typeof(Job), nameof(Job.Node))]
    private JobSlots _slots;
}
