using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// One edit of a program, as somebody makes it in an editor.
/// </summary>
internal static class RandomEdit
{
    // A text, and another that changes what it means, or only where it stands.
    private static readonly (string Text, string Replacement)[] s_replacements =
    [
        ("partial ", ""),
        ("public ", "internal "),
        ("private ", "public "),
        ("internal ", ""),
        ("readonly ", ""),
        ("struct ", "record struct "),
        ("struct ", "class "),
        ("unmanaged", "struct"),
        ("ListNode ", "ListHead "),
        ("ListHead ", "ListNode "),
        ("Node;", "Renamed;"),
        ("\"Node\"", "\"node\""),
        (", Lock = ", ", Name = "),
        (", Name = ", ", Lock = "),
        ("Contains(", "Contains ("),
        ("Contains", "Obsolete"),
        ("App", "App.More"),
        ("Foo", "Fo"),
        ("{", "{ /* edited */"),
        ("{", "{ private int edited;"),
        ("\n", "\r\n"),
        (";", ""),
    ];

    /// <summary>Returns the program with one edit, which may change nothing.</summary>
    public static Compilation Apply(Compilation program, Random random)
    {
        SyntaxTree[] trees = [.. program.SyntaxTrees];
        SyntaxTree tree = trees[random.Next(trees.Length)];
        string text = tree.ToString();
        string[] lines = text.Split('\n');
        int line = random.Next(lines.Length);
        return random.Next(10) switch
        {
            0 when trees.Length > 1 => program.RemoveSyntaxTrees(tree),
            1 => program.AddSyntaxTrees(Sources.Tree(FileOfAnother(random), $"Added{random.Next()}.cs", Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview)),
            2 => Replace(FileOfAnother(random)),
            3 => Replace(string.Join('\n', lines.Where((_, index) => index != line))),
            4 => Replace(string.Join('\n', lines.SelectMany((content, index) => index == line ? new[] { content, content } : [content]))),
            5 => program.RemoveSyntaxTrees(tree).AddSyntaxTrees(tree),
            6 => program.WithReferences(program.References.Where(reference => Sources.References.Contains(reference))),
            _ => Replace(Substitute(text, random)),
        };

        Compilation Replace(string edited) => program.ReplaceSyntaxTree(tree, Sources.Tree(edited, tree.FilePath, Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview));
    }

    private static string FileOfAnother(Random random) => ShapeGenerator.Make(size: 2, random.Next()).Files[0];

    /// <summary>Makes a replacement, of those that change the text, in one place or in all.</summary>
    private static string Substitute(string text, Random random)
    {
        (string Text, string Replacement)[] applicable = [.. s_replacements.Where(candidate => text.Contains(candidate.Text, StringComparison.Ordinal))];
        if (applicable.Length == 0)
        {
            return text + "\n";
        }

        (string old, string replacement) = applicable[random.Next(applicable.Length)];
        if (random.Next(2) == 0)
        {
            return text.Replace(old, replacement, StringComparison.Ordinal);
        }

        int place = text.IndexOf(old, random.Next(text.LastIndexOf(old, StringComparison.Ordinal) + 1), StringComparison.Ordinal);
        return text[..place] + replacement + text[(place + old.Length)..];
    }
}
