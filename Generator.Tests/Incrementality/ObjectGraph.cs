using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// Looks through everything that a value in the pipeline can reach.
/// </summary>
internal static class ObjectGraph
{
    /// <summary>Returns what the outputs of the tracked steps hold on to that belongs to one compilation.</summary>
    public static IReadOnlyList<string> CompilationBound(GeneratorRunResult result) =>
        [.. result.TrackedSteps
            .Where(step => IsOurs(step.Key))
            .SelectMany(step => step.Value)
            .SelectMany(run => run.Outputs)
            .SelectMany(output => BoundIn(output.Value))
            .Distinct()];

    // The steps that Roslyn adds hold syntax, as they must.
    private static bool IsOurs(string step) =>
        step is TrackingNames.Tags or TrackingNames.Owners or TrackingNames.Links or TrackingNames.Registrations or TrackingNames.RegistrationClass || step.StartsWith("Canary", StringComparison.Ordinal);

    private static IEnumerable<string> BoundIn(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<object?>([root]);
        while (pending.Count > 0)
        {
            if (pending.Pop() is not { } value || !seen.Add(value))
            {
                continue;
            }

            if (value is ISymbol or SyntaxNode or SyntaxTree or Compilation or Location or SemanticModel or SyntaxReference or AttributeData or Delegate)
            {
                yield return value.GetType().Name;
                continue;
            }

            foreach (object? part in PartsOf(value))
            {
                pending.Push(part);
            }
        }
    }

    private static IEnumerable<object?> PartsOf(object value)
    {
        Type type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || value is string)
        {
            return [];
        }

        return value is Array array ? array.Cast<object?>() : FieldsOf(type).Select(field => field.GetValue(value));
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }
}
