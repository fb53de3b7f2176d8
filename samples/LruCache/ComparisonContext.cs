using System.Text.Json.Serialization;

namespace LruCache;

/// <summary>Serialises comparisons without reflection, so that the program can be trimmed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Comparison))]
internal sealed partial class ComparisonContext : JsonSerializerContext;
