using System.IO;
using System.Linq;
using System.Reflection;

namespace IntrusiveLists.Package.Tests;

/// <summary>The places that the build has told the tests.</summary>
internal static class TestPaths
{
    public static string RepositoryDirectory => Get(nameof(RepositoryDirectory));

    /// <summary>Gets the folder of the packages that are there already, none of which is under test.</summary>
    public static string PackagesDirectory => Get(nameof(PackagesDirectory));

    public static string ConsumersDirectory => Path.Combine(RepositoryDirectory, "Package.Tests", "Consumers");

    private static string Get(string key) =>
        typeof(TestPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
