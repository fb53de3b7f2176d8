using System;
using System.IO;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Package.Tests;

/// <summary>
/// Projects that are wrong: their build says what is, wherever they have the package from, and the fixes mend it.
/// </summary>
[Collection(PackageCollection.Name)]
public sealed class WrongConsumerTests : IClassFixture<WrongConsumers>
{
    private readonly WrongConsumers _wrong;

    public WrongConsumerTests(WrongConsumers wrong)
    {
        _wrong = wrong;
    }

    [Theory]
    [InlineData("WrongTag", "Program.cs(13,35): error ILIST004: 'Connection' has no member 'ByAgee'")]
    [InlineData("WrongTagOfElement", "Program.cs(9,66): error ILIST103: The address of 'Owner._items' must not change")]
    [InlineData("Fixable", "Program.cs(10,14): error ILIST008: 'Server' must be partial")]
    public void WrongTagFailsTheBuild(string project, string error)
    {
        Assert.NotEqual(0, _wrong.Build.ExitCode);
        Assert.True(_wrong.Build.ComplaintsOf(project).Any(line => line.Contains($"{project}/{error}", StringComparison.Ordinal)), _wrong.Build.ToString());
    }

    /// <summary>Analyzers come to those too who have the package through another package.</summary>
    [Fact]
    public void WrongTagFailsTheBuildOfThoseWhoHaveItFromAPackage()
    {
        _wrong.Consumers.Dotnet("pack", "Elements/Elements.csproj", "-o", "../package", "-tl:off").AssertSucceeded();
        ToolRun build = _wrong.Consumers.Dotnet("build", "WrongTagOfPackage/WrongTagOfPackage.csproj", "-tl:off", "-clp:NoSummary");
        Assert.True(build.Complaints.Any(line => line.Contains("Program.cs(9,66): error ILIST103:", StringComparison.Ordinal)), build.ToString());
    }

    /// <summary>A compiler that takes neither generator nor analyzers says nothing itself.</summary>
    [Fact]
    public void OldCompilerIsWarnedOf()
    {
        Assert.True(
            _wrong.Build.ComplaintsOf("OldCompiler").Distinct().Count(line => line.Contains("warning ILISTBUILD: IntrusiveLists needs the C# compiler 4.3", StringComparison.Ordinal)) == 1,
            _wrong.Build.ToString());
        Assert.True(_wrong.Build.ComplaintsOf("OldCompiler").Distinct().Count() == 1, _wrong.Build.ToString());
    }

    [Fact]
    public void FormatAppliesAFix()
    {
        string source = _wrong.Consumers.PathOf("Fixable/Program.cs");
        string wrong = File.ReadAllText(source);
        ToolRun format = _wrong.Consumers.Dotnet("format", "analyzers", "Fixable/Fixable.csproj", "--no-restore", "--diagnostics", "ILIST008", "--severity", "error").AssertSucceeded();
        Assert.True(File.ReadAllText(source) == wrong.Replace("public class Server", "public partial class Server", StringComparison.Ordinal), format.ToString());

        ToolRun build = _wrong.Consumers.Dotnet("build", "Fixable/Fixable.csproj", "--no-restore", "-warnaserror", "-tl:off", "-clp:NoSummary").AssertSucceeded();
        Assert.True(!build.Complaints.Any(), build.ToString());
    }
}
