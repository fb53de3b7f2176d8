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

    /// <summary>Returns the program with another method body in a file without lists.</summary>
    public Compilation WithOtherBody() => Replace([(_ordinary, "buckets[index] = -1;", "buckets[index] = -2;")]);

    /// <summary>Returns the program with another name of one head.</summary>
    public Compilation WithHeadRenamed() => Replace([(_owners, "_readyQueue", "_runQueue")]);

    /// <summary>Returns the program with another name of one node, also where the tag names it, in another file.</summary>
    public Compilation WithNodeRenamed() => Replace([(_elements, "ByAge", "ByTime"), (_owners, "ByAge", "ByTime")]);

    private Compilation Replace(IEnumerable<(SyntaxTree Tree, string Old, string New)> edits) =>
        edits.Aggregate(Original, (program, edit) => program.ReplaceSyntaxTree(edit.Tree, Programs.Edit(edit.Tree, edit.Old, edit.New)));
}
