using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Benchmarks;

/// <summary>
/// A program with a number of heads, and the edits that are made to it.
/// </summary>
internal sealed class HeadProgram
{
    private readonly SyntaxTree _ordinary;
    private readonly SyntaxTree _elements;
    private readonly SyntaxTree _owners;

    public HeadProgram(int heads)
    {
        int groups = heads / Sources.HeadsInGroup;
        SyntaxTree[] ordinary = [.. Sources.Ordinary(1).Select(Programs.Parse)];
        SyntaxTree[] elements = [.. Sources.Elements(groups).Select(Programs.Parse)];
        SyntaxTree[] owners = [.. Sources.Owners(groups).Select(Programs.Parse)];
        _ordinary = ordinary[0];
        _elements = elements[groups / 2];
        _owners = owners[groups / 2];
        Original = Programs.Create([.. ordinary, .. elements, .. owners], Programs.Runtime);
    }

    /// <summary>Gets the program before the edit.</summary>
    public Compilation Original { get; }

    /// <summary>Returns the program with another body of a method in a file without lists: another one for each round.</summary>
    public Edit WithOtherBody(int round) => Replace([(_ordinary, "buckets[index] = -1;", $"buckets[index] = -{round + 2};")]);

    /// <summary>Returns the program with another member in a file without lists.</summary>
    public Edit WithOtherMember(int round) => Replace([(_ordinary, "private readonly Dictionary", $"private readonly int _round{round} = 1; private readonly Dictionary")]);

    /// <summary>Returns the program with another name of one head.</summary>
    public Edit WithHeadRenamed(int round) => Replace([(_owners, "_readyQueue", $"_runQueue{round}")]);

    /// <summary>Returns the program with another name of one node, also where the tag names it, in another file.</summary>
    public Edit WithNodeRenamed(int round) => Replace([(_elements, "ByAge", $"ByTime{round}"), (_owners, "ByAge", $"ByTime{round}")]);

    private Edit Replace((SyntaxTree Tree, string Old, string New)[] edits)
    {
        Compilation program = Original;
        var files = new List<SyntaxTree>();
        foreach ((SyntaxTree tree, string old, string @new) in edits)
        {
            SyntaxTree edited = Programs.Edit(tree, old, @new);
            program = program.ReplaceSyntaxTree(tree, edited);
            files.Add(edited);
        }

        return new Edit(program, files);
    }
}
