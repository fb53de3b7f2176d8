using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Checks heads, nodes, locks and tags where they are declared, by the parse that the generator uses.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.HeadWithoutContains,
        DiagnosticDescriptors.ContainsWithoutHead,
        DiagnosticDescriptors.InvalidElement,
        DiagnosticDescriptors.MissingNode,
        DiagnosticDescriptors.InvalidNode,
        DiagnosticDescriptors.InaccessibleNode,
        DiagnosticDescriptors.OwnerNotPartial,
        DiagnosticDescriptors.ReadOnlyHeadOrNode,
        DiagnosticDescriptors.InvalidLayout,
        DiagnosticDescriptors.AmbiguousLock,
        DiagnosticDescriptors.NameCollision);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // Other generators may declare heads too.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.MayUseRuntime())
            {
                start.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
            }
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        IEnumerable<Problem> problems = type.GetMembers().OfType<IFieldSymbol>().SelectMany(field => ProblemsOf(field, context)).Where(problem => !IsAround(problem, type));

        // Several heads share what is wrong with their owner or a type around it.
        var reported = new HashSet<(string, Location)>();
        foreach (Problem problem in problems.Concat(ProblemsAround(type, context)))
        {
            if (!problem.IsCompilerError && reported.Add((problem.Rule, problem.Location)))
            {
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.Of(problem.Rule), problem.Location, problem.Arguments));
            }
        }
    }

    // Editors offer fixes only for what is reported of the type that is analysed.
    private static bool IsAround(Problem problem, INamedTypeSymbol owner) => problem.Rule == RuleIdentifiers.OwnerNotPartial && problem.Location != owner.Locations[0];

    /// <summary>Returns what is wrong with a type because of the owners in it.</summary>
    private static IEnumerable<Problem> ProblemsAround(INamedTypeSymbol type, SymbolAnalysisContext context) =>
        OwnerRules.CanBeExtended(type)
            ? []
            : from head in type.GetTypeMembers().SelectMany(OwnerRules.HeadsIn)
              from problem in ParsedTags.Of(head, head.Tags()[0], context.Compilation, context.CancellationToken).Problems
              where problem.Rule == RuleIdentifiers.OwnerNotPartial && problem.Location == type.Locations[0]
              select problem;

    private static IEnumerable<Problem> ProblemsOf(IFieldSymbol field, SymbolAnalysisContext context)
    {
        AttributeData[] tags = field.Tags();

        // Not what the compiler keeps a property or a captured parameter in.
        bool isHead = field.CanBeReferencedByName && field.Type.IsAnyHead();
        IEnumerable<Problem> problems = isHead ? ProblemsOfHead(field, tags, context) : tags.SelectMany(tag => ProblemsOfStrayTag(field, tag, context));
        return FieldRules.Concern(field) ? problems.Concat(FieldRules.Check(field)) : problems;
    }

    private static IEnumerable<Problem> ProblemsOfHead(IFieldSymbol head, AttributeData[] tags, SymbolAnalysisContext context)
    {
        if (tags.Length > 0)
        {
            return ParsedTags.Of(head, tags[0], context.Compilation, context.CancellationToken).Problems;
        }

        // A reference to a head is none itself; an array of heads is tagged where it is a field.
        bool mayBeUntagged = FieldRules.IsReference(head) || head.ContainingType.IsListHeadArray() || HasCompilerError(head, context.CancellationToken);
        return mayBeUntagged ? [] : [Problem.At(head.Locations[0], RuleIdentifiers.HeadWithoutContains, head.InMessage(), Advice(head))];
    }

    private static string Advice(IFieldSymbol head) => head.ContainingType.IsInlineArray() && !head.IsStatic
        ? "this inline array cannot be tagged; make it one of ListHead, or of structs with tagged heads"
        : "tag it, as in [Contains(typeof(Element), nameof(Element.Node))]";

    /// <summary>Returns whether there is something at a field that the compiler does not understand: it may be the tag, half typed or misspelt.</summary>
    private static bool HasCompilerError(IFieldSymbol field, CancellationToken cancellationToken)
    {
        IEnumerable<Diagnostic> syntaxErrors =
            from reference in field.DeclaringSyntaxReferences
            let declaration = reference.GetSyntax(cancellationToken).FirstAncestorOrSelf<FieldDeclarationSyntax>()
            where declaration is { ContainsDiagnostics: true }
            from diagnostic in declaration.GetDiagnostics()
            where diagnostic.Severity == DiagnosticSeverity.Error
            select diagnostic;
        return syntaxErrors.Any() || field.GetAttributes().Any(attribute => attribute.AttributeClass is null or { TypeKind: TypeKind.Error });
    }

    private static IEnumerable<Problem> ProblemsOfStrayTag(IFieldSymbol field, AttributeData tag, SymbolAnalysisContext context)
    {
        if (field.Type.TypeKind == TypeKind.Error || field.Name.Length == 0)
        {
            yield break;
        }

        ISymbol declared = field.AssociatedSymbol ?? field;
        string reason = field.AssociatedSymbol is null ? $"its type is '{field.Type.InMessage()}'" : "it is a property";
        Location location = new TagSyntax(tag, declared, context.CancellationToken).Attribute;
        yield return Problem.At(location, RuleIdentifiers.ContainsWithoutHead, declared.InMessage(), reason);
    }
}
