using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Where an operation stands: in which member, and in which functions within that.
/// </summary>
internal static class OperationTree
{
    /// <summary>Returns the outermost operation around another.</summary>
    public static IOperation RootOf(IOperation operation)
    {
        IOperation root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root;
    }

    /// <summary>Returns the lambda or local function that an operation defines.</summary>
    public static IMethodSymbol? FunctionOf(IOperation operation) => operation switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation function => function.Symbol,
        _ => null,
    };

    /// <summary>Returns the functions around an operation, the innermost first, without the member itself.</summary>
    public static IEnumerable<IMethodSymbol> FunctionsAround(IOperation operation)
    {
        for (IOperation? current = operation.Parent; current is not null; current = current.Parent)
        {
            if (FunctionOf(current) is { } function)
            {
                yield return function;
            }
        }
    }

    /// <summary>Returns whether what follows an operation can be reached.</summary>
    public static bool Returns(IOperation operation) =>
        operation is not IInvocationOperation { TargetMethod: { } method }
        || (!method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "DoesNotReturnAttribute") && !ThrowsAlways(method));

    // static void ThrowEmpty() => throw ...;
    private static bool ThrowsAlways(IMethodSymbol method) =>
        method is { IsVirtual: false, IsOverride: false, IsAsync: false } && method.DeclaringSyntaxReferences.Any(static declaration => declaration.GetSyntax() switch
        {
            MethodDeclarationSyntax { ExpressionBody.Expression: ThrowExpressionSyntax } or LocalFunctionStatementSyntax { ExpressionBody.Expression: ThrowExpressionSyntax } => true,
            MethodDeclarationSyntax { Body: { } body } => EndsInThrow(body),
            LocalFunctionStatementSyntax { Body: { } body } => EndsInThrow(body),
            _ => false,
        });

    private static bool EndsInThrow(BlockSyntax body) =>
        body.Statements.LastOrDefault() is ThrowStatementSyntax && !body.DescendantNodes().Any(static node => node is ReturnStatementSyntax or YieldStatementSyntax);
}
