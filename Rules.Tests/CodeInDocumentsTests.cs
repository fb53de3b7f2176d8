using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace IntrusiveLists.Rules.Tests;

/// <summary>
/// The code in the documents compiles, but for the lines that say what is wrong with them. The blocks of a section are one program.
/// </summary>
public sealed partial class CodeInDocumentsTests
{
    private static readonly string[] Paths = ["README.md", "docs/guide.md"];

    public static IEnumerable<object[]> Sections =>
        from path in Paths
        from heading in Markdown.Headings(Documents.Read(path))
        where CodeOf(path, heading).Length > 0
        select new object[] { path, heading };

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task Code_compiles(string path, string heading)
    {
        string code = CodeOf(path, heading);
        IReadOnlyList<Diagnostic> diagnostics = await Snippet.Diagnose(code);

        IEnumerable<string> expected = code.Split('\n').Where(line => Announcement().IsMatch(line)).Select(line => $"{Announcement().Match(line).Groups[1]}: {line.Trim()}");
        Assert.Equal(expected.Order(), diagnostics.Select(Describe).Order());
    }

    [Fact]
    public void Documents_have_code() => Assert.All(Paths, path => Assert.Contains(Sections, section => section[0] is string from && from == path));

    private static string CodeOf(string path, string heading) => Markdown.Blocks(Markdown.Section(Documents.Read(path), heading), "csharp");

    // Where nothing was announced, the message says what is wrong.
    private static string Describe(Diagnostic diagnostic)
    {
        string fact = $"{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}";
        string line = diagnostic.Location.SourceTree!.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
        return line.EndsWith(fact, System.StringComparison.Ordinal) ? $"{fact}: {line}" : $"{fact}: {line}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }

    [GeneratedRegex("// ((error|warning) [A-Z]+[0-9]+)$")]
    private static partial Regex Announcement();
}
