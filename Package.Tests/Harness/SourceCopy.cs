using System.Collections.Generic;
using System.IO;

namespace IntrusiveLists.Package.Tests;

/// <summary>
/// A copy of the sources of the package, in a folder of its own, as a clone of one commit.
/// </summary>
/// <remarks>The tests build beside others that build the same projects, and perhaps from sources without a repository.</remarks>
internal static class SourceCopy
{
    /// <summary>The commit that the copies say they are of.</summary>
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private static readonly string[] Files =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", ".editorconfig", ".gitignore", "README.md", "LICENSE"];

    private static readonly string[] FoldersOfThePackage = ["Runtime", "Generator", "Analyzers", "CodeFixes", "Declarations", "Polyfills", "docs/images"];

    /// <summary>Packs a new copy as a release is packed; returns the folder of the packages. The solution's own build has let the analyzers see these sources.</summary>
    public static string Pack(string folder, string version)
    {
        Create(folder);
        string packages = Path.Combine(folder, "packages");
        Tool.Dotnet(
            folder,
            new Dictionary<string, string> { ["NUGET_PACKAGES"] = TestPaths.PackagesDirectory },
            "pack", "Runtime", "-c", "Release", "-m:1", "-o", packages, "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false", $"-p:Version={version}").AssertSucceeded();
        return packages;
    }

    private static void Create(string folder)
    {
        foreach (string name in FoldersOfThePackage)
        {
            Folders.Copy(Path.Combine(TestPaths.RepositoryDirectory, name), Path.Combine(folder, name));
        }

        foreach (string name in Files)
        {
            File.Copy(Path.Combine(TestPaths.RepositoryDirectory, name), Path.Combine(folder, name));
        }

        // As much of a repository as SourceLink reads.
        Directory.CreateDirectory(Path.Combine(folder, ".git", "objects"));
        Directory.CreateDirectory(Path.Combine(folder, ".git", "refs"));
        File.WriteAllText(Path.Combine(folder, ".git", "HEAD"), Commit + "\n");
        File.WriteAllText(Path.Combine(folder, ".git", "config"), "[core]\n\trepositoryformatversion = 0\n");
    }
}
