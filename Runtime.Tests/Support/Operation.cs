using System;

namespace IntrusiveLists.Tests;

/// <summary>One operation of a list: how it is called, what it does, and what it should do.</summary>
internal sealed class Operation<TLink>
    where TLink : unmanaged, IListLink<Item>
{
    public delegate int Performance(IntrusiveList<Item, TLink> list, IntrusiveList<Item, TLink> other, Ptr<Item> first, Ptr<Item> second);

    public required string Name { get; init; }

    public required OperationKind Kind { get; init; }

    /// <summary>Gets the calls that are allowed on two lists of a model.</summary>
    public required Selection Calls { get; init; }

    /// <summary>Gets what calls the operation and turns its result into a number.</summary>
    public required Performance Perform { get; init; }

    /// <summary>Gets what changes the model likewise and returns the number that should come out.</summary>
    public required Func<Model, Call, int> Expect { get; init; }

    public override string ToString() => Name;
}
