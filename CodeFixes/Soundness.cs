using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// Tries a mend before it is offered: the compiler and the parse of the tags must find nothing that they did not find before, and less of what is mended.
/// </summary>
internal static class Soundness
{
    // Of a problem's arguments the first ones name what is wrong; the last may be advice, which changes with the code around it.
    private const int Naming = 3;

    public static async Task<bool> HoldsAsync(Mend mend, string rule, Document site, CancellationToken cancellationToken)
    {
        Solution before = site.Project.Solution;
        Solution after = await Mend.ApplyAsync(before, mend.Edits, cancellationToken).ConfigureAwait(false);
        ICollection<DocumentId> documents = await DocumentsToLookAtAsync(mend, site, cancellationToken).ConfigureAwait(false);
        ISet<string> found = await ErrorsAsync(before, documents, cancellationToken).ConfigureAwait(false);
        ISet<string> left = await ErrorsAsync(after, documents, cancellationToken).ConfigureAwait(false);
        return left.IsSubsetOf(found) && (Count(found, rule) == 0 || Count(left, rule) < Count(found, rule));
    }

    private static int Count(IEnumerable<string> errors, string rule) => errors.Count(error => error.StartsWith(rule, StringComparison.Ordinal));

    /// <summary>Returns the documents that a mend changes, and those that speak of what it changes.</summary>
    private static async Task<ICollection<DocumentId>> DocumentsToLookAtAsync(Mend mend, Document site, CancellationToken cancellationToken)
    {
        var documents = new HashSet<DocumentId>(mend.Edits.Select(edit => edit.Document)) { site.Id };
        if (mend.Renews is not { } name)
        {
            return documents;
        }

        Solution solution = site.Project.Solution;
        IEnumerable<ProjectId> dependents = solution.GetProjectDependencyGraph().GetProjectsThatTransitivelyDependOnThisProject(site.Project.Id);
        foreach (Document document in dependents.Prepend(site.Project.Id).SelectMany(project => solution.GetProject(project)!.Documents))
        {
            SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (root?.DescendantTokens().Any(token => token.ValueText == name) == true)
            {
                documents.Add(document.Id);
            }
        }

        return documents;
    }

    private static async Task<ISet<string>> ErrorsAsync(Solution solution, IEnumerable<DocumentId> documents, CancellationToken cancellationToken)
    {
        var errors = new HashSet<string>();
        foreach (DocumentId document in documents)
        {
            if (await solution.GetDocument(document)!.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model)
            {
                errors.UnionWith(ErrorsOfCompiler(model, cancellationToken));
                errors.UnionWith(ErrorsOfTags(model, cancellationToken));
            }
        }

        return errors;
    }

    private static IEnumerable<string> ErrorsOfCompiler(SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDiagnostics(cancellationToken: cancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}");

    private static IEnumerable<string> ErrorsOfTags(SemanticModel model, CancellationToken cancellationToken) =>
        from declarator in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes(node => node is not BlockSyntax).OfType<VariableDeclaratorSyntax>()
        let field = model.GetDeclaredSymbol(declarator, cancellationToken) as IFieldSymbol
        where field is not null
        from problem in ProblemsOf(field, model.Compilation, cancellationToken)
        select $"{problem.Rule}: {string.Join(", ", problem.Arguments.Take(Naming))}";

    private static IEnumerable<Problem> ProblemsOf(IFieldSymbol field, Compilation compilation, CancellationToken cancellationToken)
    {
        IEnumerable<Problem> ofTag = field.Tags() is [AttributeData tag, ..] ? ParsedTag.Parse(field, tag, compilation, cancellationToken).Problems.AsEnumerable() : [];
        return FieldRules.Concern(field) ? ofTag.Concat(FieldRules.Check(field)) : ofTag;
    }
}
