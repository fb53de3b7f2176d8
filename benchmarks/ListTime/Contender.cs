using System.Collections.Generic;

namespace IntrusiveLists.Benchmarks;

/// <summary>A list, or an allocator, that is measured, and what it can do.</summary>
internal sealed record Contender(string Name, Contract Contract, IReadOnlyDictionary<string, Operation> Operations)
{
    /// <summary>Gets how it was compiled, if that can be done in several ways.</summary>
    public string? Compiler { get; init; }

    /// <summary>Gets whether the contender can do a workload.</summary>
    public bool Can(string operation) => Operations.ContainsKey(operation);

    /// <summary>Does something that not every contender needs.</summary>
    public unsafe long DoIfAny(string operation, Plan* plan) => Operations.TryGetValue(operation, out Operation? found) ? found(plan) : 0;
}
