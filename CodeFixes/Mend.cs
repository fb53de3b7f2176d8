using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// One way to mend what a rule has found.
/// </summary>
/// <param name="Title">What is offered, with the names of the symbols.</param>
/// <param name="Key">What mends of several places have in common that can be made together.</param>
/// <param name="Edits">The changes to the text.</param>
internal sealed record Mend(string Title, string Key, ImmutableArray<Edit> Edits)
{
    public Mend(string title, string key, params Edit?[] edits)
        : this(title, key, edits.Contains(null) ? ImmutableArray<Edit>.Empty : edits.Select(edit => edit!.Value).Distinct().ToImmutableArray())
    {
    }

    /// <summary>Gets the name of a symbol that code in other documents may use in a way that no longer compiles.</summary>
    public string? Renews { get; init; }

    /// <summary>Returns a solution in which edits have been made.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<Edit> edits, CancellationToken cancellationToken)
    {
        foreach (IGrouping<DocumentId, Edit> changed in edits.GroupBy(edit => edit.Document))
        {
            SourceText text = await solution.GetDocument(changed.Key)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
            solution = solution.WithDocumentText(changed.Key, text.WithChanges(changed.Select(edit => edit.Change).OrderBy(change => change.Span.Start)));
        }

        return solution;
    }
}
