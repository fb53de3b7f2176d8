using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>Some lists over one node of the same elements, and the model of what they hold.</summary>
internal sealed class ListGroup<TLink>
    where TLink : unmanaged, IListLink<Item>
{
    private readonly Ptr<Item>[] _elements;
    private readonly ListAccess<TLink>[] _lists;

    public ListGroup(Ptr<Item>[] elements, IEnumerable<ListAccess<TLink>> lists)
    {
        _elements = elements;
        _lists = [.. lists];
        Model = new Model(elements.Length, _lists.Length, key => elements[key].Value.Rank);
    }

    public Model Model { get; }

    public IntrusiveList<Item, TLink> this[int list] => _lists[list].Open();

    /// <summary>Adds elements to the lists, which are empty: the given number to each, in the order of the elements.</summary>
    public void Fill(params ReadOnlySpan<int> sizes)
    {
        int element = 0;
        for (int list = 0; list < sizes.Length; list++)
        {
            for (int added = 0; added < sizes[list]; added++)
            {
                Model[list].Add(element);
                this[list].AddLast(_elements[element++]);
            }
        }
    }

    /// <summary>Performs an operation on the lists and on the model, and compares them.</summary>
    public void Apply(Operation<TLink> operation, Call call)
    {
        int actual = Perform(operation, call);
        int expected = operation.Expect(Model, call);
        Assert.Equal(expected, actual);
        Check();
    }

    /// <summary>Performs an operation on the lists alone.</summary>
    public int Perform(Operation<TLink> operation, Call call) =>
        operation.Perform(this[call.Target], this[call.Other], Element(call.First), Element(call.Second));

    /// <summary>Checks that the lists hold just these elements, and everything else that follows from it.</summary>
    public void Expect(params int[][] contents)
    {
        Model.Set(contents);
        Check();
    }

    /// <summary>Checks that lists and elements are what the model says.</summary>
    public void Check()
    {
        for (int list = 0; list < Model.Lists; list++)
        {
            ListAssert.Holds(this[list], Pointers(Model[list]), _elements);
            Assert.Equal(Model[list].Count == 0, _lists[list].IsHeadEmpty());
        }

        ListAssert.Unlinked<Item, TLink>(Pointers(Model.Unlinked));
    }

    public Ptr<Item>[] Pointers(params IEnumerable<int> elements) => [.. elements.Select(Element)];

    private Ptr<Item> Element(int number) => number == Call.None ? default : _elements[number];
}
