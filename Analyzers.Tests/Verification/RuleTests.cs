using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// The tests of one rule.
/// </summary>
/// <remarks>
/// Twins are two sources in one, which differ in one token: <c>«wrong→right»</c>. The wrong one breaks the rule at the place that is marked <c>{|#0:...|}</c>;
/// errors that the compiler reports as well are marked with their identifiers.
/// </remarks>
public abstract partial class RuleTests(string rule, DiagnosticSeverity severity = DiagnosticSeverity.Error)
{
    /// <summary>Gets the identifier of the rule.</summary>
    public string Rule => rule;

    /// <summary>Checks that the wrong twin is rejected with this message, and that the right one is accepted.</summary>
    protected async Task VerifyTwinsAsync(string twins, string message)
    {
        Assert.Matches(Difference(), twins);
        await VerifyRejectedAsync(Difference().Replace(twins, "$1"), message);
        await VerifyAcceptedAsync(Difference().Replace(twins, "$2"));
    }

    /// <summary>Checks that a source breaks the rule at each marked place, with these messages.</summary>
    protected Task VerifyRejectedAsync(string source, params string[] messages) => Verify.ReportsAsync(
        source,
        CompilerDiagnostics.Errors,
        messages.Select((message, place) => new DiagnosticResult(rule, severity).WithLocation(place).WithMessage(message)).ToArray());

    /// <summary>Checks that a source breaks no rule.</summary>
    protected static Task VerifyAcceptedAsync(string source) => Verify.ReportsAsync(source, CompilerDiagnostics.Errors);

    [GeneratedRegex("«([^«»→]*)→([^«»→]*)»")]
    private static partial Regex Difference();
}
