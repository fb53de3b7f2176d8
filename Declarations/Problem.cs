using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// A rule that a declaration breaks: what the analyzers report and what keeps the generator from emitting.
/// </summary>
/// <param name="Rule">The identifier of the rule.</param>
/// <param name="Location">The token to blame.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
internal sealed record Problem(string Rule, Location Location, string[] Arguments)
{
    /// <summary>Gets whether the compiler reports the same, so that the analyzers need not.</summary>
    public bool IsCompilerError { get; init; }

    public static Problem At(Location location, string rule, params string[] arguments) => new(rule, location, arguments);
}
