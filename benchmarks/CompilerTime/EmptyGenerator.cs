using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.Benchmarks;

/// <summary>
/// The control: asks for the same attribute on the same syntax, reads nothing, and adds files that are there already, or none.
/// </summary>
internal sealed class EmptyGenerator(IReadOnlyList<GeneratedSourceResult> files) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<int> tags = context.SyntaxProvider.ForAttributeWithMetadataName(
            typeof(ContainsAttribute).FullName!, static (node, _) => node is VariableDeclaratorSyntax, static (_, _) => 0);
        context.RegisterSourceOutput(tags, static (_, _) => { });
        context.RegisterSourceOutput(tags.Collect(), (output, _) =>
        {
            foreach (GeneratedSourceResult file in files)
            {
                // The text of a new file has yet to be encoded and hashed.
                output.AddSource(file.HintName, file.SourceText.ToString());
            }
        });
    }
}
