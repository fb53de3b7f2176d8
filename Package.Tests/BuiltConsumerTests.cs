using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace IntrusiveLists.Package.Tests;

/// <summary>
/// Projects that refer to the package, directly or through another: they build without a word, with warnings as errors and no unsafe code allowed, and run.
/// </summary>
[Collection(PackageCollection.Name)]
public sealed class BuiltConsumerTests : IClassFixture<BuiltConsumers>
{
    private const string OnNet = "jobs 321, pairs 9223372036854775807, plains Node @ 8: node, drained 1";
    private const string OfNetStandard = "jobs 321, plains Node @ 8: node, drained 1";

    private readonly BuiltConsumers _built;

    public BuiltConsumerTests(BuiltConsumers built)
    {
        _built = built;
    }

    [Fact]
    public void NothingElseIsSaid()
    {
        _built.Build.AssertSucceeded();
        Assert.True(!_built.Build.Complaints.Any(), _built.Build.ToString());
    }

    [Theory]
    [InlineData("Application")]
    [InlineData("PrivateAssets")]
    [InlineData("CSharp9")]
    [InlineData("CSharpLatest")]
    [InlineData("CSharpPreview")]
    [InlineData("NullableDisabled")]
    [InlineData("CheckedArithmetic")]
    [InlineData("GlobalUsings")]
    public void ApplicationRuns(string project) => AssertPrints(project, $"{OnNet}, hardened True");

    /// <summary>C# 7.3 against netstandard2.0 and with a strong name, run by an application that has the package through the library alone.</summary>
    [Fact]
    public void NetStandardLibraryRuns()
    {
        Consumers.AssertSilent(_built.Build, "NetStandardLibrary");
        AssertPrints("NetStandardApplication", $"{OfNetStandard}, hardened True");
    }

    /// <summary>All analyzers of the SDK, code style and missing documentation: generated code raises none of them.</summary>
    [Fact]
    public void StrictAnalysisIsSilent()
    {
        Consumers.AssertSilent(_built.Build, "StrictAnalysis");
        Assert.True(File.Exists(_built.Consumers.PathOf("StrictAnalysis/bin/Debug/net10.0/StrictAnalysis.dll")), _built.Build.ToString());
    }

    /// <summary>Owners here, elements in a library, public and internal; and owners of the library, with elements that are closed here.</summary>
    [Theory]
    [InlineData("Elements", "OwnersOfElements")]
    [InlineData("Elements", "OwnersWithReference")]
    [InlineData("PrivateElements", "OwnersOfPrivateElements")]
    public void OwnersAndElementsOfTwoAssembliesMeet(string library, string application)
    {
        Consumers.AssertSilent(_built.Build, library);
        AssertPrints(application, "1 1 1 1 1 1");
    }

    /// <summary>Friends see each other's links and registrations, which must not be ambiguous: elements that are not partial, on both frameworks.</summary>
    [Fact]
    public void FriendsRegisterTheirElements()
    {
        Consumers.AssertSilent(_built.Build, "FirstFriend");
        Consumers.AssertSilent(_built.Build, "SecondFriend");
        AssertPrints("FriendApplication", "1 1 1, nodes 2 1");
    }

    [Theory]
    [InlineData("Application", "Debug", true)]
    [InlineData("HardenedOff", "Debug", false)]
    [InlineData("ReleaseDefault", "Release", false)]
    [InlineData("HardenedOnInRelease", "Release", true)]
    public void HardenedModeIsInTheConfigurationAndInEffect(string project, string configuration, bool hardened)
    {
        AssertPrints(project, $"{OnNet}, hardened {hardened}", configuration);
        string file = _built.Consumers.PathOf($"{project}/bin/{configuration}/net10.0/{project}.runtimeconfig.json");
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        JsonElement option = document.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties").GetProperty("IntrusiveLists.Hardened");
        Assert.Equal(hardened, option.GetBoolean());
    }

    private void AssertPrints(string project, string expected, string configuration = "Debug")
    {
        Consumers.AssertSilent(_built.Build, project);
        Assert.Equal(expected, _built.Consumers.Run($"{project}/bin/{configuration}/net10.0/{project}.dll"));
    }
}
