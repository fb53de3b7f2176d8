namespace IntrusiveLists.Declarations;

/// <summary>
/// How a lock is entered and left.
/// </summary>
internal enum LockKind
{
    /// <summary>The runtime's own <c>ListLock</c>.</summary>
    ListLock,

    /// <summary><c>System.Threading.SpinLock</c>, which says whether it was entered.</summary>
    SpinLock,

    /// <summary><c>System.Threading.Lock</c>.</summary>
    Lock,

    /// <summary>Any other object, by its monitor.</summary>
    Monitor,
}
