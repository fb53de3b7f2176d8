using System;

namespace IntrusiveLists.Tests.Maps;

/// <summary>What can be done with a map of buckets. The keys are not 0.</summary>
internal abstract class SharedMap : IDisposable
{
    /// <summary>Uses the value for a key, or a new one.</summary>
    public abstract void GetOrAdd(int key, Action<Ptr<Bucket>> use);

    /// <summary>Uses the value for a key, if there is one.</summary>
    public abstract bool Find(int key, Action<Ptr<Bucket>> use);

    /// <summary>Puts a new value in the place of the one for a key.</summary>
    public abstract void Update(int key);

    public abstract bool Remove(int key);

    /// <summary>Uses every value.</summary>
    public abstract void ForEach(Action<int, Ptr<Bucket>> use);

    public abstract void Dispose();

    /// <summary>Gives back the memory, where disposing has not done so. No thread uses the map any more.</summary>
    public abstract void ReturnMemory();
}
