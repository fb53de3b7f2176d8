using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace IntrusiveLists.Benchmarks;

/// <summary>
/// The programs that are compiled: the same at every run.
/// </summary>
internal static class Sources
{
    public const int HeadsInGroup = 5;

    /// <summary>Returns files that have nothing to do with intrusive lists.</summary>
    public static IEnumerable<SourceText> Ordinary(int files) => Many(files, index => $$"""
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
        """);

    /// <summary>Returns files that declare the elements of a group of heads: two that are partial, one that is not.</summary>
    public static IEnumerable<SourceText> Elements(int groups) => Many(groups, index => $$"""
        using IntrusiveLists;

        namespace Server.Part{{index}};

        public partial struct Connection
        {
            public int Descriptor;
            public long LastUse;
            public ListNode ByAge;
            public ListNode Ready;
        }

        public struct Packet
        {
            public int Length;
            public ListNode Queued;
        }

        public partial struct Posting
        {
            public int Document;
            public ListNode ByWord;
            public ListNode Recent;
        }
        """);

    /// <summary>Returns files that declare a group of heads: three of a class, two of a struct with a lock.</summary>
    public static IEnumerable<SourceText> Owners(int groups) => Many(groups, index => $$"""
        using System.Collections.Generic;
        using IntrusiveLists;

        namespace Server.Part{{index}};

        public sealed partial class Listener
        {
            private readonly NativePool<Connection> _pool = new();
            private readonly NativePool<Packet> _packetPool = new();
            private readonly Dictionary<int, Ptr<Connection>> _byDescriptor = [];
            [Contains(typeof(Connection), nameof(Connection.ByAge))] private readonly PinnedListHead _connections = new();
            [Contains(typeof(Connection), nameof(Connection.Ready))] private readonly PinnedListHead _readyQueue = new();
            [Contains(typeof(Packet), nameof(Packet.Queued))] private readonly PinnedListHead _packets = new();
        }

        public partial struct Word
        {
            private ListLock _lock;
            [Contains(typeof(Posting), nameof(Posting.ByWord))] private ListHead _postings;
            [Contains(typeof(Posting), nameof(Posting.Recent))] private ListHead _recent;
        }
        """);

    /// <summary>Returns files with what is done with a group of heads.</summary>
    public static IEnumerable<SourceText> Uses(int groups) => Many(groups, index => $$"""
        using System;
        using IntrusiveLists;

        namespace Server.Part{{index}};

        public sealed partial class Listener : IDisposable
        {
            public int Idle { get; private set; }

            public Ptr<Connection> Accept(int descriptor, long now)
            {
                if (_byDescriptor.ContainsKey(descriptor))
                {
                    throw new ArgumentException($"There is a connection {descriptor}.", nameof(descriptor));
                }

                Ptr<Connection> connection = _pool.Allocate();
                connection.Value.Descriptor = descriptor;
                connection.Value.LastUse = now;
                Connections.AddLast(connection);
                _byDescriptor.Add(descriptor, connection);
                return connection;
            }

            public bool MarkReady(int descriptor, long now)
            {
                if (!_byDescriptor.TryGetValue(descriptor, out Ptr<Connection> connection) || Connection.ReadyLink.IsLinked(connection))
                {
                    return false;
                }

                connection.Value.LastUse = now;
                Connections.MoveToLast(connection);
                ReadyQueue.AddLast(connection);
                return true;
            }

            public int Serve(Action<int> serve)
            {
                int served = 0;
                while (ReadyQueue.TryRemoveFirst(out Ptr<Connection> connection))
                {
                    serve(connection.Value.Descriptor);
                    served++;
                }

                return served;
            }

            public void Send(ReadOnlySpan<int> lengths)
            {
                foreach (int length in lengths)
                {
                    Ptr<Packet> packet = _packetPool.Allocate();
                    packet.Value.Length = length;
                    Packets.AddLast(packet);
                }
            }

            public long Flush(long limit)
            {
                long sent = 0;
                for (Ptr<Packet> packet = Packets.First; !packet.IsNull && sent < limit; packet = Packets.First)
                {
                    sent += packet.Value.Length;
                    Packets.Remove(packet);
                    _packetPool.Free(packet);
                }

                return sent;
            }

            public void Expire(long before)
            {
                foreach (Ptr<Connection> connection in Connections)
                {
                    if (connection.Value.LastUse >= before)
                    {
                        break;
                    }

                    Connections.Remove(connection);
                    ReadyQueue.TryRemove(connection);
                    _byDescriptor.Remove(connection.Value.Descriptor);
                    _pool.Free(connection);
                    Idle++;
                }
            }

            public int DescriptorOf(Ptr<Connection> first)
            {
                Ptr<ListNode> node = Connection.ReadyLink.NodeOf(first);
                return Connection.ReadyLink.ContainerOf(node).Value.Descriptor;
            }

            public void Dispose()
            {
                ReadyQueue.Clear();
                foreach (Ptr<Connection> connection in Connections.Drain())
                {
                    _pool.Free(connection);
                }

                foreach (Ptr<Packet> packet in Packets.Drain())
                {
                    _packetPool.Free(packet);
                }

                _pool.Dispose();
                _packetPool.Dispose();
            }
        }

        public sealed class SearchIndex(NativePool<Posting> pool) : IDisposable
        {
            private readonly ValueMap<string, Word> _words = new();

            public void Add(string text, int document)
            {
                Ptr<Posting> posting = pool.Allocate();
                posting.Value.Document = document;
                using ValueScope<Word> word = _words.GetOrAdd(text);
                using Word.LockGuard guard = word.Value.EnterLock();
                guard.Postings.AddLast(posting);
                guard.Recent.AddFirst(posting);
            }

            public int CountSince(string text, int document)
            {
                using ValueScope<Word> word = _words.Find(text);
                if (!word.HasValue)
                {
                    return 0;
                }

                int count = 0;
                using Word.LockGuard guard = word.Value.EnterLock();
                foreach (Ptr<Posting> posting in guard.Postings)
                {
                    count += posting.Value.Document >= document ? 1 : 0;
                }

                return count;
            }

            public void Forget(string text) => _words.Remove(text);

            public void Dispose() => _words.Dispose();
        }
        """);

    private static IEnumerable<SourceText> Many(int files, Func<int, string> text) => Enumerable.Range(0, files).Select(index => SourceText.From(text(index), Encoding.UTF8));
}
