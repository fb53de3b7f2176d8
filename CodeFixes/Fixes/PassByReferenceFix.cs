using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// Lets a method take a value by reference instead of a copy of it, and its callers pass it so (ILIST101).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassByReferenceFix))]
public sealed class PassByReferenceFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public PassByReferenceFix()
        : base(RuleIdentifiers.CopiedValue)
    {
    }

    private protected override async Task<IEnumerable<Mend>> FindAsync(Site site)
    {
        if (site.Node.FirstAncestorOrSelf<ArgumentSyntax>() is not { RefKindKeyword.RawKind: 0 } argument
            || argument.Expression != site.Node
            || ParameterOf(argument, site) is not { ContainingSymbol: IMethodSymbol method } parameter
            || parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(site.CancellationToken) is not ParameterSyntax { Type: { } type } declaration
            || !CanChange(method, parameter, declaration))
        {
            return [];
        }

        var edits = new List<Edit?> { site.Insert(type.GetFirstToken(), "ref ") };
        IEnumerable<ReferencedSymbol> found = await SymbolFinder.FindReferencesAsync(method, site.Document.Project.Solution, site.CancellationToken).ConfigureAwait(false);

        // Those of a constructor bring those of its type with them.
        foreach (ReferenceLocation reference in found.Where(symbol => SymbolEqualityComparer.Default.Equals(symbol.Definition, method)).SelectMany(symbol => symbol.Locations))
        {
            edits.Add(await ArgumentAsync(reference, parameter, site).ConfigureAwait(false));
        }

        return [new Mend($"Take '{parameter.Name}' of '{method.Name}' by reference", site.Rule, edits.ToArray()) { Renews = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name }];
    }

    private static IParameterSymbol? ParameterOf(ArgumentSyntax argument, Site site) =>
        argument.Parent is BaseArgumentListSyntax { Parent: { } call } list && site.Model.GetSymbolInfo(call, site.CancellationToken).Symbol is IMethodSymbol method
            ? ParameterOf(argument, list, method.OriginalDefinition)
            : null;

    private static IParameterSymbol? ParameterOf(ArgumentSyntax argument, BaseArgumentListSyntax list, IMethodSymbol method) => argument.NameColon?.Name.Identifier.ValueText is { } name
        ? method.Parameters.FirstOrDefault(parameter => parameter.Name == name)
        : method.Parameters.ElementAtOrDefault(list.Arguments.IndexOf(argument));

    // Nothing else may prescribe the signature, and what the method writes to its parameter must stay its own affair.
    private static bool CanChange(IMethodSymbol method, IParameterSymbol parameter, ParameterSyntax declaration) =>
        parameter is { RefKind: RefKind.None, IsParams: false, IsOptional: false }
        && method is { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.Constructor, IsVirtual: false, IsAbstract: false, IsOverride: false, IsExtensionMethod: false }
        && method.PartialDefinitionPart is null
        && method.PartialImplementationPart is null
        && declaration.Parent?.Parent is { } body
        && !body.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name);

    /// <summary>Returns the edit of a caller; null where the method is not called, or not with an argument for the parameter.</summary>
    private static async Task<Edit?> ArgumentAsync(ReferenceLocation reference, IParameterSymbol parameter, Site site)
    {
        SyntaxNode? root = await reference.Document.GetSyntaxRootAsync(site.CancellationToken).ConfigureAwait(false);
        BaseArgumentListSyntax? list = root?.FindNode(reference.Location.SourceSpan, getInnermostNodeForTie: true) is { } name ? ArgumentsOf(name) : null;
        ArgumentSyntax? argument = list?.Arguments.FirstOrDefault(candidate => ParameterOf(candidate, list, (IMethodSymbol)parameter.ContainingSymbol)?.Ordinal == parameter.Ordinal);
        return argument is { RefKindKeyword.RawKind: 0 } ? site.Insert(argument.Expression.GetFirstToken(), "ref ") : null;
    }

    private static BaseArgumentListSyntax? ArgumentsOf(SyntaxNode name) => name switch
    {
        { Parent: MemberAccessExpressionSyntax access } when access.Name == name => ArgumentsOf(access),
        { Parent: QualifiedNameSyntax qualified } when qualified.Right == name => ArgumentsOf(qualified),
        { Parent: MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax call } } => call.ArgumentList,
        { Parent: InvocationExpressionSyntax call } when call.Expression == name => call.ArgumentList,
        { Parent: ObjectCreationExpressionSyntax creation } when creation.Type == name => creation.ArgumentList,
        ImplicitObjectCreationExpressionSyntax creation => creation.ArgumentList,
        ConstructorInitializerSyntax initializer => initializer.ArgumentList,
        _ => null,
    };
}
