using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// A generator that does on purpose what ours must not: it shows that the checks can fail.
/// </summary>
internal sealed class Canary(Func<GeneratorAttributeSyntaxContext, object> transform) : IIncrementalGenerator
{
    public const string Step = "Canary";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<object> tags = context.SyntaxProvider
            .ForAttributeWithMetadataName("IntrusiveLists.ContainsAttribute", static (node, _) => node is VariableDeclaratorSyntax, (tag, _) => transform(tag))
            .WithTrackingName(Step);
        context.RegisterSourceOutput(tags.Collect(), static (output, models) => output.AddSource("Canary", $"// {models.Count()}"));
    }
}
