using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace IntrusiveLists.Rules.Tests;

/// <summary>
/// Every rule has a page, and what the page says is so.
/// </summary>
public sealed class RulePageTests
{
    private static readonly string[] Shape = ["What it rejects", "Why", "Wrong", "Message", "Right", "In the kernel"];

    /// <summary>What the compiler itself says of code that breaks a rule.</summary>
    private static readonly Dictionary<string, string> Companions = new() { ["ILIST206"] = "CS1503" };

    /// <summary>The rule whose wrong code is wrong without the generator alone.</summary>
    private const string NothingGenerated = "ILIST015";

    public static TheoryData<string> Rules => [.. Verifier.Rules.Keys];

    [Fact]
    public void Rules_and_pages_correspond()
    {
        IEnumerable<string> pages = Documents.Find(RulePage.Folder + "ILIST", ".md").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.NotEmpty(Verifier.Rules);
        Assert.Equal(Verifier.Rules.Keys, pages);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Page_states_the_facts_of_its_rule(string identifier)
    {
        DiagnosticDescriptor rule = Verifier.Rules[identifier];
        var page = RulePage.Read(identifier);

        Assert.Equal($"# {rule.Id}: {rule.Title}", page.Title);
        Assert.Equal([[rule.Category, rule.DefaultSeverity.ToString(), Verifier.FixedRules.Contains(identifier) ? "yes" : "no"]], page.Facts);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Page_has_the_common_shape(string identifier) => Assert.Equal(Shape, RulePage.Read(identifier).Headings);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Help_link_leads_to_the_page(string identifier) =>
        Assert.EndsWith($"/{RulePage.Folder}{identifier}.md", Verifier.Rules[identifier].HelpLinkUri);

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Wrong_code_raises_exactly_the_messages_of_the_page(string identifier)
    {
        var page = RulePage.Read(identifier);

        Assert.Equal(page.Messages, await Snippet.Compile(page.Wrong, generate: identifier != NothingGenerated));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Messages_are_of_the_rule_alone(string identifier)
    {
        IEnumerable<string> expected = Companions.TryGetValue(identifier, out string? companion) ? [companion, identifier] : [identifier];

        Assert.Equal(expected, RulePage.Read(identifier).Messages.Select(message => message.Split(' ', ':')[1]));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Right_code_raises_nothing(string identifier) => Assert.Empty(await Snippet.Compile(RulePage.Read(identifier).Right));
}
