using System.Collections.Generic;

namespace IntrusiveLists.Rules.Tests;

/// <summary>
/// The page of a rule under <c>docs/rules</c>.
/// </summary>
/// <param name="Title">The first line.</param>
/// <param name="Facts">The rows of the table under it.</param>
/// <param name="Headings">The headings of the sections, in order.</param>
/// <param name="Wrong">Code that breaks the rule.</param>
/// <param name="Messages">What the compiler then prints, line by line.</param>
/// <param name="Right">Code that keeps the rule.</param>
internal sealed record RulePage(
    string Title,
    IReadOnlyList<string[]> Facts,
    IReadOnlyList<string> Headings,
    string Wrong,
    IReadOnlyList<string> Messages,
    string Right)
{
    public const string Folder = "docs/rules/";

    /// <summary>Reads the page of a rule.</summary>
    public static RulePage Read(string rule)
    {
        string text = Documents.Read($"{Folder}{rule}.md");
        string[] lines = text.Split('\n');
        return new RulePage(
            lines[0],
            Markdown.Rows(text.Split("\n## ")[0]),
            Markdown.Headings(text),
            Markdown.Block(Markdown.Section(text, "Wrong"), "csharp"),
            Markdown.Block(Markdown.Section(text, "Message"), "text").TrimEnd('\n').Split('\n'),
            Markdown.Block(Markdown.Section(text, "Right"), "csharp"));
    }
}
