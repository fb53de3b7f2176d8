using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// States which node an address leads to, where it comes from: <c>[NodeOf(typeof(Foo), nameof(Foo.Node))]</c> on the parameter, field, property or method (ILIST202).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StateNodeFix))]
public sealed class StateNodeFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public StateNodeFix()
        : base(RuleIdentifiers.UnprovedNode)
    {
    }

    private protected override IEnumerable<Mend> Find(Site site)
    {
        if (site.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>(call => call.ArgumentList.Arguments.Any(argument => argument.Span.Contains(site.Node.Span))) is { } call
            && NodeOf(call, site) is { } node
            && OriginOf(site) is { } origin
            && origin.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(site.CancellationToken) is { } syntax
            && DeclarationOf(syntax) is { } declaration)
        {
            string target = origin is IMethodSymbol ? "return: " : "";
            string attribute = $"[{target}{Attribute(node, declaration, site)}]";
            yield return new Mend($"State that '{origin.Name}' leads to '{node.InMessage()}'", site.Rule, site.Insert(declaration.GetFirstToken(), attribute + " "));
        }
    }

    /// <summary>Returns the node whose address a call takes, as in <c>Foo.NodeLink.ContainerOf(address)</c>; by the name of the link, which may not be generated yet.</summary>
    private static IFieldSymbol? NodeOf(InvocationExpressionSyntax call, Site site) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax link }
        && site.Model.GetSymbolInfo(link.Expression, site.CancellationToken).Symbol is INamedTypeSymbol element
            ? NodeRules.NodesOf(element).FirstOrDefault(node => Identifiers.LinkOf(node.Name) == link.Name.Identifier.ValueText)
            : null;

    /// <summary>Returns what the address comes from directly.</summary>
    private static ISymbol? OriginOf(Site site) => site.Model.GetSymbolInfo(site.Node, site.CancellationToken).Symbol switch
    {
        IParameterSymbol parameter => parameter,
        IFieldSymbol field => field,
        IPropertySymbol { IsIndexer: false } property => property,
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method when site.Node is InvocationExpressionSyntax => method,
        _ => null,
    };

    private static SyntaxNode? DeclarationOf(SyntaxNode syntax) => syntax switch
    {
        ParameterSyntax { Type: not null } or PropertyDeclarationSyntax or MethodDeclarationSyntax or LocalFunctionStatementSyntax => syntax,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } => field,
        _ => null,
    };

    private static string Attribute(IFieldSymbol node, SyntaxNode declaration, Site site)
    {
        SemanticModel model = site.ModelOf(declaration);
        string element = node.ContainingType.ToMinimalDisplayString(model, declaration.SpanStart);
        string name = model.IsAccessible(declaration.SpanStart, node) ? $"nameof({element}.{Identifiers.InCode(node.Name)})" : SymbolDisplay.FormatLiteral(node.Name, quote: true);
        return $"{site.RuntimeAttribute(KnownSymbols.NodeOfAttribute, declaration)}(typeof({element}), {name})";
    }
}
