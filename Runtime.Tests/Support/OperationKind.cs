namespace IntrusiveLists.Tests;

/// <summary>How an operation goes about its work; hardened mode promises something else for each.</summary>
internal enum OperationKind
{
    /// <summary>Changes a few links; everything is checked before the first write.</summary>
    ConstantTime,

    /// <summary>Visits every element of a list; stops at the fault.</summary>
    Longer,

    /// <summary>A loop of the caller's with one operation in its body.</summary>
    Loop,
}
