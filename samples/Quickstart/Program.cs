using System;
using IntrusiveLists;

// A list links its elements by their addresses, so neither they nor its head may move: native memory does not, and the stack does not.
using var pool = new NativePool<Foo>();
var value = new MapValue();

Ptr<Foo> one = Create(1);
Ptr<Foo> two = Create(2);
value.Items.AddLast(two);
value.Items.AddLast(Create(3));
value.Items.AddFirst(one);
Walk("Added 2 and 3 at the back, 1 at the front", ref value);

Foo.NodeLink.Unlink(two);
Walk("Unlinked 2, with nothing but the element at hand", ref value);

Ptr<ListNode> node = Foo.NodeLink.NodeOf(one);
Console.WriteLine($"From a node to the element that embeds it: {Foo.NodeLink.ContainerOf(node).Value.Data}");

foreach (Ptr<Foo> foo in value.Items.Drain())
{
    Console.WriteLine($"Drained {foo.Value.Data}");
    pool.Free(foo);
}

pool.Free(two);
Walk("What is left", ref value);

Ptr<Foo> Create(int data)
{
    Ptr<Foo> foo = pool.Allocate();
    foo.Value.Data = data;
    return foo;
}

static void Walk(string step, ref MapValue value)
{
    Console.Write($"{step}:");
    foreach (Ptr<Foo> foo in value.Items)
    {
        Console.Write($" {foo.Value.Data}");
    }

    Console.WriteLine(value.Items.IsEmpty ? " nothing" : "");
}

/// <summary>An element: it embeds the node that links it.</summary>
internal partial struct Foo
{
    public ListNode Node;
    public int Data;
}

/// <summary>An owner: its head holds <see cref="Foo"/> elements, linked through their <see cref="Foo.Node"/>, and nothing else.</summary>
internal partial struct MapValue
{
    [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _items;
}
