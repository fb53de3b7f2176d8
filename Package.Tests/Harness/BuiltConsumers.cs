namespace IntrusiveLists.Package.Tests;

/// <summary>The consumers of <c>Built.slnx</c>, restored and built in Debug, as a build does that nobody has told anything.</summary>
public sealed class BuiltConsumers
{
    public BuiltConsumers(PackedPackage package)
    {
        Consumers = new Consumers(package, "built");
        Build = Consumers.Dotnet("build", "Built.slnx", "-m:2", "-warnaserror", "-tl:off", "-clp:NoSummary");
    }

    public Consumers Consumers { get; }

    internal ToolRun Build { get; }
}
