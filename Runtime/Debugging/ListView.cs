using System.Diagnostics;

namespace IntrusiveLists;

/// <summary>
/// A list among others in a debugger.
/// </summary>
/// <param name="name">What it is called.</param>
/// <param name="summary">How many elements it has.</param>
/// <param name="items">What is shown for each of them.</param>
[DebuggerDisplay("{Summary,nq}", Name = "{Name,nq}")]
internal sealed class ListView(string name, string summary, object[] items)
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Name => name;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Summary => summary;

    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public object[] Items => items;
}
