using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// Lets <c>using</c> dispose of what a variable has, and nothing else: <c>var guard = owner.EnterLock();</c> becomes <c>using var guard = owner.EnterLock();</c> (ILIST302).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DisposeOnceFix))]
public sealed class DisposeOnceFix : RuleFix
{
    private const string Dispose = "Dispose";

    /// <summary>Creates the fix.</summary>
    public DisposeOnceFix()
        : base(RuleIdentifiers.UndisposedValue)
    {
    }

    private protected override IEnumerable<Mend> Find(Site site)
    {
        if (site.Node is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } call && IsDispose(call))
        {
            yield return new Mend("Remove this call", $"{site.Rule}:remove", RemovalOf(statement, site));
        }
        else if (DeclarationOf(site) is { } declaration && DisposalsOf(declaration, site) is { } disposals)
        {
            IEnumerable<Edit?> removals = disposals.Select(disposal => RemovalOf(disposal, site));
            string name = declaration.Declaration.Variables[0].Identifier.ValueText;
            yield return new Mend($"Make '{name}' the resource of 'using'", $"{site.Rule}:using", removals.Prepend(site.Insert(declaration.GetFirstToken(), "using ")).ToArray());
        }
    }

    /// <summary>Returns the declaration of the variable that the value is kept in, if it can be that of a resource.</summary>
    private static LocalDeclarationStatementSyntax? DeclarationOf(Site site)
    {
        StatementSyntax? statement = site.Node.FirstAncestorOrSelf<StatementSyntax>();
        return statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration.Variables.Count: 1 } declaration
            && declaration.Declaration.Variables[0].Initializer?.Value.Span.Contains(site.Node.Span) == true
            && !site.Node.Ancestors().TakeWhile(node => node != declaration).Any(node => node is AnonymousFunctionExpressionSyntax or MemberAccessExpressionSyntax or ArgumentSyntax)
            ? declaration
            : null;
    }

    /// <summary>Returns the statement that disposes of a variable at the end of its block, to be removed; null where the variable is disposed of elsewhere, or assigned.</summary>
    private static IReadOnlyCollection<ExpressionStatementSyntax>? DisposalsOf(LocalDeclarationStatementSyntax declaration, Site site)
    {
        ISymbol? variable = site.Model.GetDeclaredSymbol(declaration.Declaration.Variables[0], site.CancellationToken);
        if (declaration.Parent is not BlockSyntax block)
        {
            return [];
        }

        ExpressionStatementSyntax[] disposals = block.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => IsDispose(call) && IsVariable(((MemberAccessExpressionSyntax)call.Expression).Expression, variable, site))
            .Select(call => call.Parent)
            .OfType<ExpressionStatementSyntax>()
            .ToArray();
        bool isAssigned = block.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => IsWritten(name) && IsVariable(name, variable, site));
        return !isAssigned && disposals.All(disposal => disposal == block.Statements.LastOrDefault()) ? disposals : null;
    }

    // What 'using' has must not be.
    private static bool IsWritten(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) || argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword),
        _ => false,
    };

    private static bool IsVariable(ExpressionSyntax expression, ISymbol? variable, Site site) =>
        expression is IdentifierNameSyntax && SymbolEqualityComparer.Default.Equals(site.Model.GetSymbolInfo(expression, site.CancellationToken).Symbol, variable);

    private static bool IsDispose(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Count == 0 && call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Dispose };

    // The statement of an 'if' must not be missing.
    private static Edit? RemovalOf(StatementSyntax statement, Site site) =>
        statement.Parent is BlockSyntax or SwitchSectionSyntax && site.DocumentOf(statement) is { } document ? Edit.Replace(document, Layout.SpanToRemove(statement), "") : null;
}
