using System;
using System.IO;

namespace LruCache;

/// <summary>What went wrong: a line each on standard error, and the exit code that follows.</summary>
internal sealed class Failures(TextWriter error)
{
    private const int Disagreement = 1;
    private const int WrongInput = 2;

    /// <summary>Gets the exit code. A disagreement outweighs wrong input: it is the program that is wrong.</summary>
    public int ExitCode { get; private set; }

    /// <summary>Adds an argument or a trace that is wrong.</summary>
    public void AddInput(string message)
    {
        error.WriteLine($"error: {message}");
        ExitCode = ExitCode == Disagreement ? Disagreement : WrongInput;
    }

    /// <summary>Adds a trace on which the caches differ.</summary>
    public void AddDisagreement(Comparison comparison)
    {
        error.WriteLine(FormattableString.Invariant(
            $"error: {comparison.Trace}, capacity {comparison.Capacity}: the caches disagree: {comparison.Intrusive.Hits} hits over the intrusive list, {comparison.LinkedList.Hits} over LinkedList<T>"));
        ExitCode = Disagreement;
    }
}
