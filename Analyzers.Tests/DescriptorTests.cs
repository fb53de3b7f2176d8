using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// What every rule has in common.
/// </summary>
public sealed class DescriptorTests
{
    private static readonly Type Holder = typeof(DeclarationAnalyzer).Assembly.GetType("IntrusiveLists.Analyzers.DiagnosticDescriptors", throwOnError: true)!;

    private static readonly Dictionary<string, DiagnosticDescriptor> Descriptors = Holder
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
        .ToDictionary(field => field.Name, field => (DiagnosticDescriptor)field.GetValue(null)!);

    public static TheoryData<string> Names => [.. Descriptors.Keys];

    [Fact]
    public void IdentifiersAreUnique() => Assert.Equal(Descriptors.Count, Descriptors.Values.Select(rule => rule.Id).Distinct().Count());

    [Fact]
    public void AllRulesAreInTheListOfAll() => Assert.Equal(Descriptors.Values, (IEnumerable<DiagnosticDescriptor>)Holder.GetField("All")!.GetValue(null)!);

    [Theory]
    [MemberData(nameof(Names))]
    public void RuleHasSeverityAndCategory(string name)
    {
        DiagnosticDescriptor rule = Descriptors[name];
        Assert.Matches("^ILIST[0-9]{3}$", rule.Id);
        Assert.NotEqual(DiagnosticSeverity.Hidden, rule.DefaultSeverity);
        Assert.StartsWith("IntrusiveLists.", rule.Category);
    }

    [Fact]
    public void OnlyAdviceIsOffByDefault() => Assert.Equal(["WorkUnderLock"], Descriptors.Where(rule => !rule.Value.IsEnabledByDefault).Select(rule => rule.Key));

    [Theory]
    [MemberData(nameof(Names))]
    public void RuleIsExplained(string name)
    {
        DiagnosticDescriptor rule = Descriptors[name];
        Assert.Matches("^[A-Z].*[^.]$", rule.Title.ToString());
        Assert.Matches("^.*[^. ]$", rule.MessageFormat.ToString());
        Assert.EndsWith($"/docs/rules/{rule.Id}.md", rule.HelpLinkUri);
        Assert.True(Uri.TryCreate(rule.HelpLinkUri, UriKind.Absolute, out Uri? link) && link.Scheme == Uri.UriSchemeHttps);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void RuleIsReleased(string name)
    {
        DiagnosticDescriptor rule = Descriptors[name];
        string severity = rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled";
        Assert.Contains($"{rule.Id} | {rule.Category} | {severity} | {rule.Title}", File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "AnalyzerReleases.Unshipped.md")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void RuleIsImplemented(string name) => Assert.Contains(Descriptors[name], Compiler.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics));

    [Theory]
    [MemberData(nameof(Names))]
    public void RuleIsTested(string name)
    {
        Type tests = Type.GetType($"IntrusiveLists.Analyzers.Tests.{name}Tests", throwOnError: true)!;
        Assert.Equal(Descriptors[name].Id, Assert.IsAssignableFrom<RuleTests>(Activator.CreateInstance(tests)).Rule);
        Assert.Contains(tests.GetMethods(), method => method.Name.StartsWith("Rejects", StringComparison.Ordinal) && method.IsDefined(typeof(FactAttribute), inherit: true));
    }

    [Fact]
    public void NothingElseIsReported() =>
        Assert.Equal(Descriptors.Values.OrderBy(rule => rule.Id), Compiler.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).OrderBy(rule => rule.Id));

    [Fact]
    public void SuppressionsAreUnique()
    {
        SuppressionDescriptor[] suppressions = Compiler.Analyzers.OfType<DiagnosticSuppressor>().SelectMany(suppressor => suppressor.SupportedSuppressions).ToArray();
        Assert.NotEmpty(suppressions);
        Assert.Equal(suppressions.Length, suppressions.Select(suppression => suppression.Id).Distinct().Count());
        Assert.Equal(suppressions.Length, suppressions.Select(suppression => suppression.SuppressedDiagnosticId).Distinct().Count());
        Assert.All(suppressions, suppression => Assert.Matches("^[A-Z].*[.]$", suppression.Justification.ToString()));
    }
}
