using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntrusiveLists.Benchmarks;

/// <summary>
/// The programs that are compiled: the same at every run.
/// </summary>
internal static class Sources
{
    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.Latest);

    /// <summary>Returns files that have nothing to do with intrusive lists.</summary>
    public static IEnumerable<SyntaxTree> Ordinary(int files) => Enumerable.Range(0, files).Select(index => Parse($$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        namespace Shop.Part{{index}};

        public readonly record struct Price(decimal Amount, string Currency)
        {
            public static Price operator +(Price left, Price right) => left with { Amount = left.Amount + right.Amount };
        }

        public sealed record Product(int Id, string Name, Price Price, IReadOnlyList<string> Labels);

        public interface IStore
        {
            bool TryFind(int id, out Product product);
        }

        public sealed class Store(IEnumerable<Product> products) : IStore
        {
            private readonly Dictionary<int, Product> _byId = products.ToDictionary(product => product.Id);

            public event Action<Product>? Sold;

            public int Count => _byId.Count;

            public bool TryFind(int id, out Product product) => _byId.TryGetValue(id, out product!);

            public Price Total(params int[] ids)
            {
                Price total = default;
                foreach (int id in ids)
                {
                    if (!TryFind(id, out Product product))
                    {
                        throw new KeyNotFoundException($"There is no product {id}.");
                    }

                    total += product.Price;
                    Sold?.Invoke(product);
                }

                return total;
            }

            public IEnumerable<(string Label, int Count)> CountLabels() =>
                from product in _byId.Values
                from label in product.Labels
                group product by label into labelled
                orderby labelled.Count() descending
                select (labelled.Key, labelled.Count());

            public string Describe(int id) => TryFind(id, out Product product)
                ? product switch
                {
                    { Price.Amount: 0 } => $"{product.Name} is free",
                    { Labels: [var first, ..], Price: var (amount, currency) } => $"{product.Name} ({first}) costs {amount} {currency}",
                    _ => product.Name,
                }
                : "nothing";

            public int[] Bucket(int size)
            {
                var buckets = new int[size];
                for (int index = 0; index < buckets.Length; index++)
                {
                    try
                    {
                        buckets[index] = _byId.Keys.Count(id => id % buckets.Length == index);
                    }
                    catch (OverflowException)
                    {
                        buckets[index] = -1;
                    }
                }

                return buckets;
            }
        }
        """));

    /// <summary>Returns files that each declare an element, two heads, and what is done with them.</summary>
    public static IEnumerable<SyntaxTree> Lists(int files) => Enumerable.Range(0, files).Select(index => Parse($$"""
        using System;
        using System.Collections.Generic;
        using IntrusiveLists;

        namespace Server.Part{{index}};

        public partial struct Job
        {
            public int Priority;
            public ListNode ByAge;
            public ListNode Ready;
        }

        public sealed partial class Queue : IDisposable
        {
            private readonly NativePool<Job> _pool = new();
            private readonly Dictionary<int, Ptr<Job>> _byPriority = [];
            [Contains(typeof(Job), nameof(Job.ByAge))] private readonly PinnedListHead _all = new();
            [Contains(typeof(Job), nameof(Job.Ready), Name = "ReadyJobs")] private readonly PinnedListHead _ready = new();

            public void Add(int priority)
            {
                Ptr<Job> job = _pool.Allocate();
                ref Job value = ref job.Value;
                value.Priority = priority;
                All.AddLast(job);
                foreach (Ptr<Job> other in ReadyJobs)
                {
                    if (other.Value.Priority > priority)
                    {
                        ReadyJobs.AddBefore(other, job);
                        return;
                    }
                }

                ReadyJobs.AddLast(job);
                _byPriority[priority] = job;
            }

            public bool TryTake(out int priority)
            {
                if (!ReadyJobs.TryRemoveFirst(out Ptr<Job> job))
                {
                    priority = 0;
                    return false;
                }

                priority = job.Value.Priority;
                Job.ByAgeLink.Unlink(job);
                _pool.Free(job);
                return true;
            }

            public int Sum()
            {
                int sum = 0;
                for (Ptr<Job> job = All.First; !job.IsNull; job = All.Next(job))
                {
                    sum += job.Value.Priority;
                }

                return sum;
            }

            public void Dispose()
            {
                ReadyJobs.Clear();
                foreach (Ptr<Job> job in All.Drain())
                {
                    _pool.Free(job);
                }

                _pool.Dispose();
            }
        }
        """));

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, s_parseOptions);
}
