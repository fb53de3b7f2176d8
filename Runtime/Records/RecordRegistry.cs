using System.Threading;

namespace IntrusiveLists;

/// <summary>
/// The record of one type, which grows when an assembly registers a link.
/// </summary>
internal static unsafe class RecordRegistry<T>
    where T : unmanaged
{
    private static readonly object Gate = new();
    private static IntrusiveRecord? _current;

    /// <summary>Gets the record as it stands.</summary>
    public static IntrusiveRecord Current => Volatile.Read(ref _current) ?? Create();

    /// <summary>Adds the node of a link.</summary>
    public static void Add<TLink>()
        where TLink : unmanaged, IListLink<T>
    {
        lock (Gate)
        {
            var builder = new IntrusiveRecordBuilder(typeof(T), sizeof(T), Current.Nodes);
            builder.AddNode<T, TLink>();
            Volatile.Write(ref _current, builder.Build());
        }
    }

    private static IntrusiveRecord Create()
    {
        lock (Gate)
        {
            if (_current == null)
            {
                var builder = new IntrusiveRecordBuilder(typeof(T), sizeof(T), []);
                if (default(T) is IRecordProvider provider)
                {
                    provider.Describe(builder);
                }

                Volatile.Write(ref _current, builder.Build());
            }

            return _current!;
        }
    }
}
