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
        SeparatedSyntaxList<ArgumentSyntax> arguments = invocation.ArgumentList.Arguments;
        if (arguments.Count == 0 || ListOf(invocation, context) is not { } list)
        {
            return;
        }

        // Where something else is wrong as well, the compiler may not speak of the element at all.
        SymbolInfo called = context.SemanticModel.GetSymbolInfo(invocation, context.CancellationToken);
        IMethodSymbol? method = called.CandidateSymbols.OfType<IMethodSymbol>().FirstOrDefault(candidate => Fits(candidate, arguments));
        if (called.Symbol is not null || method is null || arguments.Any(argument => TypeOf(argument, context) is { TypeKind: TypeKind.Error }))
        {
            return;
        }

        foreach (ArgumentSyntax argument in arguments)
        {
            if (TakesElement(method, argument, arguments) && WrongElementIn(argument, ParameterOf(method, argument, arguments)!.Type, context) is { } wrong)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    DiagnosticDescriptors.WrongElement, argument.Expression.GetLocation(), list.TypeArguments[0].InMessage(), list.TypeArguments[1].InMessage(), wrong.InMessage()));
            }
        }
    }

    /// <summary>Returns the type of the list that is operated on; null when it is none, or one of types that do not exist.</summary>
    private static INamedTypeSymbol? ListOf(InvocationExpressionSyntax invocation, SyntaxNodeAnalysisContext context) =>
        invocation.Expression is MemberAccessExpressionSyntax access
        && context.SemanticModel.GetTypeInfo(access.Expression, context.CancellationToken).Type is INamedTypeSymbol list
        && list.IsIntrusiveList()
        && list.TypeArguments.All(type => type.TypeKind != TypeKind.Error)
            ? list
            : null;

    private static bool Fits(IMethodSymbol method, SeparatedSyntaxList<ArgumentSyntax> arguments) =>
        method.Parameters.Length == arguments.Count
        && arguments.All(argument => ParameterOf(method, argument, arguments) is { RefKind: RefKind.None } && argument.RefKindKeyword.IsKind(SyntaxKind.None));

    private static IParameterSymbol? ParameterOf(IMethodSymbol method, ArgumentSyntax argument, SeparatedSyntaxList<ArgumentSyntax> arguments) =>
        argument.NameColon?.Name.Identifier.ValueText is { } name
            ? method.Parameters.FirstOrDefault(parameter => parameter.Name == name)
            : method.Parameters.ElementAtOrDefault(arguments.IndexOf(argument));

    // Not a parameter of a type parameter that the call has made an element.
    private static bool TakesElement(IMethodSymbol method, ArgumentSyntax argument, SeparatedSyntaxList<ArgumentSyntax> arguments) =>
        ParameterOf(method.OriginalDefinition, argument, arguments)!.Type.IsPtr();

    /// <summary>Returns the type that an argument offers as an element, if that is what keeps it from the parameter.</summary>
    private static ITypeSymbol? WrongElementIn(ArgumentSyntax argument, ITypeSymbol parameter, SyntaxNodeAnalysisContext context)
    {
        ITypeSymbol? type = TypeOf(argument, context);
        ITypeSymbol? offered = type is IPointerTypeSymbol pointer ? pointer.PointedAtType : ElementOf(type);
        bool right = SymbolEqualityComparer.Default.Equals(offered, ElementOf(parameter)) || context.SemanticModel.ClassifyConversion(argument.Expression, parameter).IsImplicit;
        return right ? null : offered;
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol? type) => type is INamedTypeSymbol pointer && pointer.IsPtr() ? pointer.TypeArguments[0] : type;

    private static ITypeSymbol? TypeOf(ArgumentSyntax argument, SyntaxNodeAnalysisContext context) =>
        context.SemanticModel.GetTypeInfo(argument.Expression, context.CancellationToken).Type;
}
