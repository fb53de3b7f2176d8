using System.IO;
using System.Text.Json;

namespace LruCache;

/// <summary>Prints one JSON object a line.</summary>
internal sealed class JsonReport(TextWriter output) : IReport
{
    /// <inheritdoc/>
    public void Add(Comparison comparison) => output.WriteLine(JsonSerializer.Serialize(comparison, ComparisonContext.Default.Comparison));
}
