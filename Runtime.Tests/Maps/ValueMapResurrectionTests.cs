using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using IntrusiveLists.Tests.Memory;
using Xunit;

namespace IntrusiveLists.Tests.Maps;

/// <summary>A map that a finalizer brings back, together with what threads that have ended had to themselves.</summary>
[Collection(nameof(Alone))]
public sealed class ValueMapResurrectionTests
{
    private static ValueMap<int, Word>? _broughtBack;

    [Fact]
    public void HandsNoValueOutTwice()
    {
        // It becomes unreachable twice, so that all finalizers have run that would give the values of the first thread back.
        Threads.RunAndEnd(Abandon);
        for (int times = 0; times < 2; times++)
        {
            _broughtBack = null;
            Threads.FinalizeEnded();
            Assert.NotNull(_broughtBack);
        }

        // The first of these threads has the stack of the one that ended.
        ValueMap<int, Word> map = _broughtBack!;
        var addresses = new List<nint>();
        Threads.RunAndEnd(() => addresses.Add(Add(map, -1)));
        Threads.RunAndEnd(() => addresses.AddRange(Enumerable.Range(0, 200).Select(key => Add(map, key))));
        Assert.Equal(addresses.Count, addresses.Distinct().Count());
    }

    private static void Abandon()
    {
        var phoenix = new Phoenix();
        for (int round = 0; round < 5_000; round++)
        {
            Add(phoenix.Map, 0);
            phoenix.Map.Remove(0);
        }
    }

    private static unsafe nint Add(ValueMap<int, Word> map, int key)
    {
        using ValueScope<Word> scope = map.GetOrAdd(key);
        return (nint)Unsafe.AsPointer(ref scope.Value);
    }

    private sealed class Phoenix
    {
        ~Phoenix()
        {
            _broughtBack = Map;
            GC.ReRegisterForFinalize(this);
        }

        public ValueMap<int, Word> Map { get; } = new();
    }
}
