using System;
using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Analyzers;
using IntrusiveLists.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Rules.Tests;

/// <summary>
/// The analyzers and suppressors of the library, and the rules that they support.
/// </summary>
internal static class Verifier
{
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(DeclarationAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
    ];

    /// <summary>Every rule, once, by identifier.</summary>
    public static readonly ImmutableSortedDictionary<string, DiagnosticDescriptor> Rules = Analyzers
        .SelectMany(analyzer => analyzer.SupportedDiagnostics)
        .Distinct()
        .ToImmutableSortedDictionary(rule => rule.Id, rule => rule, StringComparer.Ordinal);

    /// <summary>The identifiers of the rules for which there is a code fix.</summary>
    public static readonly ImmutableHashSet<string> FixedRules = typeof(RuleFix).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(RuleFix)))
        .SelectMany(type => ((RuleFix)Activator.CreateInstance(type)!).FixableDiagnosticIds)
        .ToImmutableHashSet();

    /// <summary>Every suppression, by identifier.</summary>
    public static readonly ImmutableSortedDictionary<string, SuppressionDescriptor> Suppressions = Analyzers
        .OfType<DiagnosticSuppressor>()
        .SelectMany(suppressor => suppressor.SupportedSuppressions)
        .ToImmutableSortedDictionary(suppression => suppression.Id, suppression => suppression, StringComparer.Ordinal);
}
