using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// Tests a variable that may be null before the statement that uses it, or checks what is used in place with <c>OrThrow()</c> (ILIST205).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TestForNullFix))]
public sealed class TestForNullFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public TestForNullFix()
        : base(RuleIdentifiers.UnprovedElement)
    {
    }

    private protected override IEnumerable<Mend> Find(Site site)
    {
        if (site.Node is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or InvocationExpressionSyntax)
        {
            yield return new Mend($"Throw where '{site.Node}' is null", $"{site.Rule}:OrThrow", site.InsertBehind(site.Node.GetLastToken(), ".OrThrow()"));
        }

        if (site.Node is not IdentifierNameSyntax name
            || site.Model.GetSymbolInfo(name, site.CancellationToken).Symbol is not (ILocalSymbol or IParameterSymbol)
            || StatementOf(name) is not { } statement)
        {
            yield break;
        }

        string variable = name.Identifier.Text;
        if (CanReturn(statement, site))
        {
            yield return Before(statement, $"Return when '{variable}' is null", "return", variable, site);
        }

        if (IsInLoop(statement))
        {
            yield return Before(statement, $"Go on when '{variable}' is null", "continue", variable, site);
        }

        string thrown = site.Runtime("System.InvalidOperationException", statement);
        yield return Before(statement, $"Throw when '{variable}' is null", $"throw new {thrown}()", variable, site);
    }

    /// <summary>Returns the statement before which a variable can be tested: it is executed once, and uses the variable at once.</summary>
    private static StatementSyntax? StatementOf(IdentifierNameSyntax variable)
    {
        SyntaxNode? statement = variable.Ancestors().FirstOrDefault(node => node is StatementSyntax or AnonymousFunctionExpressionSyntax or QueryExpressionSyntax);
        return statement is LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax or IfStatementSyntax && statement.Parent is BlockSyntax
            ? (StatementSyntax)statement
            : null;
    }

    private static bool CanReturn(StatementSyntax statement, Site site)
    {
        SyntaxNode? function = statement.Ancestors().FirstOrDefault(IsFunction);
        IMethodSymbol? method = function switch
        {
            AnonymousFunctionExpressionSyntax => site.Model.GetSymbolInfo(function, site.CancellationToken).Symbol as IMethodSymbol,
            null => null,
            _ => site.Model.GetDeclaredSymbol(function, site.CancellationToken) as IMethodSymbol,
        };
        return method is { ReturnsVoid: true } && !statement.Ancestors().TakeWhile(node => node != function).Any(node => node is FinallyClauseSyntax);
    }

    private static bool IsInLoop(StatementSyntax statement) =>
        statement.Ancestors().FirstOrDefault(node => IsFunction(node) || node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax) is StatementSyntax and not LocalFunctionStatementSyntax;

    private static bool IsFunction(SyntaxNode node) => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;

    private static Mend Before(StatementSyntax statement, string title, string exit, string variable, Site site)
    {
        string gap = Layout.GapBefore(statement);
        string test = gap == " "
            ? $"if ({variable}.IsNull) {{ {exit}; }}{gap}"
            : $"if ({variable}.IsNull){gap}{{{gap}{Layout.OneLevel}{exit};{gap}}}{gap}";
        return new Mend(title, $"{site.Rule}:{exit.Split(' ')[0]}", site.Insert(statement.GetFirstToken(), test));
    }
}
