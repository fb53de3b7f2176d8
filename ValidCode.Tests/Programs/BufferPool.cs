using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using IntrusiveLists;

namespace Database;

[Flags]
public enum FrameState : ushort
{
    Clean = 0,
    Dirty = 1 << 0,
    Referenced = 1 << 1,
}

/// <summary>A frame of the buffer pool: what is known of the page in it, and its place in the clock, in the list of dirty pages, and in its hash chain.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
public unsafe partial struct Frame
{
    public uint Page;
    public FrameState State;
    public ushort Pins;
    public byte* Data;
    public ListNode Clock;
    public ListNode Flush;
    public ListNode Chain;

    public static Frame Empty => default;

    public bool IsDirty
    {
        readonly get => (State & FrameState.Dirty) != 0;
        set => State = value ? State | FrameState.Dirty : State & ~FrameState.Dirty;
    }

    public readonly Span<byte> Bytes => new(Data, BufferPool.PageSize);

    public static bool operator true(in Frame frame) => frame.Pins > 0;

    public static bool operator false(in Frame frame) => frame.Pins == 0;

    public static implicit operator uint(in Frame frame) => frame.Page;
}

/// <summary>One chain of the page table.</summary>
internal partial struct Bucket
{
    [Contains(typeof(Frame), nameof(Frame.Chain))] private ListHead _frames;

    public void Add(Ptr<Frame> frame) => Frames.AddFirst(frame);

    public bool TryFind(uint page, out Ptr<Frame> frame)
    {
        foreach (Ptr<Frame> candidate in Frames)
        {
            if (candidate.Value == page)
            {
                frame = candidate;
                return true;
            }
        }

        frame = default;
        return false;
    }
}

/// <summary>Pins a page for as long as it is in scope.</summary>
public readonly ref struct PinnedPage(BufferPool pool, Ptr<Frame> frame)
{
    private readonly Ptr<Frame> _frame = frame;

    public Span<byte> Bytes => _frame.Value.Bytes;

    public void MarkDirty() => pool.MarkDirty(_frame);

    public void Dispose() => _frame.Value.Pins--;
}

/// <summary>Pages of a stream in memory, replaced by a clock.</summary>
public sealed unsafe partial class BufferPool : IDisposable
{
    public const int PageSize = 128;
    private const int BucketCount = 16;

    private readonly Stream _stream;
    private readonly Frame* _frames;
    private readonly Bucket* _buckets;
    private readonly int _count;

    [Contains(typeof(Frame), nameof(Frame.Clock))] private readonly PinnedListHead _clock = new();
    [Contains(typeof(Frame), nameof(Frame.Flush), Name = nameof(Dirty))] private readonly PinnedListHead _dirty = new();

    public BufferPool(Stream stream, int frames)
    {
        _stream = stream ?? throw new ArgumentNullException(nameof(stream));
        _count = frames;
        _frames = (Frame*)NativeMemory.AllocZeroed((nuint)frames, (nuint)sizeof(Frame));
        _buckets = (Bucket*)NativeMemory.AllocZeroed(BucketCount * (nuint)sizeof(Bucket));
        for (Frame* frame = _frames; frame < _frames + frames; frame++)
        {
            frame->Data = (byte*)NativeMemory.AllocZeroed(PageSize);
            frame->Page = uint.MaxValue;
            Clock.AddLast(frame);
        }
    }

    public int Reads { get; private set; }

    public int Writes { get; private set; }

    public PinnedPage Pin(uint page)
    {
        ref Bucket bucket = ref BucketOf(page);
        if (!bucket.TryFind(page, out Ptr<Frame> frame))
        {
            frame = Evict();
            Read(frame, page);
            bucket.Add(frame);
        }

        frame.Value.Pins++;
        frame.Value.State |= FrameState.Referenced;
        return new PinnedPage(this, frame);
    }

    public void MarkDirty(Ptr<Frame> frame)
    {
        frame.Value.IsDirty = true;
        if (!frame.Value.Flush.IsLinked)
        {
            Dirty.AddLast(frame);
        }
    }

    public void Flush()
    {
        Dirty.SortBy(static frame => frame.Value.Page);
        foreach (Ptr<Frame> frame in Dirty.Drain())
        {
            Write(ref frame.Value);
        }
    }

    public string Describe()
    {
        var text = new StringBuilder();
        foreach (Ptr<Frame> frame in Clock)
        {
            ref readonly Frame value = ref frame.Value;
            if (value.Page != uint.MaxValue)
            {
                text.Append(value.Page).Append(value.IsDirty ? "*" : "").Append($"[{value.Pins}] ");
            }
        }

        return text.ToString().TrimEnd();
    }

    public void Dispose()
    {
        Flush();
        Clock.Clear();
        for (int index = 0; index < _count; index++)
        {
            NativeMemory.Free(_frames[index].Data);
        }

        NativeMemory.Free(_frames);
        NativeMemory.Free(_buckets);
    }

    private ref Bucket BucketOf(uint page) => ref _buckets[page % BucketCount];

    private Ptr<Frame> Evict()
    {
        for (int step = 0; step <= 2 * _count; step++)
        {
            Ptr<Frame> hand = Clock.First;
            if (hand.IsNull)
            {
                break;
            }

            Clock.RotateLeft();
            ref Frame frame = ref hand.Value;
            if (frame)
            {
                continue;
            }

            if ((frame.State & FrameState.Referenced) != 0)
            {
                frame.State &= ~FrameState.Referenced;
                continue;
            }

            if (frame.IsDirty)
            {
                Frame.FlushLink.Unlink(hand);
                Write(ref frame);
            }

            if (Frame.ChainLink.IsLinked(hand))
            {
                Frame.ChainLink.Unlink(hand);
            }

            return hand;
        }

        throw new InvalidOperationException("All pages are pinned.");
    }

    private void Read(Ptr<Frame> frame, uint page)
    {
        _stream.Position = page * PageSize;
        Span<byte> bytes = frame.Value.Bytes;
        bytes.Clear();
        int read = _stream.ReadAtLeast(bytes, PageSize, throwOnEndOfStream: false);
        frame.Value.Page = page;
        Reads += read >= 0 ? 1 : 0;
    }

    private void Write(ref Frame frame)
    {
        _stream.Position = frame.Page * PageSize;
        _stream.Write(frame.Bytes);
        frame.IsDirty = false;
        Writes++;
    }
}
