using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds lists that are used where the guard that they were read from no longer holds the lock, and values of maps where their scope has ended (ILIST303).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EscapedListAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.EscapedList);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.MayUseRuntime())
            {
                start.RegisterBodyAction(AnalyzeMember);
            }
        });
    }

    private static void AnalyzeMember(OperationBlockAnalysisContext context)
    {
        foreach (IOperation block in context.OperationBlocks)
        {
            foreach ((IOperation place, string use, ISymbol guard) in new EscapedPlaces(block, context.OwningSymbol).Find().Where(found => !HasCompilerError(found.Place, context.CancellationToken)))
            {
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.EscapedList, place.Syntax.GetLocation(), NameOf(place), use, guard.Name, GuardTypes.Effect(TypeOf(guard))));
            }
        }
    }

    // The compiler knows references that leave their scope, too.
    private static bool HasCompilerError(IOperation place, CancellationToken cancellationToken) =>
        place.SemanticModel?.GetDiagnostics(place.Syntax.Span, cancellationToken).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) == true;

    private static string NameOf(IOperation place) => place.Type.IsIntrusiveList() || place.Type.IsIntrusiveListArray() ? place.InMessage() : place.Syntax.ToString();

    private static ITypeSymbol TypeOf(ISymbol guard) => guard is ILocalSymbol local ? local.Type : ((IParameterSymbol)guard).Type;
}
