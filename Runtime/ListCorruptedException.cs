using System;

namespace IntrusiveLists;

/// <summary>
/// Thrown in hardened mode when a link does not point back: memory was overwritten, a linked node was copied or freed, or two threads changed one list.
/// </summary>
/// <remarks>The list can no longer be trusted. See <see cref="IntrusiveListSwitches.Hardened"/>.</remarks>
public sealed class ListCorruptedException : InvalidOperationException
{
    /// <summary>Creates the exception with a general message.</summary>
    public ListCorruptedException()
        : this("The links of a list are corrupted.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What is wrong.</param>
    public ListCorruptedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ListCorruptedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
