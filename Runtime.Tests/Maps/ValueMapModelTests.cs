using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using CsCheck;
using Xunit;

namespace IntrusiveLists.Tests.Maps;

/// <summary>Random sequences on one thread against a dictionary, with scopes that stay open over whatever happens to their values.</summary>
public sealed unsafe class ValueMapModelTests
{
    private const int ScopeCount = 3;

    private static readonly Gen<(Step Step, int Key, int Scope)[]> Sequences =
        Gen.Select(Gen.Enum<Step>(), Gen.Int[1, 4], Gen.Int[0, ScopeCount - 1]).Array[0, 60];

    private enum Step
    {
        Find,
        GetOrAdd,
        Update,
        Close,
        Add,
        RemoveFirst,
        Remove,
        Clear,
        Enumerate,
        Dispose,
    }

    [Fact]
    public void AgreesWithADictionary() => Sequences.Sample(Run, iter: 3000);

    private static void Run((Step Step, int Key, int Scope)[] sequence)
    {
        using var pool = new NativePool<Posting>();
        var freed = new List<long>();
        using var map = new ValueMap<int, Word>(new ElementRelease().Add<Posting>(posting =>
        {
            freed.Add(posting.Value.Number);
            pool.Free(posting);
        }));
        var model = new MapModel();
        var scopes = default(Scopes);
        long number = 0;
        foreach ((Step step, int key, int index) in sequence)
        {
            Apply(step, key, index, map, pool, model, ref scopes, ref number);
            Assert.Equal(model.TakeFreed(), freed);
            freed.Clear();
            Check(map, model, ref scopes);
        }

        for (int index = 0; index < ScopeCount; index++)
        {
            model.Close(index);
            scopes[index].Dispose();
        }

        Assert.Equal(model.TakeFreed(), freed);
    }

    private static void Apply(
        Step step, int key, int index, ValueMap<int, Word> map, NativePool<Posting> pool, MapModel model, ref Scopes scopes, ref long number)
    {
        switch (step)
        {
            case Step.Find or Step.GetOrAdd or Step.Update:
                model.Close(index);
                scopes[index].Dispose();
                Open(step, key, map, model, ref scopes[index], index);
                break;
            case Step.Close:
                model.Close(index);
                scopes[index].Dispose();
                break;
            case Step.Add when scopes[index].HasValue:
                Ptr<Posting> added = pool.Allocate();
                added.Value.Number = ++number;
                model.Scopes[index]!.Numbers.Add(number);
                using (Word.LockGuard guard = scopes[index].Value.EnterLock())
                {
                    guard.Postings.AddLast(added);
                }

                break;
            case Step.RemoveFirst when scopes[index].HasValue && model.Scopes[index]!.Numbers.Count > 0:
                using (Word.LockGuard guard = scopes[index].Value.EnterLock())
                {
                    Ptr<Posting> first = guard.Postings.RemoveFirst();
                    Assert.Equal(model.Scopes[index]!.Numbers[0], first.Value.Number);
                    pool.Free(first);
                }

                model.Scopes[index]!.Numbers.RemoveAt(0);
                break;
            case Step.Remove:
                Assert.Equal(model.Remove(key), map.Remove(key));
                break;
            case Step.Clear:
                // One at a time: the order in which a map clears is its own.
                foreach (int present in model.Keys)
                {
                    Assert.Equal(model.Remove(present), map.Remove(present));
                }

                map.Clear();
                break;
            case Step.Dispose when key == 1:
                foreach (int present in model.Keys)
                {
                    Assert.Equal(model.Remove(present), map.Remove(present));
                }

                map.Dispose();
                model.IsDisposed = true;
                break;
        }
    }

    private static void Open(Step step, int key, ValueMap<int, Word> map, MapModel model, ref ValueScope<Word> scope, int index)
    {
        if (model.IsDisposed && step != Step.Find)
        {
            Assert.Throws<ObjectDisposedException>(() => (step == Step.Update ? map.Update(key) : map.GetOrAdd(key)).Dispose());
            return;
        }

        scope = step switch
        {
            Step.Find => map.Find(key),
            Step.GetOrAdd => map.GetOrAdd(key),
            _ => map.Update(key),
        };
        model.Open(index, key, add: step != Step.Find, replace: step == Step.Update);
        if (scope.HasValue)
        {
            Assert.Equal(model.Scopes[index]!.IsUsed ? key : 0, scope.Value.Key);
            scope.Value.Key = key;
            model.Scopes[index]!.IsUsed = true;
        }
    }

    private static void Check(ValueMap<int, Word> map, MapModel model, ref Scopes scopes)
    {
        Assert.Equal(model.Keys.Length, map.Count);
        Assert.Equal(model.Keys.Length == 0, map.IsEmpty);
        for (int index = 0; index < ScopeCount; index++)
        {
            Assert.Equal(model.Scopes[index] is not null, scopes[index].HasValue);
            if (scopes[index].HasValue)
            {
                Assert.Equal(model.Scopes[index]!.Numbers, Numbers(ref scopes[index].Value));
            }
        }

        var keys = new List<int>();
        foreach (ValueEntry<int, Word> entry in map)
        {
            keys.Add(entry.Key);
            Assert.Equal(entry.Key, entry.Value.Key);
            Assert.Equal(model[entry.Key].Numbers, Numbers(ref entry.Value));
        }

        Assert.Equal(model.Keys.Order(), keys.Order());
    }

    private static long[] Numbers(ref Word word)
    {
        using Word.LockGuard guard = word.EnterLock();
        return [.. guard.Postings.ToArray().Select(posting => posting.Value.Number)];
    }

    private ref struct Scopes
    {
        private ValueScope<Word> _first;
        private ValueScope<Word> _second;
        private ValueScope<Word> _third;

        [UnscopedRef]
        public ref ValueScope<Word> this[int index]
        {
            get
            {
                switch (index)
                {
                    case 0:
                        return ref _first;
                    case 1:
                        return ref _second;
                    default:
                        return ref _third;
                }
            }
        }
    }
}
