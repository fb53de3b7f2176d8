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
    /// <summary>Returns whether a variable on which a place depends may come to stand for another one in a region.</summary>
    public static bool MayChange(IOperation place, IReadOnlyCollection<IOperation> region)
    {
        bool leadsElsewhere = LeadsElsewhere(place);
        return PlaceIdentity.VariablesOf(place).Any(variable => region.Any(part => MayBecomeAnother(variable, part, leadsElsewhere)))
            || (place.DescendantsAndSelf().Any(operation => operation is IArrayElementReferenceOperation) && region.Any(part => AssignsElements(part) || RunsProgram(part)));
    }

    private static bool MayBecomeAnother(ISymbol variable, IOperation region, bool leadsElsewhere) => variable switch
    {
        IParameterSymbol { RefKind: not RefKind.None, Type: { IsReferenceType: false } type } when !type.IsPtr() => IsMadeAnother(variable, region),
        _ when IsPlace(variable) => leadsElsewhere && Variables.IsAssignedIn(region, variable),
        IFieldSymbol { IsReadOnly: false } when RunsProgram(region) => true,
        _ => Variables.IsAssignedIn(region, variable),
    };

    private static bool IsMadeAnother(ISymbol parameter, IOperation region) =>
        region.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>().Any(assignment => assignment.IsRef && Variables.IsVariable(assignment.Target, parameter));

    // To an object, by a reference that a struct holds: the struct may get another.
    private static bool LeadsElsewhere(IOperation place) =>
        place.Type is { IsReferenceType: true } || place.DescendantsAndSelf().Any(part => part is IMemberReferenceOperation { Member.ContainingType: var type } && type.IsPtr());

    // A method or property of the program may assign any field or element.
    private static bool RunsProgram(IOperation region) => region.DescendantsAndSelf().Any(operation => operation switch
    {
        IInvocationOperation { TargetMethod: { } method } => method.MethodKind == MethodKind.DelegateInvoke || IsOfProgram(method),
        IPropertyReferenceOperation { Property: { } property, Parent: IAssignmentOperation assignment } => assignment.Target == operation && IsOfProgram(property),
        _ => false,
    });

    private static bool IsOfProgram(ISymbol member) => !member.DeclaringSyntaxReferences.IsEmpty && !member.IsInGeneratedCode();

    private static bool AssignsElements(IOperation region) => region.DescendantsAndSelf().Any(operation =>
        operation is IAssignmentOperation { Target: IArrayElementReferenceOperation { Type: { } type } } && (type.IsReferenceType || type.IsPtr()));

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
