using System.Collections.Generic;
using IntrusiveLists;

namespace Graphs;

/// <summary>An element that is an owner too: a vertex is on a list, and has lists of edges.</summary>
public partial record struct Vertex
{
    public int Id;
    public ListNode Node;
    [Contains(typeof(Edge), nameof(Edge.Outgoing))] public ListHead _outgoing;
    [Contains(typeof(Edge), nameof(Edge.Incoming))] public ListHead _incoming;
}

public partial struct Edge
{
    public Ptr<Vertex> From;
    public Ptr<Vertex> To;
    public ListNode Outgoing;
    public ListNode Incoming;
}

public partial record Graph(string Name)
{
    [Contains(typeof(Vertex), nameof(Vertex.Node))] protected readonly PinnedListHead _vertices = new();

    public static void Connect(Ptr<Edge> edge, Ptr<Vertex> from, Ptr<Vertex> to)
    {
        edge.Value.From = from;
        edge.Value.To = to;
        from.Value.Outgoing.AddLast(edge);
        to.Value.Incoming.AddLast(edge);
    }

    public static void Disconnect(Ptr<Edge> edge)
    {
        Edge.OutgoingLink.Unlink(edge);
        Edge.IncomingLink.Unlink(edge);
    }

    public IEnumerable<int> Reachable(Ptr<Vertex> start)
    {
        var found = new HashSet<int>();
        var pending = new Stack<Ptr<Vertex>>(new[] { start });
        while (pending.Count > 0)
        {
            Ptr<Vertex> vertex = pending.Pop();
            if (found.Add(vertex.Value.Id))
            {
                foreach (Ptr<Edge> edge in vertex.Value.Outgoing.Reversed())
                {
                    pending.Push(edge.Value.To);
                }
            }
        }

        return found;
    }

    public int Count() => Vertices.Count();
}
