using System.Collections.Immutable;
using System.Linq;
using System.Threading;
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
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.MayUseRuntime())
            {
                ImmutableHashSet<string> operations = NamesOfOperations(start.Compilation);
                start.RegisterSyntaxNodeAction(node => AnalyzeInvocation(node, operations), SyntaxKind.InvocationExpression);
            }
        });
    }

    // Most calls are told by their names, and need not be bound.
    private static ImmutableHashSet<string> NamesOfOperations(Compilation compilation) =>
        compilation.GetTypesByMetadataName(KnownSymbols.IntrusiveList)
            .SelectMany(list => list.GetMembers())
            .Where(member => member is IMethodSymbol method && method.Parameters.Any(TakesElement))
            .Select(member => member.Name)
            .ToImmutableHashSet();

    private static void AnalyzeInvocation(SyntaxNodeAnalysisContext context, ImmutableHashSet<string> names)
    {
        // The call does not bind: there is no operation for it, only syntax.
        var invocation = (InvocationExpressionSyntax)context.Node;
        if (invocation.Expression is not MemberAccessExpressionSyntax { Expression: { } receiver } access || !names.Contains(access.Name.Identifier.ValueText))
        {
            return;
        }

        SymbolInfo called = context.SemanticModel.GetSymbolInfo(invocation, context.CancellationToken);
        if (called.Symbol is not null || context.SemanticModel.GetTypeInfo(receiver, context.CancellationToken).Type is not INamedTypeSymbol list || !list.IsIntrusiveList())
        {
            return;
        }

        IMethodSymbol[] operations = called.CandidateSymbols.OfType<IMethodSymbol>().Where(method => IsOperation(method, invocation)).ToArray();
        foreach (ArgumentSyntax argument in invocation.ArgumentList.Arguments)
        {
            IParameterSymbol? element = operations.Select(operation => ParameterOf(operation, invocation, argument)).FirstOrDefault(TakesElement);
            if (element is not null && WrongElementOf(element, argument, context.SemanticModel, context.CancellationToken) is { } wrong)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    DiagnosticDescriptors.WrongElement, argument.GetLocation(), list.TypeArguments[0].InMessage(), list.TypeArguments[1].InMessage(), NameOf(wrong, list.TypeArguments[0])));
            }
        }
    }

    // Not an extension of a list; and a call with too many arguments has another error.
    private static bool IsOperation(IMethodSymbol method, InvocationExpressionSyntax invocation) =>
        method.ContainingType.IsIntrusiveList() && method.Parameters.Length == invocation.ArgumentList.Arguments.Count;

    private static IParameterSymbol? ParameterOf(IMethodSymbol operation, InvocationExpressionSyntax invocation, ArgumentSyntax argument) =>
        argument.NameColon?.Name.Identifier.ValueText is { } name
            ? operation.Parameters.FirstOrDefault(parameter => parameter.Name == name)
            : operation.Parameters[invocation.ArgumentList.Arguments.IndexOf(argument)];

    private static bool TakesElement(IParameterSymbol? parameter) => parameter is { RefKind: RefKind.None } && parameter.Type.IsPtr();

    /// <summary>Returns the type that an argument offers as an element, if it is not the list's.</summary>
    private static ITypeSymbol? WrongElementOf(IParameterSymbol element, ArgumentSyntax argument, SemanticModel semanticModel, CancellationToken cancellationToken)
    {
        // Of two arguments, one may be right.
        if (semanticModel.ClassifyConversion(argument.Expression, element.Type).IsImplicit)
        {
            return null;
        }

        ITypeSymbol? type = semanticModel.GetTypeInfo(argument.Expression, cancellationToken).Type;
        ITypeSymbol? offered = type switch
        {
            IPointerTypeSymbol pointer => pointer.PointedAtType,
            INamedTypeSymbol pointer when pointer.IsPtr() => pointer.TypeArguments[0],
            _ => type,
        };

        bool wrong = offered is { TypeKind: not TypeKind.Error } && !SymbolEqualityComparer.Default.Equals(offered, ((INamedTypeSymbol)element.Type).TypeArguments[0]);
        return wrong ? offered : null;
    }

    // 'Foo' is not a 'Foo' would help nobody.
    private static string NameOf(ITypeSymbol wrong, ITypeSymbol right) =>
        wrong.InMessage() == right.InMessage() ? wrong.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) : wrong.InMessage();
}
