using System.Linq;
using System.Reflection;

namespace IntrusiveLists.Generator.Tests;

/// <summary>The places that the build has told the tests.</summary>
internal static class TestPaths
{
    public static string SnapshotDirectory => Get(nameof(SnapshotDirectory));

    public static string CompilerPath => Get(nameof(CompilerPath));

    public static string NetStandardReferences => Get(nameof(NetStandardReferences));

    public static string NetStandardRuntime => Get(nameof(NetStandardRuntime));

    private static string Get(string key) =>
        typeof(TestPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
