namespace IntrusiveLists.Tests;

/// <summary>Makes a callback throw at one of its calls.</summary>
/// <param name="call">The number of the call that throws, from 1.</param>
internal sealed class Fault(int call)
{
    public int Calls { get; private set; }

    /// <summary>Returns what it was given, or throws.</summary>
    public T Pass<T>(T value)
    {
        Calls++;
        return Calls == call ? throw new CallbackException() : value;
    }
}
