using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Knows what takes too long while a lock is held: what allocates or frees, and code that nobody here knows.
/// </summary>
internal static class LongWork
{
    private const string Allocates = "allocates";

    /// <summary>Returns what an operation does that takes long, for a message; null for all others. What is thrown is not counted: it ends the scope.</summary>
    public static string? Of(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Allocate" } method } when method.ContainingType.IsNativePool() => Allocates,
        IInvocationOperation { TargetMethod: { Name: "Free" } method } when method.ContainingType.IsNativePool() => "frees",
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } called } => HeldOperations.Created(called) is null ? "calls code that is not known here" : null,
        IObjectCreationOperation { Type.IsReferenceType: true } or IAnonymousObjectCreationOperation => IsThrown(operation) ? null : Allocates,
        IInvocationOperation { TargetMethod: var method } call when IsArrayMaker(method) => Constants.HasZero(call) ? null : Allocates,
        IArrayCreationOperation array => array.DimensionSizes.Any(Constants.IsZero) ? null : Allocates,
        { Kind: NewerKinds.CollectionExpression, Type.IsReferenceType: true } => !operation.ChildOperations.Any() || IsThrown(operation) ? null : Allocates,
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => Captures(lambda) ? Allocates : null,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, OperatorMethod: null, ConstantValue.HasValue: false } => IsPart(operation) || IsThrown(operation) ? null : Allocates,
        IInterpolatedStringOperation { Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } => IsThrown(operation) ? null : Allocates,
        _ => null,
    };

    private static bool IsArrayMaker(IMethodSymbol method) =>
        method is { Name: "CreateInstance", ContainingType.SpecialType: SpecialType.System_Array } || FrameworkPromises.IsArrayAllocation(method);

    private static bool Captures(IAnonymousFunctionOperation lambda) => lambda.Descendants().Any(operation => operation switch
    {
        ILocalReferenceOperation local => !local.Local.IsConst && IsOutside(local.Local, lambda),
        IParameterReferenceOperation parameter => IsOutside(parameter.Parameter, lambda),
        IInstanceReferenceOperation instance => instance.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance,
        _ => false,
    });

    private static bool IsOutside(ISymbol variable, IAnonymousFunctionOperation lambda) =>
        !variable.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == lambda.Syntax.SyntaxTree && lambda.Syntax.Span.Contains(declaration.Span));

    // Of 'a + b + c', the whole.
    private static bool IsPart(IOperation operation) => operation.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String };

    private static bool IsThrown(IOperation operation)
    {
        for (IOperation? current = operation; current is not null && OperationTree.FunctionOf(current) is null; current = current.Parent)
        {
            if (current is IThrowOperation)
            {
                return true;
            }
        }

        return false;
    }
}
