using System;
using System.Collections.Generic;
using System.Linq;
using Xunit.Sdk;

namespace IntrusiveLists.Tests;

/// <summary>Checks everything that can be observed of a list.</summary>
internal static unsafe class ListAssert
{
    /// <summary>Checks that a list holds just these elements, in this order, seen from both ends, through every query and in memory.</summary>
    /// <param name="list">The list.</param>
    /// <param name="expected">What it should hold.</param>
    /// <param name="universe">These and other elements; the others must not seem to be on this list.</param>
    public static void Holds<T, TLink>(IntrusiveList<T, TLink> list, Ptr<T>[] expected, ReadOnlySpan<Ptr<T>> universe)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        // Memory first: what follows would not end on a broken circle.
        AreLinked<T, TLink>(expected);
        Equal(expected, Forward(list, expected.Length), "forward");
        Equal([.. expected.Reverse()], Backward(list, expected.Length), "backward");
        Equal(expected, list.ToArray(), "as an array");
        Equal(expected.Length, list.Count(), nameof(list.Count));
        Equal(expected.Length == 0, list.IsEmpty, nameof(list.IsEmpty));
        Equal(expected.Length == 1, list.HasSingle, nameof(list.HasSingle));
        Equal(expected.FirstOrDefault(), list.First, nameof(list.First));
        Equal(expected.LastOrDefault(), list.Last, nameof(list.Last));
        foreach (Ptr<T> element in universe)
        {
            AnswersFor(list, expected, element);
        }
    }

    /// <summary>Checks that elements are on no list: both words of their nodes are zero.</summary>
    public static void Unlinked<T, TLink>(params ReadOnlySpan<Ptr<T>> elements)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        foreach (Ptr<T> element in elements)
        {
            Equal(true, RawNode.Of<T, TLink>(element)->IsZero, "zero node");
            Equal(false, ListLink.IsLinked<T, TLink>(element), nameof(ListLink.IsLinked));
        }
    }

    /// <summary>Checks the links in memory: a circle through the elements and one node more, the head.</summary>
    private static void AreLinked<T, TLink>(Ptr<T>[] elements)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        if (elements.Length == 0)
        {
            return;
        }

        RawNode* head = RawNode.Of<T, TLink>(elements[0])->Previous;
        RawNode* previous = head;
        foreach (Ptr<T> element in elements)
        {
            RawNode* node = RawNode.Of<T, TLink>(element);
            Equal(true, ListLink.IsLinked<T, TLink>(element), nameof(ListLink.IsLinked));
            AreAdjacent(previous, node);
            previous = node;
        }

        AreAdjacent(previous, head);
    }

    private static void AreAdjacent(RawNode* previous, RawNode* next)
    {
        Equal((ulong)next, (ulong)previous->Next, "next link");
        Equal((ulong)previous, (ulong)next->Previous, "previous link");
    }

    private static void AnswersFor<T, TLink>(IntrusiveList<T, TLink> list, Ptr<T>[] expected, Ptr<T> element)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        int place = Array.IndexOf(expected, element);
        Equal(place >= 0, list.Contains(element), nameof(list.Contains));
        Equal(place == 0, list.IsFirst(element), nameof(list.IsFirst));
        Equal(place >= 0 && place == expected.Length - 1, list.IsLast(element), nameof(list.IsLast));
        if (place >= 0)
        {
            Equal(expected.ElementAtOrDefault(place + 1), list.Next(element), nameof(list.Next));
            Equal(expected.ElementAtOrDefault(place - 1), list.Previous(element), nameof(list.Previous));
        }
    }

    private static Ptr<T>[] Forward<T, TLink>(IntrusiveList<T, TLink> list, int limit)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        var elements = new List<Ptr<T>>();
        foreach (Ptr<T> element in list)
        {
            Add(elements, element, limit);
        }

        return [.. elements];
    }

    private static Ptr<T>[] Backward<T, TLink>(IntrusiveList<T, TLink> list, int limit)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        var elements = new List<Ptr<T>>();
        foreach (Ptr<T> element in list.Reversed())
        {
            Add(elements, element, limit);
        }

        return [.. elements];
    }

    private static void Add<[AddressStable] T>(List<Ptr<T>> elements, Ptr<T> element, int limit)
        where T : unmanaged
    {
        elements.Add(element);
        if (elements.Count > limit)
        {
            throw new XunitException($"The list does not end after {limit} elements.");
        }
    }

    private static void Equal<[AddressStable] T>(Ptr<T>[] expected, Ptr<T>[] actual, string what)
        where T : unmanaged
    {
        if (!expected.AsSpan().SequenceEqual(actual))
        {
            throw new XunitException($"Wrong order {what}: expected [{string.Join(", ", expected)}], found [{string.Join(", ", actual)}].");
        }
    }

    private static void Equal<T>(T expected, T actual, string what)
        where T : IEquatable<T>
    {
        if (!expected.Equals(actual))
        {
            throw new XunitException($"Wrong {what}: expected {expected}, found {actual}.");
        }
    }
}
