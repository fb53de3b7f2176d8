using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using IntrusiveLists;
using PagePointer = IntrusiveLists.Ptr<Storage.Page>;
using Pages = System.Collections.Generic.List<IntrusiveLists.Ptr<Storage.Page>>;

namespace Storage;

public partial struct Page
{
    public int Number;
    public ListNode Free;
    public ListNode Dirty;
}

[InlineArray(4)]
public struct PageGroup
{
    private Page _first;
}

/// <summary>A struct of structs, generic and not.</summary>
public partial struct Bank<[AddressStable] T>
    where T : unmanaged
{
    public T Value;
    public PageGroup Pages;
    [Contains(typeof(Page), nameof(Page.Free))] private ListHead _free;

    public ref T Reference([System.Diagnostics.CodeAnalysis.UnscopedRef] out int size)
    {
        size = Unsafe.SizeOf<T>();
        return ref Unsafe.AsRef(in Unsafe.NullRef<T>());
    }
}

/// <summary>Keeps pages wherever they may be kept.</summary>
public sealed unsafe partial class PageStore : IDisposable
{
    [FixedAddressValueType] private static Page s_zero;
    private static readonly Page[] s_pinned = GC.AllocateArray<Page>(16, pinned: true);
    private static readonly Page[] s_none = [];
    [ThreadStatic] private static Page* s_current;

    private readonly NativePool<Page> _pool = new();
    private readonly Pages _all = new();
    private readonly Dictionary<int, PagePointer> _byNumber = new();
    private readonly Memory<Page> _memory = s_pinned;
    private readonly Func<Page> _make = static () => new Page();
    private readonly delegate*<ref Page, void> _visit = null;
    private readonly Bank<Page>* _bank = (Bank<Page>*)NativeMemory.AllocZeroed((nuint)sizeof(Bank<Page>));
    [Contains(typeof(Page), nameof(Page.Dirty))] private readonly PinnedListHead _dirty = new();

    public delegate void Visitor<T>(ref T value);

    public event Action<PagePointer>? Written;

    public PagePointer? Last { get; private set; }

    public ref Page Zero => ref s_zero;

    public Span<Page> Pinned => _memory.Span;

    public Page* Current { get; set; }

    public ref Page this[int index] => ref s_pinned[index];

    public PagePointer Allocate(int number)
    {
        PagePointer page = _pool.Allocate();
        page.Value.Number = number;
        _byNumber.Add(number, page);
        _all.Add(page);
        Last = page;
        return page;
    }

    public int Sum(int limit)
    {
        Page local = default;
        Page further = new() { Number = 2 };
        Span<Page> onStack = stackalloc Page[2];
        ReadOnlySpan<Page> inline = [default, new Page()];
        PageGroup group = default;

        int AddLocal(int number) => local.Number + number + Deep();

        int Deep()
        {
            int Deeper() => further.Number;
            return Deeper();
        }

        static int OfSpan(ReadOnlySpan<Page> pages) => pages.Length;

        int sum = AddLocal(_make.Method.Name.Length) + onStack.Length + OfSpan(inline) + group[2].Number;
        {
            int count = 0;
            int bound = limit;
            _all.ForEach(page => count += page.Value.Number < bound ? 1 : 0);
            sum += count;
        }

        fixed (Page* first = onStack)
        {
            sum += first->Number;
        }

        return sum;
    }

    public PagePointer Find(Predicate<PagePointer> predicate) => _all.Where(page => predicate(page)).Select(page => page).FirstOrDefault();

    public void Visit(Visitor<Page> visitor)
    {
        foreach (ref Page page in CollectionsOf(s_pinned))
        {
            visitor(ref page);
        }

        if (_visit != null)
        {
            _visit(ref s_zero);
        }
    }

    public static int Offset => (int)Marshal.OffsetOf<Page>(nameof(Page.Dirty)) + Marshal.SizeOf<Page>() + sizeof(PageGroup);

    public static bool IsKnown(Type type) => type == typeof(List<Page>) || type == typeof(Page?) || nameof(List<Page>.Count) == type.Name;

    public (PagePointer First, int Count) Summary() => (_all[0], _all.Count);

    public object Describe() => new { First = _all[0], s_none.Length };

    public void Dispose()
    {
        Dirty.Clear();
        foreach (PagePointer page in _all)
        {
            _pool.Free(page);
        }

        s_current = null;
        NativeMemory.Free(_bank);
        _pool.Dispose();
    }

    private static Span<T> CollectionsOf<[AddressStable] T>(T[] array) => MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(array), array.Length);
}

/// <summary>What runs a bit at a time.</summary>
public sealed partial class PageStore
{
    public async Task WriteAsync(PagePointer page, CancellationToken cancellationToken)
    {
        await Task.Yield();
        ref Page value = ref page.Value;
        value.Number++;
        Dirty.TryRemove(page);
        foreach (ref Page pinned in s_pinned.AsSpan())
        {
            pinned.Number = 0;
        }

        await Task.Run(() => Written?.Invoke(page), cancellationToken);
    }

    public IEnumerable<int> Numbers()
    {
        foreach (PagePointer page in _all)
        {
            yield return page.Value.Number;
        }

        for (int index = 0; index < s_pinned.Length; index++)
        {
            yield return s_pinned[index].Number;
        }
    }
}

/// <summary>Memory of pages that does not move: base classes may be generic over what they manage.</summary>
public sealed unsafe class PageMemory(int length) : MemoryManager<Page>, IComparer<PagePointer>
{
    private readonly Page* _pages = (Page*)NativeMemory.AllocZeroed((nuint)length, (nuint)sizeof(Page));

    public override Span<Page> GetSpan() => new(_pages, length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_pages + elementIndex);

    public override void Unpin()
    {
    }

    public int Compare(PagePointer left, PagePointer right) => left.Value.Number.CompareTo(right.Value.Number);

    protected override void Dispose(bool disposing) => NativeMemory.Free(_pages);
}

/// <summary>A stack of values of any kind, through their links.</summary>
public ref struct Stack<T, TLink>
    where T : unmanaged
    where TLink : unmanaged, IListLink<T>
{
    private readonly List<Ptr<T>> _values = new();
    private T _top;

    public Stack(ref T top) => Unsafe.SkipInit(out _top);

    public readonly int Count => _values.Count + Unsafe.SizeOf<T>();

    public void Push(Ptr<T> value) => _values.Add(value);
}

/// <summary>A parameter that a struct keeps makes it hold a node itself.</summary>
public struct View(Page page)
{
    public readonly int Number => page.Number;
}
