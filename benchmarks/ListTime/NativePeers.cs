using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace IntrusiveLists.Benchmarks;

/// <summary>The contenders in C, C++ and Rust. Each is a library of its own, so that one that cannot be built leaves out no other.</summary>
internal static unsafe class NativePeers
{
    private static readonly (string Library, string Prefix, string Name, Contract Contract)[] Lists =
    [
        ("c_zeroing", "c_zeroing", "C, zeroing", Contract.Marks),
        ("boost_safe", "boost_safe", "Boost.Intrusive, safe", Contract.Marks),
        ("rust", "rust", "Rust intrusive-collections", Contract.Marks),
        ("c", "c", "C", Contract.Leaves),
        ("tailq", "tailq", "TAILQ", Contract.Leaves),
        ("boost_normal", "boost_normal", "Boost.Intrusive, normal", Contract.Leaves),
        ("std", "std", "std::list", Contract.Allocates),
    ];

    private static readonly (string Library, string Prefix, string Name, Contract Contract)[] Allocators =
    [
        ("allocators", "malloc", "malloc, free", Contract.Leaves),
        ("allocators", "calloc", "calloc, free", Contract.Leaves),
        ("allocators", "new", "new, delete", Contract.Leaves),
    ];

    private static readonly string[] OperationNames =
    [
        "reset", "fill", "free", "digest", "pair", "cycle", "fifo", "touch", "readd", "walk", "build", "drain", "cut", "sort", "sort_small",
        "allocate_pair", "allocate_batch", "footprint",
    ];

    /// <summary>Gets the names of the peers that are not there.</summary>
    public static IEnumerable<string> Missing(string directory) =>
        Lists.Concat(Allocators).Where(peer => !File.Exists(PathOf(directory, peer.Library))).Select(peer => peer.Name);

    /// <summary>Loads the lists for one size of elements.</summary>
    public static IEnumerable<Contender> LoadLists(string directory, int elementSize) => Load(directory, Lists, elementSize);

    /// <summary>Loads the allocators for one size of elements.</summary>
    public static IEnumerable<Contender> LoadAllocators(string directory, int elementSize) => Load(directory, Allocators, elementSize);

    private static IEnumerable<Contender> Load(string directory, (string Library, string Prefix, string Name, Contract Contract)[] peers, int elementSize)
    {
        foreach ((string library, string prefix, string name, Contract contract) in peers.Where(peer => File.Exists(PathOf(directory, peer.Library))))
        {
            nint handle = NativeLibrary.Load(PathOf(directory, library));
            yield return new Contender(name, contract, OperationsOf(handle, $"{prefix}_{elementSize}_"));
        }
    }

    private static Dictionary<string, Operation> OperationsOf(nint library, string prefix)
    {
        var operations = new Dictionary<string, Operation>();
        foreach (string name in OperationNames)
        {
            if (NativeLibrary.TryGetExport(library, prefix + name, out nint address))
            {
                // One call for a whole round: the loop runs in native code.
                operations.Add(name, plan => ((delegate* unmanaged<Plan*, long>)address)(plan));
            }
        }

        return operations;
    }

    private static string PathOf(string directory, string library) => Path.GetFullPath(Path.Combine(directory, library + ".so"));
}
