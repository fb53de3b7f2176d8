using System;
using System.Collections.Generic;

namespace IntrusiveLists;

/// <summary>
/// Collects the nodes of a list for a debugger: of one that is corrupt, those up to the fault. Ends on every list, writes nothing, and reads no memory that cannot be read.
/// </summary>
internal sealed unsafe class NodeWalk
{
    /// <summary>A debugger shows no more.</summary>
    public const int LargestCount = 10_000;

    private NodeWalk(IReadOnlyList<nint> nodes, string? fault)
    {
        Nodes = nodes;
        Fault = fault;
    }

    /// <summary>Gets the addresses of the nodes.</summary>
    public IReadOnlyList<nint> Nodes { get; }

    /// <summary>Gets what is wrong behind the last node; null when the list is whole.</summary>
    public string? Fault { get; }

    /// <summary>Walks the list of a head.</summary>
    public static NodeWalk From(ListNode* head)
    {
        using var memory = new ReadableMemory();
        return From(head, memory);
    }

    /// <summary>Walks the list of a head of which only a copy is at hand: its first node knows the address.</summary>
    public static NodeWalk FromCopy(ListNode* copy)
    {
        using var memory = new ReadableMemory();
        if (copy->Next == null && copy->Previous == null)
        {
            return new NodeWalk([], null);
        }

        if (!memory.TryRead(copy->Next, out ListNode first))
        {
            return new NodeWalk([], Unreadable(copy->Next));
        }

        // An empty head points at itself, and so does its copy.
        return From(first.Next == copy->Next ? copy->Next : first.Previous, memory);
    }

    /// <summary>Returns the number of the nodes, and the fault if there is one.</summary>
    public override string ToString() => Fault is null ? $"Count = {Nodes.Count}" : $"Count = {Nodes.Count}, then corrupt: {Fault}";

    /// <summary>Returns what a debugger shows for the nodes, with the fault at the end.</summary>
    public object[] Select(Func<nint, object> view)
    {
        var items = new List<object>(Nodes.Count + 1);
        foreach (nint node in Nodes)
        {
            items.Add(view(node));
        }

        if (Fault is not null)
        {
            items.Add($"corrupt: {Fault}");
        }

        return items.ToArray();
    }

    private static NodeWalk From(ListNode* head, ReadableMemory memory)
    {
        var nodes = new List<nint>();
        if (!memory.TryRead(head, out ListNode links))
        {
            return new NodeWalk(nodes, Unreadable(head));
        }

        ListNode* previous = head;
        ListNode* node = links.Next;
        bool isZero = node == null && links.Previous == null;
        while (node != head && !isZero)
        {
            if (!memory.TryRead(node, out links))
            {
                return new NodeWalk(nodes, Unreadable(node));
            }

            if (Reject(node, links, previous, nodes.Count) is { } fault)
            {
                return new NodeWalk(nodes, fault);
            }

            nodes.Add((nint)node);
            previous = node;
            node = links.Next;
        }

        return new NodeWalk(nodes, null);
    }

    // A walk that runs in a circle comes to a node that has two predecessors, and points back at one of them alone.
    private static string? Reject(ListNode* node, ListNode links, ListNode* previous, int count) => count switch
    {
        LargestCount => $"more than {LargestCount} are not shown",
        _ when links.Previous != previous => $"{Address(node)} points back at {Address(links.Previous)}, not at {Address(previous)}",
        _ => null,
    };

    private static string Unreadable(ListNode* node) => $"there is no node at {Address(node)}";

    private static string Address(ListNode* node) => $"0x{(ulong)node:x}";
}
