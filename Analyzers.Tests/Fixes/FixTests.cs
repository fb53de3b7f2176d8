using System.Threading.Tasks;
using IntrusiveLists.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// The tests of one fix. What it mends is marked with its rule: <c>{|ILIST009:Node|}</c>; the mended code compiles and has only the diagnostics that are marked in it.
/// </summary>
public abstract class FixTests<TFix>
    where TFix : RuleFix, new()
{
    /// <summary>Checks that the fix makes one source into the other, by itself and together with others of its kind.</summary>
    protected static Task VerifyFixAsync(string before, string after, string? title = null, int action = 0, LanguageVersion version = LanguageVersion.Preview)
    {
        var test = new FixTest<TFix>(before, after, version)
        {
            CodeActionIndex = action,
            CodeActionVerifier = (offered, verifier) => verifier.Equal(title ?? offered.Title, offered.Title),
        };
        return test.RunAsync();
    }

    /// <summary>Checks that nothing is offered, although something is wrong.</summary>
    protected static Task VerifyNoFixAsync(string source, LanguageVersion version = LanguageVersion.Preview) => new FixTest<TFix>(source, source, version).RunAsync();
}
