using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// Makes a variable refer to a value that it would copy: <c>Foo foo = x.Value;</c> becomes <c>ref Foo foo = ref x.Value;</c> (ILIST101).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReferToValueFix))]
public sealed class ReferToValueFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public ReferToValueFix()
        : base(RuleIdentifiers.CopiedValue)
    {
    }

    private protected override IEnumerable<Mend> Find(Site site)
    {
        switch (site.Node)
        {
            case ForEachStatementSyntax { Type: not RefTypeSyntax } loop when !IsWritten(loop.Identifier, loop.Statement):
                yield return new Mend(TitleOf(loop.Identifier), site.Rule, site.Insert(loop.Type.GetFirstToken(), "ref "));
                break;
            case ExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } } value when DeclarationOf(variable) is { } declaration:
                yield return new Mend(TitleOf(variable.Identifier), site.Rule, site.Insert(declaration.Type.GetFirstToken(), "ref "), site.Insert(value.GetFirstToken(), "ref "));
                break;
        }
    }

    private static string TitleOf(SyntaxToken variable) => $"Make '{variable.Text}' a reference";

    /// <summary>Returns the declaration of a variable that can as well be a reference: alone, and never given another value.</summary>
    private static VariableDeclarationSyntax? DeclarationOf(VariableDeclaratorSyntax variable) =>
        variable.Parent is VariableDeclarationSyntax { Type: not RefTypeSyntax, Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } statement } declaration
        && !IsWritten(variable.Identifier, statement.Parent)
            ? declaration
            : null;

    // What is assigned to a reference goes to the value that it refers to.
    private static bool IsWritten(SyntaxToken variable, SyntaxNode? scope) => scope is null || scope.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
        assignment.Left.DescendantNodesAndSelf(node => node is TupleExpressionSyntax or ArgumentSyntax).OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable.ValueText));
}
