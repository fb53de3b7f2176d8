using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using IntrusiveLists.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// What every fix has in common.
/// </summary>
public sealed class ProviderTests
{
    private static readonly HashSet<string> Rules = typeof(DeclarationAnalyzer).Assembly
        .GetType("IntrusiveLists.Declarations.RuleIdentifiers", throwOnError: true)!
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetValue(null)!)
        .ToHashSet();

    public static TheoryData<string> Names => [.. typeof(RuleFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void FixIsExportedUnderItsName(string name)
    {
        ExportCodeFixProviderAttribute? export = TypeOf(name).GetCustomAttribute<ExportCodeFixProviderAttribute>();
        Assert.NotNull(export);
        Assert.Equal(name, export.Name);
        Assert.Equal([LanguageNames.CSharp], export.Languages);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FixMendsRulesThatExist(string name)
    {
        Assert.NotEmpty(FixOf(name).FixableDiagnosticIds);
        Assert.All(FixOf(name).FixableDiagnosticIds, rule => Assert.Contains(rule, Rules));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FixMendsManyPlacesAtOnce(string name)
    {
        FixAllProvider? provider = FixOf(name).GetFixAllProvider();
        Assert.NotNull(provider);
        Assert.Equal([FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution], provider.GetSupportedFixAllScopes());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FixIsTested(string name) => Assert.NotNull(Type.GetType($"IntrusiveLists.Analyzers.Tests.{name}Tests"));

    private static Type TypeOf(string name) => typeof(RuleFix).Assembly.GetType($"IntrusiveLists.CodeFixes.{name}", throwOnError: true)!;

    private static RuleFix FixOf(string name) => Assert.IsAssignableFrom<RuleFix>(Activator.CreateInstance(TypeOf(name)));
}
