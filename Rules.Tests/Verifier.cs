using System;
using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Analyzers;
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

    /// <summary>Every suppression, by identifier.</summary>
    public static readonly ImmutableSortedDictionary<string, SuppressionDescriptor> Suppressions = Analyzers
        .OfType<DiagnosticSuppressor>()
        .SelectMany(suppressor => suppressor.SupportedSuppressions)
        .ToImmutableSortedDictionary(suppression => suppression.Id, suppression => suppression, StringComparer.Ordinal);
}
