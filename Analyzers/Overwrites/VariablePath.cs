using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// A variable, or a field or element within one, that begins without a value: a local, an <c>out</c> parameter, what a constructor or <c>init</c> accessor constructs.
/// </summary>
/// <param name="steps">The variable, then the fields, and the indices into inline arrays. What is constructed stands under its type.</param>
internal sealed class VariablePath(ImmutableArray<object> steps) : IEquatable<VariablePath>
{
    // Of an index that is not constant nobody knows which it is.
    private static readonly object AnyIndex = new();

    private readonly ImmutableArray<object> _steps = steps;

    /// <summary>Gets the variable.</summary>
    public ISymbol Variable => (ISymbol)_steps[0];

    /// <summary>Returns the path of what is assigned; null where it has a value from the start.</summary>
    /// <param name="target">What is assigned.</param>
    /// <param name="owner">The member that assigns.</param>
    public static VariablePath? Of(IOperation target, ISymbol owner)
    {
        ImmutableArray<object>.Builder steps = ImmutableArray.CreateBuilder<object>();
        IOperation root = target;
        while (VariableOf(root, owner) is null && PartOf(root) is var (step, whole))
        {
            steps.Add(step);
            root = whole;
        }

        steps.Reverse();
        return VariableOf(root, owner) is { } variable ? new VariablePath(steps.ToImmutable().Insert(0, variable)) : null;
    }

    /// <summary>Returns whether one of two is certainly part of the other, or both are the same.</summary>
    public bool Overlaps(VariablePath other) => _steps.Zip(other._steps, (left, right) => left != AnyIndex && left.Equals(right)).All(same => same);

    /// <inheritdoc/>
    public bool Equals(VariablePath? other) => other is not null && _steps.SequenceEqual(other._steps);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VariablePath);

    /// <inheritdoc/>
    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Variable);

    private static (object Step, IOperation Whole)? PartOf(IOperation place) => place switch
    {
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance, Field.RefKind: RefKind.None } field => (field.Field, instance),
        { Kind: NewerKinds.InlineArrayAccess } when place.ChildOperations.FirstOrDefault() is { } array => (place.ChildOperations.Last().ConstantValue.Value ?? AnyIndex, array),
        _ => null,
    };

    private static ISymbol? VariableOf(IOperation root, ISymbol owner) => root switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => local,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: { } local } } => local,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.Out } parameter } => parameter,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { IsValueType: true } type } when Constructs(owner) => type,
        IFieldReferenceOperation { Field: { IsStatic: true } or { ContainingType.IsReferenceType: true } } reference when IsInitializedBy(reference, owner) => reference.Field,
        _ => null,
    };

    private static bool IsInitializedBy(IFieldReferenceOperation reference, ISymbol owner) =>
        Constructs(owner)
        && owner.IsStatic == reference.Field.IsStatic
        && reference.Instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
        && SymbolEqualityComparer.Default.Equals(reference.Field.ContainingType, owner.ContainingType);

    private static bool Constructs(ISymbol owner) => owner is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } or IMethodSymbol { IsInitOnly: true };
}
