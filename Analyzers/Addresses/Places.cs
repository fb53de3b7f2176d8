using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Tells where the values of expressions are.
/// </summary>
internal static class Places
{
    /// <summary>Returns where the value of an expression is.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="owner">The member in whose body it is.</param>
    public static Place Of(IOperation? operation, ISymbol owner) => operation switch
    {
        ILocalReferenceOperation local => OfVariable(local.Local.RefKind),
        IParameterReferenceOperation parameter => OfParameter(parameter.Parameter, owner),
        IInstanceReferenceOperation instance => OfInstance(instance, owner),
        IFieldReferenceOperation field => OfField(field, owner),
        IArrayElementReferenceOperation => Place.Writable,
        IPropertyReferenceOperation property => OfReturn(property.Property.RefKind),
        IInvocationOperation invocation => OfReturn(invocation.TargetMethod.RefKind),
        IImplicitIndexerReferenceOperation indexer => OfIndexer(indexer.IndexerSymbol),
        IConditionalOperation { IsRef: true } conditional => OfEither(Of(conditional.WhenTrue, owner), Of(conditional.WhenFalse, owner)),
        ISimpleAssignmentOperation { IsRef: true } assignment => Of(assignment.Target, owner),
        IDeclarationExpressionOperation => Place.Writable,
        { Kind: NewerKinds.InlineArrayAccess } => Of(operation.ChildOperations.FirstOrDefault(), owner),
        { Kind: NewerKinds.FunctionPointerInvocation } => OfFunctionPointer(operation),
        { Kind: OperationKind.None } => OfPointer(operation),
        _ => Place.None,
    };

    private static Place OfVariable(RefKind kind) => kind is RefKind.None or RefKind.Ref or RefKind.Out ? Place.Writable : Place.ReadOnly;

    // A member that uses a parameter of the primary constructor uses a field of 'this'.
    private static Place OfParameter(IParameterSymbol parameter, ISymbol owner) =>
        owner is IMethodSymbol && parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && !SymbolEqualityComparer.Default.Equals(constructor, owner)
            ? OfThis(owner)
            : OfVariable(parameter.RefKind);

    private static Place OfThis(ISymbol owner) => owner is IMethodSymbol { IsReadOnly: true } ? Place.ReadOnly : Place.Writable;

    private static Place OfReturn(RefKind kind) => kind == RefKind.None ? Place.None : OfVariable(kind);

    private static Place OfEither(Place left, Place right) => left == Place.ReadOnly || right == Place.ReadOnly ? Place.ReadOnly : Place.Writable;

    private static Place OfInstance(IInstanceReferenceOperation instance, ISymbol owner) => instance.ReferenceKind switch
    {
        InstanceReferenceKind.ContainingTypeInstance => OfThis(owner),

        // The compiler may match a copy as well as the value itself.
        InstanceReferenceKind.PatternInput => PatternAround(instance) is { } pattern && PatternUses.PlaceOf(pattern, owner) == Place.None ? Place.None : Place.ReadOnly,
        _ => Place.Writable,
    };

    private static IPatternOperation? PatternAround(IOperation input)
    {
        IOperation? current = input;
        while (current is not (null or IPatternOperation))
        {
            current = current.Parent;
        }

        return current as IPatternOperation;
    }

    private static Place OfField(IFieldReferenceOperation reference, ISymbol owner)
    {
        IFieldSymbol field = reference.Field;
        return field switch
        {
            { RefKind: not RefKind.None } => OfVariable(field.RefKind),
            { IsReadOnly: true } => IsBeingConstructed(reference, owner) ? Place.Writable : Place.ReadOnly,
            { IsStatic: false, ContainingType.IsValueType: true } => Of(reference.Instance, owner),
            _ => Place.Writable,
        };
    }

    // Constructors and initialisers may write to what is readonly.
    private static bool IsBeingConstructed(IFieldReferenceOperation reference, ISymbol owner)
    {
        bool constructs = owner is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } or IMethodSymbol { IsInitOnly: true } or IFieldSymbol or IPropertySymbol;
        return constructs
            && owner.IsStatic == reference.Field.IsStatic
            && SymbolEqualityComparer.Default.Equals(owner.ContainingType, reference.Field.ContainingType)
            && reference.Instance is null or IInstanceReferenceOperation
            && !OperationTree.FunctionsAround(reference).Any();
    }

    private static Place OfIndexer(ISymbol indexer) => indexer switch
    {
        IPropertySymbol property => OfReturn(property.RefKind),
        IMethodSymbol method => OfReturn(method.RefKind),
        _ => Place.None,
    };

    private static Place OfFunctionPointer(IOperation invocation) =>
        invocation.ChildOperations.FirstOrDefault()?.Type is IFunctionPointerTypeSymbol pointer ? OfReturn(pointer.Signature.RefKind) : Place.None;

    // *pointer, pointer[index], pointer->member and __refvalue have no operations of their own.
    private static Place OfPointer(IOperation operation)
    {
        bool isPointer = operation.ChildOperations.FirstOrDefault()?.Type is { TypeKind: TypeKind.Pointer };
        return isPointer || operation.Syntax.IsKind(SyntaxKind.RefValueExpression) ? Place.Writable : Place.None;
    }
}
