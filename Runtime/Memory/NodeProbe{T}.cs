using System.Runtime.CompilerServices;
using System.Threading;

namespace IntrusiveLists;

/// <summary>
/// The probe of one type.
/// </summary>
internal static class NodeProbe<T>
    where T : unmanaged
{
    private static NodeProbe? _current;

    /// <summary>Gets the probe for the record as it stands: an assembly that is loaded later can add nodes.</summary>
    public static NodeProbe Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var record = IntrusiveRecord.Of<T>();
            NodeProbe? probe = Volatile.Read(ref _current);
            return probe?.Record == record ? probe : Renew(record);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NodeProbe Renew(IntrusiveRecord record)
    {
        var probe = new NodeProbe(record);
        Volatile.Write(ref _current, probe);
        return probe;
    }
}
