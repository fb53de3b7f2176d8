using System.Linq;
using Xunit;

namespace IntrusiveLists.Rules.Tests;

/// <summary>
/// The release notes of the analyzers list their rules.
/// </summary>
public sealed class AnalyzerReleasesTests
{
    [Fact]
    public void Releases_list_exactly_the_rules_with_category_and_severity() => Assert.Equal(
        Verifier.Rules.Values.Select(rule => (rule.Id, rule.Category, rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled")),
        Documents.Find("Analyzers/AnalyzerReleases.", ".md").SelectMany(path => Markdown.Rows(Documents.Read(path))).Select(row => (row[0], row[1], row[2])).Order());
}
