using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Tells whether an expression stays one place while code runs.
/// </summary>
internal static class PlaceStability
{
    /// <summary>Returns whether a variable or element on which a place depends may come to stand for another one in a region.</summary>
    public static bool MayChange(IOperation place, IReadOnlyCollection<IOperation> region) =>
        place.DescendantsAndSelf().Any(step => region.Any(part => MayBecomeAnother(step, part, LeadsElsewhere(step, place))));

    private static bool MayBecomeAnother(IOperation step, IOperation region, bool leadsElsewhere) =>
        (leadsElsewhere && region.DescendantsAndSelf().Any(operation => Overwrites(operation, step))) || step switch
        {
            IArrayElementReferenceOperation => leadsElsewhere && RunsProgram(region),
            ILocalReferenceOperation { Local: var local } => MayBecomeAnother(local, region, leadsElsewhere),
            IParameterReferenceOperation { Parameter: var parameter } => MayBecomeAnother(parameter, region, leadsElsewhere),
            IFieldReferenceOperation { Field: var field } => MayBecomeAnother(field, region, leadsElsewhere),
            _ => false,
        };

    private static bool MayBecomeAnother(ISymbol variable, IOperation region, bool leadsElsewhere) => variable switch
    {
        IParameterSymbol { RefKind: not RefKind.None, Type: { IsReferenceType: false } type } when !type.IsPtr() => IsMadeAnother(variable, region),
        _ when IsPlace(variable) => leadsElsewhere && Variables.IsAssignedIn(region, variable),
        IFieldSymbol { IsReadOnly: false } when RunsProgram(region) => true,
        _ => Variables.IsAssignedIn(region, variable),
    };

    private static bool IsMadeAnother(ISymbol parameter, IOperation region) =>
        region.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>().Any(assignment => assignment.IsRef && Variables.IsVariable(assignment.Target, parameter));

    // To an object, by a reference that a variable or element holds: it may get another.
    private static bool LeadsElsewhere(IOperation step, IOperation place)
    {
        IOperation current = step;
        bool follows = step.Type is { IsReferenceType: true };
        while (!follows && current != place && current.Parent is { } parent)
        {
            current = parent;
            follows = current.Type is { IsReferenceType: true } || (current is IMemberReferenceOperation { Member.ContainingType: var type } && type.IsPtr());
        }

        return follows;
    }

    // By another name for it: an element by another index, or a reference.
    private static bool Overwrites(IOperation operation, IOperation step) => operation switch
    {
        IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Value: { } value } when value.Plain().Type is IArrayTypeSymbol array => step is IArrayElementReferenceOperation && SymbolEqualityComparer.Default.Equals(array.ElementType, step.Type),
        _ => SymbolEqualityComparer.Default.Equals(operation.Type, step.Type) && MayBeSame(operation, step) && Variables.MayBeWritten(operation),
    };

    private static bool MayBeSame(IOperation written, IOperation step) =>
        (written, step) is (IArrayElementReferenceOperation, IArrayElementReferenceOperation) || IsReference(step) || (IsReference(written) && step is not IInstanceReferenceOperation);

    private static bool IsReference(IOperation operation) => operation is ILocalReferenceOperation { Local.IsRef: true }
        or IParameterReferenceOperation { Parameter.RefKind: not RefKind.None }
        or IPropertyReferenceOperation { Property.RefKind: not RefKind.None };

    // A method or property of the program may assign any field or element.
    private static bool RunsProgram(IOperation region) => region.DescendantsAndSelf().Any(operation => operation switch
    {
        IInvocationOperation { TargetMethod: { } method } => method.MethodKind == MethodKind.DelegateInvoke || IsOfProgram(method),
        IPropertyReferenceOperation { Property: { } property, Parent: IAssignmentOperation assignment } => assignment.Target == operation && IsOfProgram(property),
        _ => false,
    });

    private static bool IsOfProgram(ISymbol member) => !member.DeclaringSyntaxReferences.IsEmpty && !member.IsInGeneratedCode();

    // A struct stays where it is, whatever is written to it.
    private static bool IsPlace(ISymbol variable)
    {
        ITypeSymbol? type = variable switch
        {
            ILocalSymbol { IsRef: false } local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        return type is { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } && !type.IsPtr() && !type.IsIntrusiveList();
    }
}
