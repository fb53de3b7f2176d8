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
    public override bool IsLinked(void* element) => NodeProbe<T>.Current.IndexOfLinked(element) >= 0;

    /// <inheritdoc/>
    public override void Release(void* element, ElementRelease? release)
    {
        if (release?.ActionFor<T>() is { } action)
        {
            action((T*)element);
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
