using System;
using System.IO;
using System.Linq;
using Xunit;

namespace IntrusiveLists.Package.Tests;

/// <summary>
/// Applications in the forms that are shipped: published without a word of the linker or the native compiler, and run.
/// </summary>
[Collection(PackageCollection.Name)]
public sealed class PublishedConsumerTests : IClassFixture<PublishedConsumers>
{
    private const string Lists = "jobs 321, pairs 9223372036854775807, plains Node @ 8: node, drained 1";

    private readonly PublishedConsumers _published;

    public PublishedConsumerTests(PublishedConsumers published)
    {
        _published = published;
    }

    [Theory]
    [InlineData("Trimmed", "net10.0", false)]
    [InlineData("SingleFile", "net10.0", false)]
    [InlineData("SelfContainedNet8", "net8.0", false)]
    public void ApplicationRuns(string project, string framework, bool hardened) => AssertRuns(project, framework, hardened);

    /// <summary>The linker and the native compiler name no project where they complain.</summary>
    [LinkerTheory]
    [InlineData("NativeAot", "net10.0", true)]
    public void NativeApplicationRuns(string project, string framework, bool hardened)
    {
        _published.Publish.AssertSucceeded();
        Assert.True(!_published.Publish.Complaints.Any(), _published.Publish.ToString());
        AssertRuns(project, framework, hardened);
        AssertIsOneFile(project);
    }

    /// <summary>There is no assembly beside the file that could be what has run.</summary>
    [Fact]
    public void SingleFileHoldsAll() => AssertIsOneFile("SingleFile");

    private void AssertRuns(string project, string framework, bool hardened)
    {
        Consumers.AssertSilent(_published.Publish, project);
        string publish = Path.Combine(Directory.GetDirectories(_published.Consumers.PathOf($"{project}/bin/Release/{framework}")).Single(), "publish");
        string program = Path.Combine(publish, OperatingSystem.IsWindows() ? $"{project}.exe" : project);
        Assert.Equal($"{Lists}, hardened {hardened}", _published.Consumers.Run(program));
    }

    private void AssertIsOneFile(string project)
    {
        string output = Directory.GetDirectories(_published.Consumers.PathOf($"{project}/bin/Release/net10.0")).Single();
        Assert.Empty(Directory.GetFiles(Path.Combine(output, "publish"), "*.dll"));
    }
}
