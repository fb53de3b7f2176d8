using System;

namespace IntrusiveLists.Tests.Maps;

/// <summary>The library's map.</summary>
internal sealed unsafe class LibraryMap(ElementRelease release) : SharedMap
{
    private readonly ValueMap<int, Bucket> _map = new(release);

    public override void GetOrAdd(int key, Action<Ptr<Bucket>> use)
    {
        using ValueScope<Bucket> scope = _map.GetOrAdd(key);
        use(Address(ref scope.Value));
    }

    public override bool Find(int key, Action<Ptr<Bucket>> use)
    {
        using ValueScope<Bucket> scope = _map.Find(key);
        if (scope.HasValue)
        {
            use(Address(ref scope.Value));
        }

        return scope.HasValue;
    }

    public override void Update(int key)
    {
        using ValueScope<Bucket> scope = _map.Update(key);
        Address(ref scope.Value).Value.Key = key;
    }

    public override bool Remove(int key) => _map.Remove(key);

    public override void ForEach(Action<int, Ptr<Bucket>> use)
    {
        foreach (ValueEntry<int, Bucket> entry in _map)
        {
            use(entry.Key, Address(ref entry.Value));
        }
    }

    public override void Dispose() => _map.Dispose();

    public override void ReturnMemory()
    {
    }

    private static Ptr<Bucket> Address(ref Bucket value)
    {
        fixed (Bucket* address = &value)
        {
            return address;
        }
    }
}
