using System.Runtime.CompilerServices;
using System.Threading;

namespace IntrusiveLists;

/// <summary>
/// The record of one type, which grows when an assembly registers a link.
/// </summary>
/// <remarks>No lock: a provider is foreign code, and may well run a module initializer that registers a link itself.</remarks>
internal static unsafe class RecordRegistry<T>
    where T : unmanaged
{
    private static IntrusiveRecord? _current;

    /// <summary>Gets the record as it stands.</summary>
    public static IntrusiveRecord Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(ref _current) ?? Create();
    }

    /// <summary>Gets the record as it stands, of a type whose record was asked for before.</summary>
    public static IntrusiveRecord Known
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(ref _current)!;
    }

    /// <summary>Adds the node of a link.</summary>
    public static void Add<TLink>()
        where TLink : unmanaged, IListLink<T>
    {
        IntrusiveRecord before;
        IntrusiveRecord after;
        do
        {
            before = Current;
            var builder = new IntrusiveRecordBuilder(typeof(T), sizeof(T), before.Fields);
            builder.AddNode<T, TLink>();
            after = builder.Build();
        }
        while (Interlocked.CompareExchange(ref _current, after, before) != before);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IntrusiveRecord Create()
    {
        var builder = new IntrusiveRecordBuilder(typeof(T), sizeof(T), []);
        if (default(T) is INodeProvider nodes)
        {
            nodes.DescribeNodes(builder);
        }

        if (default(T) is IHeadProvider heads)
        {
            heads.DescribeHeads(builder);
        }

        IntrusiveRecord created = builder.Build();
        return Interlocked.CompareExchange(ref _current, created, null) ?? created;
    }
}
