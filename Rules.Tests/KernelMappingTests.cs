using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace IntrusiveLists.Rules.Tests;

/// <summary>
/// The mapping of the kernel's contract names what exists, and all of it.
/// </summary>
public sealed partial class KernelMappingTests
{
    private static readonly string Mapping = Documents.Read("docs/kernel-mapping.md");

    [Fact]
    public void Mapping_links_exactly_the_rules() => Assert.Equal(
        Verifier.Rules.Keys.Select(rule => $"[{rule}](rules/{rule}.md)"),
        RuleLink().Matches(Mapping).Select(link => link.Value).Distinct().Order());

    [Fact]
    public void Mapping_lists_exactly_the_operations_of_a_list()
    {
        IEnumerable<string> listed = Markdown.Rows(Markdown.Section(Mapping, "List operations"))
            .SelectMany(row => Operation().Matches(row[1]))
            .Select(operation => operation.Groups["name"].Value);

        Assert.Equal(OperationsOfLists().Order(), listed.Distinct().Order());
    }

    private static IEnumerable<string> OperationsOfLists() => typeof(IntrusiveList<,>)
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
        .Where(member => member.GetCustomAttribute<EditorBrowsableAttribute>() is null)
        .Select(member => member.Name)
        .Distinct();

    [GeneratedRegex(@"\[?ILIST\d{3}\]?(\(.*?\))?")]
    private static partial Regex RuleLink();

    [GeneratedRegex(@"`(?<name>[A-Z]\w*)[^`]*`")]
    private static partial Regex Operation();
}
