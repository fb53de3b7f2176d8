using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;
using IntrusiveLists;

namespace Network;

public interface IResettable
{
    void Reset();
}

public partial struct Peer : IResettable, IEquatable<Peer>
{
    public int Socket;
    public long LastSeen;
    public int Sent;
    public ListNode ByAge;
    public ListNode Writable;

    [Contains(typeof(Message), nameof(Message.Queue), Name = "Outbox")] private ListHead _outbox;

    public void Send(Ptr<Message> message) => Outbox.AddLast(message);

    public bool TrySend(out Ptr<Message> message)
    {
        if (Outbox.TryRemoveFirst(out message))
        {
            Sent += message.Value.Length;
            return true;
        }

        return false;
    }

    public readonly bool HasWork => !_outbox.IsEmpty;

    void IResettable.Reset() => (Socket, LastSeen, Sent) = (0, 0, 0);

    readonly bool IEquatable<Peer>.Equals(Peer other) => Socket == other.Socket;

    public readonly override bool Equals(object? obj) => false;

    public readonly override int GetHashCode() => Socket;
}

public partial struct Message
{
    public int Length;
    public ListNode Queue;
    private unsafe fixed byte _bytes[48];

    public unsafe Span<byte> Bytes
    {
        get
        {
            fixed (byte* bytes = _bytes)
            {
                return new Span<byte>(bytes, Length);
            }
        }
    }

    public static int MaximalLength => 48;
}

public sealed class LimitExceededException(int limit) : Exception($"More than {limit} peers.")
{
    public int Limit => limit;
}

/// <summary>Peers by age, those with something to send, and a static registry of what is shared.</summary>
public sealed partial class ConnectionServer : IDisposable
{
    [FixedAddressValueType] private static Registry s_registry;

    private readonly NativePool<Peer> _peers = new();
    private readonly NativePool<Message> _messages = new();
    private readonly object _lock = new();
    private readonly int _limit;
    private int _count;

    [Contains(typeof(Peer), nameof(Peer.ByAge), Lock = nameof(_lock))] private readonly PinnedListHead _byAge = new();
    [Contains(typeof(Peer), nameof(Peer.Writable))] private readonly PinnedListHead _writable = new();

    public ConnectionServer(int limit) => _limit = limit;

    public event Action<int>? Closed;

    public int Count => Volatile.Read(ref _count);

    public static int Instances => s_registry.Instances;

    public Ptr<Peer> Accept(int socket, long now)
    {
        if (Interlocked.Increment(ref _count) > _limit)
        {
            Interlocked.Decrement(ref _count);
            throw new LimitExceededException(_limit);
        }

        Ptr<Peer> peer = _peers.Allocate();
        (peer.Value.Socket, peer.Value.LastSeen) = (socket, now);
        using LockGuard guard = EnterLock();
        guard.ByAge.AddLast(peer);
        s_registry.Instances++;
        return peer;
    }

    public void Touch(Ptr<Peer> peer, long now)
    {
        using (LockGuard guard = EnterLock())
        {
            peer.Value.LastSeen = now;
            guard.ByAge.MoveToLast(peer);
        }
    }

    public void Send(Ptr<Peer> peer, params ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, Message.MaximalLength);
        Ptr<Message> message = _messages.Allocate();
        message.Value.Length = bytes.Length;
        bytes.CopyTo(message.Value.Bytes);
        lock (_lock)
        {
            ref Peer receiver = ref peer.Value;
            receiver.Send(message);
            if (!receiver.Writable.IsLinked)
            {
                Writable.AddLast(peer);
            }
        }
    }

    public int Pump(Func<int, int, bool> write)
    {
        int sent = 0;
        lock (_lock)
        {
            foreach (Ptr<Peer> peer in Writable)
            {
                while (peer.Value.TrySend(out Ptr<Message> message))
                {
                    sent += write(peer.Value.Socket, message.Value.Length) ? 1 : 0;
                    _messages.Free(message);
                }

                Debug.Assert(!peer.Value.HasWork);
                Writable.Remove(peer);
            }
        }

        return sent;
    }

    public void CloseOlderThan(long time)
    {
        var closed = new List<int>();
        using (LockGuard guard = EnterLock())
        {
            IntrusiveList<Peer, Peer.ByAgeLink> byAge = guard.ByAge;
            for (Ptr<Peer> oldest = byAge.First; !oldest.IsNull && oldest.Value.LastSeen < time; oldest = byAge.First)
            {
                byAge.Remove(oldest);
                closed.Add(oldest.Value.Socket);
                Release(oldest);
            }
        }

        closed.ForEach(socket => Closed?.Invoke(socket));
    }

    public void Dispose()
    {
        CloseOlderThan(long.MaxValue);
        _messages.Dispose();
        _peers.Dispose();
    }

    private static void Reset<[AddressStable] T>(ref T value)
        where T : struct, IResettable => value.Reset();

    private void Release(Ptr<Peer> peer)
    {
        while (peer.Value.TrySend(out Ptr<Message> message))
        {
            _messages.Free(message);
        }

        if (Peer.WritableLink.IsLinked(peer))
        {
            Peer.WritableLink.Unlink(peer);
        }

        Reset(ref peer.Value);
        _peers.Free(peer);
        _count--;
    }

    /// <summary>What all servers share.</summary>
    private partial struct Registry
    {
        public int Instances;
        [Contains(typeof(Message), "Queue")] internal ListHead Spare;
    }
}
