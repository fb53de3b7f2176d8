using Xunit;

// What the hooks count belongs to one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
