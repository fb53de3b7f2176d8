using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Says in plain words what the compiler's CS1503 means for a list: the element is of another type.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrongElementAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.WrongElement);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSyntaxNodeAction(AnalyzeInvocation, SyntaxKind.InvocationExpression);
    }

    private static void AnalyzeInvocation(SyntaxNodeAnalysisContext context)
    {
        // The call does not bind: there is no operation for it, only syntax.
        var invocation = (InvocationExpressionSyntax)context.Node;
        if (ReceiverOf(invocation) is not { } receiver || invocation.ArgumentList.Arguments.Count == 0)
        {
            return;
        }

        SymbolInfo called = context.SemanticModel.GetSymbolInfo(invocation, context.CancellationToken);
        if (called.Symbol is not null || context.SemanticModel.GetTypeInfo(receiver, context.CancellationToken).Type is not INamedTypeSymbol list || !list.IsIntrusiveList())
        {
            return;
        }

        foreach (ArgumentSyntax argument in invocation.ArgumentList.Arguments)
        {
            int position = invocation.ArgumentList.Arguments.IndexOf(argument);
            bool takesElement = called.CandidateSymbols.OfType<IMethodSymbol>().Any(method => TakesElement(method, argument, position));
            if (takesElement && WrongElementOf(list, context.SemanticModel.GetTypeInfo(argument.Expression, context.CancellationToken).Type) is { } wrong)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    DiagnosticDescriptors.WrongElement, argument.GetLocation(), list.TypeArguments[0].InMessage(), list.TypeArguments[1].InMessage(), wrong.InMessage()));
            }
        }
    }

    private static ExpressionSyntax? ReceiverOf(InvocationExpressionSyntax invocation) => (invocation.Expression as MemberAccessExpressionSyntax)?.Expression;

    private static bool TakesElement(IMethodSymbol method, ArgumentSyntax argument, int position)
    {
        string? name = argument.NameColon?.Name.Identifier.ValueText;
        IParameterSymbol? parameter = name is null ? method.Parameters.ElementAtOrDefault(position) : method.Parameters.FirstOrDefault(candidate => candidate.Name == name);
        return parameter is { RefKind: RefKind.None } && parameter.Type.IsPtr();
    }

    /// <summary>Returns the type that an argument offers as an element, if it is not the list's.</summary>
    private static ITypeSymbol? WrongElementOf(INamedTypeSymbol list, ITypeSymbol? argument)
    {
        ITypeSymbol? offered = argument switch
        {
            IPointerTypeSymbol pointer => pointer.PointedAtType,
            INamedTypeSymbol pointer when pointer.IsPtr() => pointer.TypeArguments[0],
            { TypeKind: TypeKind.Error } => null,
            _ => argument,
        };

        bool wrong = offered is not null && offered.TypeKind != TypeKind.Error && !SymbolEqualityComparer.Default.Equals(offered, list.TypeArguments[0]);
        return wrong ? offered : null;
    }
}
