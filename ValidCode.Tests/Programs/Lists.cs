using System;
using System.Collections.Generic;
using IntrusiveLists;

namespace Helpers;

/// <summary>Code over any list.</summary>
public static partial class Lists
{
    public delegate void Visit<T>(Ptr<T> element)
        where T : unmanaged;

    public static void ForEach<T, TLink>(this IntrusiveList<T, TLink> list, Visit<T> visit)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        foreach (Ptr<T> element in list)
        {
            visit(element);
        }
    }

    public static Ptr<T> Find<T, TLink>(IntrusiveList<T, TLink> list, Predicate<Ptr<T>> predicate)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        for (Ptr<T> element = list.First; !element.IsNull; element = list.Next(element))
        {
            if (predicate(element))
            {
                return element;
            }
        }

        return default;
    }

    public static void AddRange<T, TLink>(in IntrusiveList<T, TLink> list, ReadOnlySpan<Ptr<T>> elements)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        foreach (Ptr<T> element in elements)
        {
            list.AddLast(element);
        }
    }

    public static string Describe<TLink>()
        where TLink : unmanaged, IListLink<Item> => $"{default(TLink).NodeName} at {default(TLink).Offset}";

    public static string DescribeAll() => Describe<Item.NodeLink>() + Describe<Item.OtherLink>();

    public partial struct Item
    {
        public int Value;
        public ListNode Node;
        public ListNode Other;
    }

    public ref partial struct Pair
    {
        [Contains(typeof(Item), nameof(Item.Node))] private ListHead _items;
        [Contains(typeof(Item), nameof(Item.Other))] private ListHead _others;

        public int Sum()
        {
            int sum = 0;
            Items.ForEach(item => sum += item.Value.Value);
            return sum + Others.Count();
        }
    }

    public sealed class ByValue : IComparer<Ptr<Item>>
    {
        public int Compare(Ptr<Item> left, Ptr<Item> right) => left.Value.Value.CompareTo(right.Value.Value);
    }
}
