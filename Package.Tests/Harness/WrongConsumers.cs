namespace IntrusiveLists.Package.Tests;

/// <summary>The consumers of <c>Wrong.slnx</c>, which a build must find fault with.</summary>
public sealed class WrongConsumers
{
    public WrongConsumers(PackedPackage package)
    {
        Consumers = new Consumers(package, "wrong");
        Build = Consumers.Dotnet("build", "Wrong.slnx", "-m:2", "-tl:off", "-clp:NoSummary");
    }

    public Consumers Consumers { get; }

    internal ToolRun Build { get; }
}
