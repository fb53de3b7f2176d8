namespace IntrusiveLists;

/// <inheritdoc/>
internal sealed unsafe class ElementType<T> : ElementType
    where T : unmanaged
{
    private ElementType()
        : base(typeof(T))
    {
    }

    public static ElementType<T> Instance { get; } = new();

    /// <inheritdoc/>
    public override IntrusiveRecord Record => IntrusiveRecord.Of<T>();

    /// <inheritdoc/>
    public override object PointerTo(void* element) => new Ptr<T>((T*)element);

    /// <inheritdoc/>
    public override int IndexOfLinked(void* element) => IntrusiveRecord.Of<T>().Probe.IndexOfLinked(element);

    /// <inheritdoc/>
    public override bool IsDeferred(void* element) => IntrusiveRecord.Of<T>().Probe.IsDeferred(element);

    /// <inheritdoc/>
    public override void Release(void* element, int linked, ElementRelease? release)
    {
        if (release?.ActionFor<T>() is { } action)
        {
            action((T*)element);
        }
        else if (linked >= 0)
        {
            // The pool would refuse it too, unless it has been unlinked since: what it owns would be lost then.
            Throw.StillLinked<T>(Record.Nodes[linked].Name);
        }
        else if (PoolRegistry<T>.OwnerOf((T*)element) is { } pool)
        {
            pool.Free((T*)element);
        }
        else
        {
            Throw.NoPool((T*)element);
        }
    }
}
