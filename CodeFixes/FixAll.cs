using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// Makes the mends of many places together: an edit that several ask for is made once, and of two that conflict the first.
/// </summary>
internal sealed class FixAll(RuleFix fix) : FixAllProvider
{
    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var edits = new List<Edit>();
        foreach (Mend mend in await MendsAsync(context).ConfigureAwait(false))
        {
            if (!mend.Edits.Any(edit => edits.Any(edit.Conflicts)))
            {
                edits.AddRange(mend.Edits.Except(edits));
            }
        }

        return CodeAction.Create(
            $"Mend all {string.Join(", ", context.DiagnosticIds)}",
            cancellationToken => Mend.ApplyAsync(context.Solution, edits, cancellationToken),
            context.CodeActionEquivalenceKey);
    }

    private async Task<IReadOnlyList<Mend>> MendsAsync(FixAllContext context)
    {
        var mends = new List<Mend>();
        foreach (Diagnostic diagnostic in (await DiagnosticsAsync(context).ConfigureAwait(false)).OrderBy(found => found.Location.SourceTree?.FilePath).ThenBy(found => found.Location.SourceSpan))
        {
            if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document)
            {
                IEnumerable<Mend> offered = await fix.SoundMendsAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false);
                mends.AddRange(offered.Where(mend => mend.Key == context.CodeActionEquivalenceKey).Take(1));
            }
        }

        return mends;
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        if (context.Scope == FixAllScope.Document)
        {
            return await context.GetDocumentDiagnosticsAsync(context.Document!).ConfigureAwait(false);
        }

        IEnumerable<Project> projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        ImmutableArray<Diagnostic>[] found = await Task.WhenAll(projects.Select(context.GetAllDiagnosticsAsync)).ConfigureAwait(false);
        return found.SelectMany(diagnostics => diagnostics).ToImmutableArray();
    }
}
