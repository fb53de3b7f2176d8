namespace IntrusiveLists.Package.Tests;

/// <summary>The consumers of <c>Published.slnx</c>, published in Release.</summary>
public sealed class PublishedConsumers
{
    public PublishedConsumers(PackedPackage package)
    {
        Consumers = new Consumers(package, "published");
        Publish = Consumers.Dotnet("publish", "Published.slnx", "-m:2", "-warnaserror", "-tl:off", "-clp:NoSummary");
    }

    public Consumers Consumers { get; }

    internal ToolRun Publish { get; }
}
