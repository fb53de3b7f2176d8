using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// Mends what a rule has found. It offers nothing that would leave a new error behind.
/// </summary>
public abstract class RuleFix : CodeFixProvider
{
    private protected RuleFix(params string[] rules)
    {
        FixableDiagnosticIds = rules.ToImmutableArray();
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new FixAll(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (Mend mend in await SoundMendsAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                Solution solution = context.Document.Project.Solution;
                context.RegisterCodeFix(
                    CodeAction.Create(mend.Title, cancellationToken => Mend.ApplyAsync(solution, mend.Edits, cancellationToken), mend.Key),
                    diagnostic);
            }
        }
    }

    /// <summary>Returns the mends of a diagnostic after which the code has no error that it did not have before.</summary>
    internal async Task<IReadOnlyList<Mend>> SoundMendsAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var sound = new List<Mend>();
        if (await Site.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { } site)
        {
            foreach (Mend mend in await FindAsync(site).ConfigureAwait(false))
            {
                if (!mend.Edits.IsEmpty && await Soundness.HoldsAsync(mend, diagnostic.Id, document, cancellationToken).ConfigureAwait(false))
                {
                    sound.Add(mend);
                }
            }
        }

        return sound;
    }

    /// <summary>Returns the ways to mend what was found at a site, the best first.</summary>
    private protected virtual Task<IEnumerable<Mend>> FindAsync(Site site) => Task.FromResult(Find(site));

    /// <inheritdoc cref="FindAsync"/>
    private protected virtual IEnumerable<Mend> Find(Site site) => [];
}
