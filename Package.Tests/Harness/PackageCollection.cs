using Xunit;

namespace IntrusiveLists.Package.Tests;

/// <summary>All tests: they share the package, and run one after the other, since each build takes what processors there are.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "package";
}
