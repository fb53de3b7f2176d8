namespace IntrusiveLists;

/// <summary>
/// A head that a drain may come to, and the heads that it comes to from there.
/// </summary>
/// <param name="Head">The head.</param>
/// <param name="First">The index in the plan of the first head of its elements.</param>
/// <param name="Count">How many heads its elements have.</param>
internal sealed record OwnedList(HeadRecord Head, int First, int Count);
