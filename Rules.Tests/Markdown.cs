using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace IntrusiveLists.Rules.Tests;

/// <summary>
/// As much of Markdown as the documents use.
/// </summary>
internal static partial class Markdown
{
    /// <summary>Returns the rows of every table below its header, as cells.</summary>
    public static IReadOnlyList<string[]> Rows(string text)
    {
        var rows = new List<string[]>();
        bool inBody = false;
        foreach (string line in text.Split('\n'))
        {
            // Some tables have no bars at their ends.
            bool isRule = TableRule().IsMatch(line);
            bool isRow = line.Contains('|', StringComparison.Ordinal);
            if (inBody && isRow)
            {
                rows.Add([.. line.Trim('|').Split('|').Select(cell => cell.Trim())]);
            }

            inBody = isRow && (inBody || isRule);
        }

        return rows;
    }

    /// <summary>Returns the text of a section, down to the next heading of its level.</summary>
    public static string Section(string text, string heading)
    {
        string[] sections = text.Split("\n## ");
        return sections.Skip(1).Single(section => section.StartsWith(heading + "\n", StringComparison.Ordinal))[heading.Length..];
    }

    /// <summary>Returns the headings of the second level, in order.</summary>
    public static IReadOnlyList<string> Headings(string text) =>
        [.. text.Split("\n## ").Skip(1).Select(section => section.Split('\n')[0])];

    /// <summary>Returns the content of the one fenced block in a text.</summary>
    /// <exception cref="InvalidDataException">There is no such block, or more than one.</exception>
    public static string Block(string text, string language)
    {
        MatchCollection blocks = FencedBlock().Matches(text);
        return blocks is [Match block] && block.Groups["language"].Value == language
            ? block.Groups["content"].Value
            : throw new InvalidDataException($"There must be one block of '{language}' in: {text}");
    }

    /// <summary>Returns the contents of all fenced blocks of a language, one after the other.</summary>
    public static string Blocks(string text, string language) =>
        string.Concat(FencedBlock().Matches(text).Where(block => block.Groups["language"].Value == language).Select(block => block.Groups["content"].Value));

    [GeneratedRegex(@"^[ |:-]*-[ |:-]*\|[ |:-]*$")]
    private static partial Regex TableRule();

    [GeneratedRegex("^```(?<language>.*)\n(?<content>(.*\n)*?)```$", RegexOptions.Multiline)]
    private static partial Regex FencedBlock();
}
