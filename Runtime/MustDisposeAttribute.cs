using System;

namespace IntrusiveLists;

/// <summary>
/// Marks a <c>ref struct</c> that holds something until it is disposed: a lock, a count, the rest of a list.
/// </summary>
/// <remarks>
/// <para>
/// A value of such a type must be disposed on every path, once: as the resource of <c>using</c>, as the subject of <c>foreach</c>, or in a <c>finally</c>;
/// or it is returned to a caller who does so (ILIST302). It must not be copied (ILIST101), and what is read from it must not outlive it (ILIST303).
/// </para>
/// <para>The kernel's verifier demands the same of every lock and every reference that a program acquires.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class MustDisposeAttribute : Attribute
{
}
