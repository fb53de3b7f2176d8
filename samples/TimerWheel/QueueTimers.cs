using System.Collections.Generic;

namespace TimerWheel;

/// <summary>
/// The same timers on a <see cref="PriorityQueue{TElement, TPriority}"/>, as they are usually written: scheduling and firing are O(log n),
/// and a cancelled timer stays in the queue until it would have fired.
/// </summary>
internal sealed class QueueTimers(int count) : ITimers
{
    // The low bits tell timers of one tick apart, by the order in which they were scheduled.
    private const int SequenceBits = 28;

    private readonly PriorityQueue<int, long> _queue = new(count);
    private readonly bool[] _cancelled = new bool[count];
    private long _now;
    private long _sequence;

    /// <inheritdoc/>
    public void Schedule(int number, int delay)
    {
        _cancelled[number] = false;
        _queue.Enqueue(number, ((_now + delay) << SequenceBits) | _sequence++);
    }

    /// <inheritdoc/>
    public void Cancel(int number) => _cancelled[number] = true;

    /// <inheritdoc/>
    public void Advance(List<int> fired)
    {
        _now++;
        while (_queue.TryPeek(out int number, out long priority) && priority >> SequenceBits == _now)
        {
            _queue.Dequeue();
            if (!_cancelled[number])
            {
                fired.Add(number);
            }
        }
    }
}
