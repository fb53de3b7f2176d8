using System;
using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Tests;

/// <summary>What the lists should hold: plain lists of element numbers.</summary>
internal sealed class Model
{
    private readonly int _elements;
    private readonly List<int>[] _lists;
    private readonly Func<int, int> _rank;

    public Model(int elements, int lists, Func<int, int> rank)
    {
        _elements = elements;
        _lists = [.. Enumerable.Range(0, lists).Select(_ => new List<int>())];
        _rank = rank;
    }

    public int Lists => _lists.Length;

    public IEnumerable<int> Elements => Enumerable.Range(0, _elements);

    public IEnumerable<int> Linked => _lists.SelectMany(list => list);

    public IEnumerable<int> Unlinked => Elements.Except(Linked);

    public List<int> this[int list] => _lists[list];

    public int Rank(int element) => _rank(element);

    public List<int>? ListOf(int element) => Array.Find(_lists, list => list.Contains(element));

    /// <summary>Gives the lists new contents.</summary>
    public void Set(params int[][] contents)
    {
        for (int list = 0; list < _lists.Length; list++)
        {
            _lists[list].Clear();
            _lists[list].AddRange(list < contents.Length ? contents[list] : []);
        }
    }

    /// <summary>Takes an element off its list, if it is on one.</summary>
    public bool Remove(int element) => ListOf(element)?.Remove(element) ?? false;

    public void AddBefore(int mark, params IEnumerable<int> elements) => Insert(mark, 0, elements);

    public void AddAfter(int mark, params IEnumerable<int> elements) => Insert(mark, 1, elements);

    public void MoveBefore(int mark, int element) => Move(mark, 0, element);

    public void MoveAfter(int mark, int element) => Move(mark, 1, element);

    public void Swap(int left, int right)
    {
        List<int> leftList = ListOf(left)!;
        List<int> rightList = ListOf(right)!;
        int leftPlace = leftList.IndexOf(left);
        int rightPlace = rightList.IndexOf(right);
        leftList[leftPlace] = right;
        rightList[rightPlace] = left;
    }

    /// <summary>Empties a list and returns what it held.</summary>
    public int[] Take(int list) => Take(list, _ => true);

    /// <summary>Removes the elements for which a predicate holds and returns them.</summary>
    public int[] Take(int list, Func<int, bool> predicate)
    {
        int[] taken = [.. _lists[list].Where(predicate)];
        _lists[list].RemoveAll(taken.Contains);
        return taken;
    }

    /// <summary>Removes the elements whose rank is that of the last one that stays, and returns them.</summary>
    public int[] TakeConsecutiveDuplicates(int list)
    {
        int? kept = null;
        return Take(list, element =>
        {
            bool duplicate = kept == Rank(element);
            kept = Rank(element);
            return duplicate;
        });
    }

    public void Sort(int list)
    {
        int[] sorted = [.. _lists[list].OrderBy(Rank)];
        _lists[list].Clear();
        _lists[list].AddRange(sorted);
    }

    public bool IsSorted(int list) => _lists[list].Zip(_lists[list].Skip(1)).All(pair => Rank(pair.First) <= Rank(pair.Second));

    private void Insert(int mark, int distance, IEnumerable<int> elements)
    {
        List<int> list = ListOf(mark)!;
        list.InsertRange(list.IndexOf(mark) + distance, elements.ToArray());
    }

    private void Move(int mark, int distance, int element)
    {
        if (mark != element)
        {
            Remove(element);
            Insert(mark, distance, [element]);
        }
    }
}
