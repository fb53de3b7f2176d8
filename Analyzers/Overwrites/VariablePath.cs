using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// A variable, or a field of a field of one, that begins without a value: a local, an <c>out</c> parameter, what a constructor or <c>init</c> accessor constructs.
/// </summary>
/// <param name="steps">The variable, then the fields. What is constructed stands under its type.</param>
internal sealed class VariablePath(ImmutableArray<ISymbol> steps) : IEquatable<VariablePath>
{
    private readonly ImmutableArray<ISymbol> _steps = steps;

    /// <summary>Gets the variable.</summary>
    public ISymbol Variable => _steps[0];

    /// <summary>Returns the path of what is assigned; null where it has a value from the start.</summary>
    /// <param name="target">What is assigned.</param>
    /// <param name="owner">The member that assigns.</param>
    public static VariablePath? Of(IOperation target, ISymbol owner)
    {
        ImmutableArray<ISymbol>.Builder fields = ImmutableArray.CreateBuilder<ISymbol>();
        IOperation root = target;
        while (VariableOf(root, owner) is null && root is IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance, Field.RefKind: RefKind.None } field)
        {
            fields.Add(field.Field);
            root = instance;
        }

        fields.Reverse();
        return VariableOf(root, owner) is { } variable ? new VariablePath(fields.ToImmutable().Insert(0, variable)) : null;
    }

    /// <summary>Returns whether one of two is part of the other, or both are the same.</summary>
    public bool Overlaps(VariablePath other)
    {
        int common = Math.Min(_steps.Length, other._steps.Length);
        return _steps.Take(common).SequenceEqual(other._steps.Take(common), SymbolEqualityComparer.Default);
    }

    /// <inheritdoc/>
    public bool Equals(VariablePath? other) => other is not null && _steps.SequenceEqual(other._steps, SymbolEqualityComparer.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VariablePath);

    /// <inheritdoc/>
    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Variable);

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
