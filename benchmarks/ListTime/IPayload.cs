namespace IntrusiveLists.Benchmarks;

/// <summary>What a node of a list that is not intrusive holds.</summary>
internal interface IPayload
{
    long Key { get; set; }
}
