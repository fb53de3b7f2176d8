using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using CsCheck;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// A loop-free program, and what reaches each of its calls of <c>Here</c>: found by walking every path.
/// </summary>
internal sealed class RandomProgram
{
    private readonly StringBuilder _text = new();
    private readonly List<SortedSet<string>> _calls = [];

    private RandomProgram(int[] choices)
    {
        var remaining = new Queue<int>(choices);
        Statements(remaining, [""], depth: 0);
    }

    public static Gen<RandomProgram> Generator { get; } = Gen.Int[0, 99].Array[1, 40].Select(choices => new RandomProgram(choices));

    public string Text => _text.ToString();

    public string[] Expected => _calls.Select(call => string.Join(" ", call.Where(value => value.Length > 0))).ToArray();

    /// <summary>Writes statements; returns the values at the end of each path through them that does not return.</summary>
    private ImmutableArray<string> Statements(Queue<int> choices, ImmutableArray<string> paths, int depth)
    {
        while (choices.TryDequeue(out int choice) && !(depth > 0 && choice % 5 == 0))
        {
            paths = Statement(choice, choices, paths, depth);
        }

        return paths;
    }

    private ImmutableArray<string> Statement(int choice, Queue<int> choices, ImmutableArray<string> paths, int depth)
    {
        switch (choice % 7)
        {
            case 0 or 1:
                _text.Append($"x = {choice}; ");
                return paths.IsEmpty ? paths : [$"x={choice}"];
            case 2:
                _text.Append("if (c) return; ");
                return paths;
            case 3 when depth < 4:
                return If(choices, paths, depth);
            case 4 when depth < 4:
                return Finally(choices, paths, depth);
            default:
                _text.Append("Here(); ");
                _calls.Add(new SortedSet<string>(paths, StringComparer.Ordinal));
                return paths;
        }
    }

    private ImmutableArray<string> If(Queue<int> choices, ImmutableArray<string> paths, int depth)
    {
        _text.Append("if (c && d) { ");
        ImmutableArray<string> whenTrue = Statements(choices, paths, depth + 1);
        _text.Append("} else { ");
        ImmutableArray<string> whenFalse = Statements(choices, paths, depth + 1);
        _text.Append("} ");
        return [.. whenTrue.Union(whenFalse)];
    }

    // The finally leaves things as they are: which of them it finds depends on what may throw.
    private ImmutableArray<string> Finally(Queue<int> choices, ImmutableArray<string> paths, int depth)
    {
        _text.Append("using (r) { ");
        paths = Statements(choices, paths, depth + 1);
        _text.Append("} ");
        return paths;
    }
}
