using System.IO;

namespace Samples;

/// <summary>What went wrong: a line each on standard error, and the exit code that follows.</summary>
internal sealed class Failures(TextWriter error)
{
    private const int Disagreement = 1;
    private const int WrongInput = 2;

    /// <summary>Gets the exit code. A disagreement outweighs wrong input: it is the program that is wrong.</summary>
    public int ExitCode { get; private set; }

    /// <summary>Adds an argument or an input that is wrong.</summary>
    public void AddInput(string message)
    {
        error.WriteLine($"error: {message}");
        ExitCode = ExitCode == Disagreement ? Disagreement : WrongInput;
    }

    /// <summary>Adds a result that differs from that of the program it is compared with.</summary>
    public void AddDisagreement(string message)
    {
        error.WriteLine($"error: {message}");
        ExitCode = Disagreement;
    }
}
