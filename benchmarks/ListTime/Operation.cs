namespace IntrusiveLists.Benchmarks;

/// <summary>One round of a workload, or what prepares it. What it returns is the same for all contenders.</summary>
internal unsafe delegate long Operation(Plan* plan);
