using System.Runtime.CompilerServices;

namespace IntrusiveLists.Tests.Disassembly;

/// <summary>What programs do most, one operation in each method. What the JIT makes of these is tested.</summary>
internal static class HotPaths
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AddFirst(IntrusiveList<Item, Item.NodeLink> list, Ptr<Item> element) => list.AddFirst(element);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AddLast(IntrusiveList<Item, Item.NodeLink> list, Ptr<Item> element) => list.AddLast(element);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Remove(IntrusiveList<Item, Item.NodeLink> list, Ptr<Item> element) => list.Remove(element);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Ptr<Item> RemoveFirst(IntrusiveList<Item, Item.NodeLink> list) => list.RemoveFirst();

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Ptr<Item> RemoveLast(IntrusiveList<Item, Item.NodeLink> list) => list.RemoveLast();

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryRemoveFirst(IntrusiveList<Item, Item.NodeLink> list, out Ptr<Item> element) => list.TryRemoveFirst(out element);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MoveToFirst(IntrusiveList<Item, Item.NodeLink> list, Ptr<Item> element) => list.MoveToFirst(element);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void CutBefore(IntrusiveList<Item, Item.NodeLink> list, Ptr<Item> mark, IntrusiveList<Item, Item.NodeLink> into) => list.CutBefore(mark, into);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Walk(IntrusiveList<Item, Item.NodeLink> list)
    {
        long sum = 0;
        foreach (Ptr<Item> element in list)
        {
            sum += element.Value.Key;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Drain(IntrusiveList<Item, Item.NodeLink> list)
    {
        long sum = 0;
        foreach (Ptr<Item> element in list.Drain())
        {
            sum += element.Value.Key;
        }

        return sum;
    }
}
