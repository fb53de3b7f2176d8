using System.Text.Json.Serialization;

namespace IntrusiveLists.Benchmarks;

/// <summary>How a run is written and read.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Run))]
[JsonSerializable(typeof(Summary))]
internal sealed partial class RunJson : JsonSerializerContext
{
}
