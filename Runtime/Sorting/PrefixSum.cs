using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>What the sorts that distribute items make of the lengths of their parts.</summary>
internal static unsafe class PrefixSum
{
    /// <summary>Replaces the length of each part by where it starts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ToStarts(int* lengths, int count)
    {
        int start = 0;
        for (int part = 0; part < count; part++)
        {
            int length = lengths[part];
            lengths[part] = start;
            start += length;
        }
    }
}
