using System.Linq;
using Xunit;

namespace IntrusiveLists.Rules.Tests;

/// <summary>
/// The index of the rules lists them all.
/// </summary>
public sealed class RuleIndexTests
{
    private const string Index = RulePage.Folder + "README.md";

    [Fact]
    public void Index_lists_exactly_the_rules_with_their_titles() => Assert.Equal(
        Verifier.Rules.Values.Select(rule => ($"[{rule.Id}]({rule.Id}.md)", rule.Title.ToString())),
        Markdown.Rows(Markdown.Section(Documents.Read(Index), "Rules")).Select(row => (row[0], row[1])));

    [Fact]
    public void Index_lists_exactly_the_suppressions() => Assert.Equal(
        Verifier.Suppressions.Values.Select(suppression => (suppression.Id, suppression.SuppressedDiagnosticId)),
        Markdown.Rows(Markdown.Section(Documents.Read(Index), "Suppressors")).Select(row => (row[0], row[1])));
}
