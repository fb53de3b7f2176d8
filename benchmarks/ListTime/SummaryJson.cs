using System.Text.Json.Serialization;

namespace IntrusiveLists.Benchmarks;

/// <summary>How a summary is written.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Summary))]
internal sealed partial class SummaryJson : JsonSerializerContext
{
}
