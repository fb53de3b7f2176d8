namespace IntrusiveLists.Benchmarks;

/// <summary>What a contender leaves behind when it takes an element off, which decides what it may be compared with.</summary>
internal enum Contract
{
    /// <summary>Ours.</summary>
    Own,

    /// <summary>A node that knows that it is on no list.</summary>
    Marks,

    /// <summary>A node as it was.</summary>
    Leaves,

    /// <summary>The elements are not intrusive: the list allocates its nodes.</summary>
    Allocates,

    /// <summary>C# with pointers: marks nodes, checks nothing.</summary>
    Pointers,

    /// <summary>.NET's <c>LinkedList&lt;T&gt;</c>.</summary>
    Framework,
}
