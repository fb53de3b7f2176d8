using System.Collections.Generic;
using System.IO;
using Xunit;

namespace IntrusiveLists.Package.Tests;

/// <summary>A copy of the consumers, each of which has nothing but the package.</summary>
public sealed class Consumers
{
    private readonly string _folder;
    private readonly Dictionary<string, string> _environment;

    public Consumers(PackedPackage package, string name)
    {
        // Their source of packages is called so in nuget.config.
        _folder = Path.Combine(package.Workspace, name, "consumers");
        Folders.Copy(TestPaths.ConsumersDirectory, _folder);
        Folders.Copy(package.Folder, Path.Combine(package.Workspace, name, "package"));

        _environment = new Dictionary<string, string>
        {
            ["IntrusiveListsVersion"] = package.Version,
            ["NUGET_PACKAGES"] = Path.Combine(package.Workspace, "packages"),
            ["RestoreFallbackFolders"] = TestPaths.PackagesDirectory,
            ["NuGetAudit"] = "false",
        };
    }

    internal ToolRun Dotnet(params string[] arguments) => Tool.Dotnet(_folder, _environment, arguments);

    /// <summary>Runs a program; returns what it prints.</summary>
    internal string Run(string program)
    {
        string path = PathOf(program);
        ToolRun run = Path.GetExtension(path) == ".dll" ? Dotnet("exec", path) : Tool.Run(_folder, _environment, path);
        return run.AssertSucceeded().Output.Trim();
    }

    internal string PathOf(string file) => Path.Combine(_folder, file);

    /// <summary>Requires that a build had nothing to say about a project.</summary>
    internal static void AssertSilent(ToolRun run, string project)
    {
        string[] complaints = [.. run.ComplaintsOf(project)];
        Assert.True(complaints.Length == 0, $"{string.Join('\n', complaints)}\n\n{run}");
    }
}
