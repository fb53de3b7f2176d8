using System.Diagnostics;

namespace IntrusiveLists;

/// <summary>
/// Where tests look in, and hold threads up. Builds without the symbol <c>INSTRUMENTED</c> contain none of the calls.
/// </summary>
internal static unsafe partial class Instrumentation
{
    /// <summary>The name of the symbol.</summary>
    private const string Symbol = "INSTRUMENTED";

    /// <summary>Marks a point between two steps that another thread may come between.</summary>
    [Conditional(Symbol)]
    public static void Yield(string point) => OnYield(point);

    /// <summary>Marks a turn of a loop that waits for another thread.</summary>
    [Conditional(Symbol)]
    public static void Wait() => OnWait();

    /// <summary>Marks memory that a pool has got from the system.</summary>
    [Conditional(Symbol)]
    public static void Obtained(void* memory, nuint size) => OnObtained(memory, size);

    /// <summary>Marks memory that a pool gives back to the system.</summary>
    [Conditional(Symbol)]
    public static void Returned(void* memory) => OnReturned(memory);

    /// <summary>Marks memory that has been freed.</summary>
    [Conditional(Symbol)]
    public static void Freed(void* memory, int size) => OnFreed(memory, size);

    /// <summary>Marks memory that is about to be handed out again.</summary>
    [Conditional(Symbol)]
    public static void Reused(void* memory, int size) => OnReused(memory, size);

    static partial void OnYield(string point);

    static partial void OnWait();

    static partial void OnObtained(void* memory, nuint size);

    static partial void OnReturned(void* memory);

    static partial void OnFreed(void* memory, int size);

    static partial void OnReused(void* memory, int size);
}
