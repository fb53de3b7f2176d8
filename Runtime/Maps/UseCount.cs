using System.Threading;

namespace IntrusiveLists;

/// <summary>
/// How many use something. A count that has come to 0 never rises again: whoever brought it there has the thing to itself.
/// </summary>
/// <param name="count">How many use it to begin with.</param>
internal struct UseCount(int count)
{
    private int _count = count;

    /// <summary>Counts one more, unless there is none left.</summary>
    public bool TryAdd()
    {
        int count = Volatile.Read(ref _count);
        while (count > 0)
        {
            Instrumentation.Yield("acquire");
            int found = Interlocked.CompareExchange(ref _count, checked(count + 1), count);
            if (found == count)
            {
                return true;
            }

            count = found;
        }

        return false;
    }

    /// <summary>Counts one less.</summary>
    /// <returns>Whether it was the last one.</returns>
    public bool Remove()
    {
        Instrumentation.Yield("release");
        return Interlocked.Decrement(ref _count) == 0;
    }
}
