using System.Linq;
using System.Reflection;

namespace IntrusiveLists.Generator.Tests;

/// <summary>What the build has told the tests.</summary>
internal static class TestPaths
{
    public static string CompilerPath => Get(nameof(CompilerPath));

    public static string NetStandardReferences => Get(nameof(NetStandardReferences));

    public static string NetStandardRuntime => Get(nameof(NetStandardRuntime));

    /// <summary>Gets the version of the compiler that the tests are to run in.</summary>
    public static string RoslynVersion => Get(nameof(RoslynVersion));

    private static string Get(string key) =>
        typeof(TestPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
