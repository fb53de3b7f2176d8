using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// Makes a null pointer throw where the processor would not.
/// </summary>
/// <remarks>
/// The runtime turns a fault in the first page of memory into a <see cref="System.NullReferenceException"/>; a fault beyond it ends the process.
/// So a null pointer needs an explicit test only where the access lies beyond that page. The extent is a constant in every caller: the test folds away.
/// </remarks>
internal static unsafe class GuardPage
{
    private const int Size = 4096;

    /// <summary>Throws on a null pointer whose access could lie beyond the page.</summary>
    /// <param name="pointer">The pointer that is about to be used.</param>
    /// <param name="extent">The largest distance in bytes from the pointer to what is accessed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireNonNull(void* pointer, nint extent)
    {
        if (extent > Size - sizeof(ListNode) && pointer == null)
        {
            Throw.NullReference();
        }
    }
}
