using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Tells what becomes of values that must stay where they are. Everything that is not known to leave them there copies them.
/// </summary>
internal sealed class ValueUses
{
    private const string ByReference = "pass it by reference";
    private const string ThroughReference = "use it through a reference";

    private static readonly ValueUse IntoText = ValueUse.Copy("into text", "name the fields that the text is to show");

    private readonly ISymbol _owner;
    private readonly BoundTypes _types;

    /// <param name="owner">The member in whose body the values are used.</param>
    /// <param name="types">The types whose values must stay where they are.</param>
    public ValueUses(ISymbol owner, BoundTypes types)
    {
        _owner = owner;
        _types = types;
    }

    /// <summary>Returns what happens to a value on which a statement or expression calls a method that nobody writes: the enumerator of a loop, the awaiter of what is awaited.</summary>
    public ValueUse? OfUnwrittenCall(IOperation value, IMethodSymbol called)
    {
        Place place = Places.Of(value, _owner);
        bool copies = place != Place.None && called.IsExtensionMethod && called.Parameters.FirstOrDefault() is { RefKind: RefKind.None };
        return copies ? ValueUse.Copy($"into the receiver of '{called.InMessage()}'", "declare the receiver as 'in'") : OfReceiver(value.Type, called, called, place);
    }

    /// <summary>Returns what moves the value of an expression, or null where it stays in its place or has none yet.</summary>
    public ValueUse? Of(IOperation value)
    {
        Place place = Places.Of(value, _owner);
        return value.Parent switch
        {
            _ when value.IsBackingField() => null,
            ISimpleAssignmentOperation assignment when assignment.Target.IsBackingField() => null,
            IConversionOperation conversion => OfOperand(conversion, place),
            IInvocationOperation { TargetMethod.IsReadOnly: false } call when call.Instance == value && IsAssigned(value) => ValueUse.Copy("by the assignment", "call it on what is assigned, in a statement of its own"),
            IAwaitOperation { Syntax: AwaitExpressionSyntax syntax, SemanticModel: { } model } => model.GetAwaitExpressionInfo(syntax).GetAwaiterMethod is { } awaiter ? OfUnwrittenCall(value, awaiter) : null,
            IInvocationOperation call when call.Instance == value => IsReadOnlyLock(value) ? null : OfReceiver(value.Type, call.TargetMethod, call.TargetMethod, place),
            IPropertyReferenceOperation property when property.Instance == value => OfReceiver(value.Type, property.Property, AccessorOf(property.Property, property), place),
            IImplicitIndexerReferenceOperation indexer when indexer.Instance == value => OfIndexed(indexer, place),
            IEventReferenceOperation @event when @event.Instance == value => OfReceiver(value.Type, @event.Event, @event.Event.AddMethod, place),
            IBinaryOperation { OperatorMethod: null } or ICompoundAssignmentOperation { OperatorMethod: null } when HasDynamicOperand(value.Parent) => ValueUse.Box("as 'dynamic'"),
            IMethodReferenceOperation method when method.Instance == value => ValueUse.Copy($"into a delegate of '{method.Method.InMessage()}'", "call it in a lambda that gets a Ptr"),
            _ when place == Place.None => null,
            { } user => OfPlace(value, user),
            null => null,
        };
    }

    // What is assigned is not what the assignment results in.
    private bool IsAssigned(IOperation value) =>
        value is ISimpleAssignmentOperation { IsRef: false } assignment && Places.Of(assignment.Target, _owner) != Place.None && Places.Of(assignment.Value, _owner) == Place.None;

    private ValueUse? OfPlace(IOperation value, IOperation user) => user switch
    {
        IFieldReferenceOperation or IAddressOfOperation or INameOfOperation or IInvalidOperation => null,
        IIsTypeOperation or IIsPatternOperation or IPropertySubpatternOperation or IMemberInitializerOperation => null,
        ISwitchOperation or ILoopOperation or IExpressionStatementOperation or IBlockOperation or IConditionalAccessOperation or ILockOperation => null,
        ISwitchExpressionOperation when user.ChildOperations.FirstOrDefault() == value => null,
        IDeclarationExpressionOperation or IObjectOrCollectionInitializerOperation => null,
        IArgumentOperation argument => IsHandedTo(argument, value) ? null : OfArgument(argument),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation variable } => IsMovedTo(variable, value) ? null : OfVariable(variable.Symbol),
        IFieldInitializerOperation initializer when initializer.InitializedFields.Any(field => field.RefKind != RefKind.None) => null,
        IFieldInitializerOperation => IsMovedOut(value) ? null : ValueUse.Copy("into the field", "set its fields one by one"),
        ISimpleAssignmentOperation assignment when value == assignment.Value && IsMovedTo(assignment.Target, value) => null,
        ISimpleAssignmentOperation assignment => OfAssigned(assignment, value),
        ICompoundAssignmentOperation assignment => OfOperand(assignment.OperatorMethod, value == assignment.Target ? 0 : 1),
        IIncrementOrDecrementOperation increment => OfOperand(increment.OperatorMethod, 0),
        IBinaryOperation binary => OfOperand(binary.OperatorMethod, value == binary.LeftOperand ? 0 : 1),
        IUnaryOperation unary => OfOperand(unary.OperatorMethod, 0),
        IReturnOperation @return => IsMovedOut(value) ? null : OfReturned(@return),
        IConditionalOperation { IsRef: true } => null,
        IConditionalOperation => ValueUse.Copy("by '?:'", "choose a reference, as in 'ref (condition ? ref first : ref second)'"),
        ISwitchExpressionArmOperation => ValueUse.Copy("by 'switch'", "let each case use the value where it is"),
        IDeconstructionAssignmentOperation deconstruction => OfDeconstructed(deconstruction, value),
        ITupleOperation tuple => IsDeconstructionTarget(tuple) ? null : ValueUse.Copy("into a tuple", "put a Ptr into it"),
        IWithOperation => ValueUse.Copy("by 'with'", "assign to its fields where it is"),
        IInterpolationOperation => IntoText,
        IUsingOperation => IsHandle(value.Type) ? null : ValueUse.Copy("by 'using'", "dispose it in a 'finally' block"),
        IArrayInitializerOperation or { Kind: NewerKinds.CollectionExpression } => ValueUse.Copy("into a collection", "collect Ptr values"),
        { Kind: NewerKinds.InlineArrayAccess } => null,
        { Kind: OperationKind.None } => user.Syntax.IsKind(SyntaxKind.StackAllocArrayCreationExpression) || user.Syntax.IsKind(SyntaxKind.ImplicitStackAllocArrayCreationExpression)
            ? ValueUse.Copy("into the memory that 'stackalloc' reserves", "set the fields of each element there")
            : null,
        _ => ValueUse.Copy("here", ThroughReference),
    };

    private ValueUse? OfOperand(IConversionOperation conversion, Place place)
    {
        if (conversion.Type is null or { TypeKind: TypeKind.Error })
        {
            return null;
        }

        if (conversion.OperatorMethod is { } method)
        {
            return place == Place.None ? null : OfOperand(method, 0);
        }

        if (conversion.Type.IsReferenceType || conversion.Type.TypeKind == TypeKind.Dynamic)
        {
            return IsComparedToNull(conversion) ? null : ValueUse.Box($"as '{conversion.Type.InMessage()}'");
        }

        // Such as between tuples that name their elements differently.
        if (conversion.IsImplicit && conversion.GetConversion().IsIdentity)
        {
            return place != Place.None && conversion.Parent is { } user ? OfPlace(conversion, user) : null;
        }

        bool stays = place == Place.None || IsOverInlineArray(conversion) || (conversion.IsImplicit && conversion.Parent is ILoopOperation or IDeconstructionAssignmentOperation);
        return stays ? null : ValueUse.Copy($"by the conversion to '{conversion.Type.InMessage()}'", ThroughReference);
    }

    // Which operator is meant is asked when the program runs, of objects.
    private static bool HasDynamicOperand(IOperation operation) => operation.ChildOperations.Any(operand => operand.Type?.TypeKind == TypeKind.Dynamic);

    // A span over the elements of an inline array.
    private static bool IsOverInlineArray(IConversionOperation conversion) => conversion.Type.IsSpan();

    // A type parameter has no other way; nothing is boxed when the program runs.
    private static bool IsComparedToNull(IConversionOperation conversion) =>
        conversion is { IsImplicit: true, Parent: IBinaryOperation { OperatorMethod: null } comparison }
        && (comparison.LeftOperand == conversion ? comparison.RightOperand : comparison.LeftOperand).ConstantValue is { HasValue: true, Value: null };

    private static IMethodSymbol? AccessorOf(IPropertySymbol property, IOperation reference) =>
        reference.Parent is ISimpleAssignmentOperation { IsRef: false } assignment && assignment.Target == reference && property.SetMethod is { } setter
            ? setter
            : property.GetMethod;

    // An index from the end, or a range: 'Length' or 'Count' is called as well as the indexer or 'Slice'.
    private ValueUse? OfIndexed(IImplicitIndexerReferenceOperation indexer, Place place)
    {
        ITypeSymbol? type = indexer.Instance.Type;
        IMethodSymbol? called = indexer.IndexerSymbol is IPropertySymbol property ? AccessorOf(property, indexer) : indexer.IndexerSymbol as IMethodSymbol;
        return OfReceiver(type, indexer.LengthSymbol, (indexer.LengthSymbol as IPropertySymbol)?.GetMethod, place) ?? OfReceiver(type, indexer.IndexerSymbol, called, place);
    }

    /// <summary>Returns what a call of a member does to its receiver.</summary>
    private ValueUse? OfReceiver(ITypeSymbol? type, ISymbol member, IMethodSymbol? called, Place place)
    {
        if (called is null)
        {
            return null;
        }

        if (member.ReceiverParameter() is { } receiver)
        {
            return place == Place.None || receiver.RefKind != RefKind.None ? null : ValueUse.Copy($"into the receiver of '{member.InMessage()}'", "declare the receiver as 'ref'");
        }

        if (called.ContainingType is { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType } && !(type is ITypeParameterSymbol && (called.IsVirtual || called.IsOverride)))
        {
            return ValueUse.Box($"to call '{member.InMessage()}', which it does not override");
        }

        if (place != Place.None && RecordMembers.Copy(called, _types))
        {
            return ValueUse.Copy($"by '{member.InMessage()}', which the compiler has written", "declare it");
        }

        return place switch
        {
            Place.ReadOnly when !called.IsReadOnly => ValueUse.ReadOnly(member),
            Place.None when NeedsPlace(type, member, called) is { } need => new ValueUse(
                DiagnosticDescriptors.ReadOnlyReceiver, $"a temporary value when '{member.InMessage()}' {need}", "keep the value in a variable"),
            _ => null,
        };
    }

    /// <summary>Returns what a member does with the address of its receiver, where that must last.</summary>
    private static string? NeedsPlace(ITypeSymbol? type, ISymbol member, IMethodSymbol called) => TypeOf(member) switch
    {
        // Its lists are those of its owner.
        _ when type.MustBeDisposed() => null,
        var result when result.IsIntrusiveList() || result.IsIntrusiveListArray() => "makes a list of it",
        var result when result.MustBeDisposed() && member.IsGenerated() => "locks it",
        _ when type.IsListLock() && !called.IsReadOnly => "is called",
        _ => null,
    };

    // Which is reported where it is declared (ILIST009).
    private static bool IsReadOnlyLock(IOperation value) => value is IFieldReferenceOperation { Field.IsReadOnly: true } && value.Type.IsListLock();

    private bool IsHandle(ITypeSymbol? type) => _types.ForbidCopies(type) && !_types.ForbidOverwrites(type);

    // Nothing disposes of what is returned, or kept in a field: the variable ends, and the caller, or the wrapper, has the value.
    private bool IsMovedOut(IOperation value) => IsHandle(value.Type) && value switch
    {
        ILocalReferenceOperation { Local.RefKind: RefKind.None } local => !Disposal.IsDeclaredByUsing(local.Local, local) && !Disposal.IsInUsingOf(local, local.Local),
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } => true,

        // What a loop walks is its own enumerator.
        IInstanceReferenceOperation => _owner is IMethodSymbol { Name: "GetEnumerator", Parameters.IsEmpty: true } walk && SymbolEqualityComparer.Default.Equals(walk.ReturnType, value.Type),
        _ => false,
    };

    // Another variable takes over what this one does not dispose of.
    private bool IsMovedTo(IOperation target, IOperation value) => target switch
    {
        IFieldReferenceOperation or IPropertyReferenceOperation or IParameterReferenceOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => IsMovedOut(value),
        ILocalReferenceOperation => IsLeft(value),
        _ => false,
    };

    // A new variable must do something with what it takes over: what it only names has one name too many.
    private bool IsMovedTo(IVariableDeclaratorOperation target, IOperation value) =>
        target.Symbol.RefKind == RefKind.None && IsLeft(value) && (Disposal.IsResource(target) || Disposal.IsIn(OperationTree.RootOf(target), target.Symbol) || Custody.IsHandedOn(target.Symbol, target));

    // A method that may dispose of it takes it over, if nothing else does.
    private bool IsHandedTo(IArgumentOperation argument, IOperation value) => argument.Parameter is { RefKind: RefKind.None } parameter && IsLeft(value, argument) && Recipients.MayDispose(parameter);

    private bool IsLeft(IOperation value, IArgumentOperation? handedTo = null) =>
        IsMovedOut(value) && Acquisitions.VariableOf(value) is { } variable && !Disposal.IsIn(OperationTree.RootOf(value), variable, handedTo);

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    private static ValueUse? OfArgument(IArgumentOperation argument) => argument.Parameter switch
    {
        { RefKind: not RefKind.None } => null,
        _ when argument.Parent?.Parent is IInterpolatedStringAppendOperation => IntoText,
        { Name.Length: > 0 } parameter => ValueUse.Copy($"into the parameter '{parameter.Name}'", ByReference),
        _ => ValueUse.Copy("into the call", ByReference),
    };

    private static ValueUse? OfVariable(ILocalSymbol variable) =>
        variable.RefKind != RefKind.None ? null : ValueUse.Copy($"into the variable '{variable.Name}'", $"make it a reference, as in 'ref {variable.Type.InMessage()} {variable.Name} = ref ...'");

    private static ValueUse? OfAssigned(ISimpleAssignmentOperation assignment, IOperation value) =>
        assignment.IsRef || value == assignment.Target || assignment.Target is IDiscardOperation ? null : ValueUse.Copy("by the assignment", "assign a reference or a Ptr");

    /// <summary>Returns what an operator does to an operand; one that is an instance method changes its operand in place.</summary>
    public static ValueUse? OfOperand(IMethodSymbol? method, int index)
    {
        bool stays = method is null || (!method.IsStatic && index == 0) || method.Parameters.ElementAtOrDefault(method.IsStatic ? index : index - 1) is not { RefKind: RefKind.None };
        return stays ? null : ValueUse.Copy($"into an operand of '{method!.InMessage()}'", "declare the operand as 'in'");
    }

    private ValueUse? OfReturned(IReturnOperation @return) =>
        (OperationTree.FunctionsAround(@return).FirstOrDefault() ?? _owner as IMethodSymbol) is { } function && (function.ReturnsByRef || function.ReturnsByRefReadonly)
            ? null
            : ValueUse.Copy(@return.Kind == OperationKind.YieldReturn ? "by 'yield return'" : "by 'return'", "return a reference or a Ptr");

    // The compiler deconstructs a copy; that does not matter to a method that only reads it.
    private static ValueUse? OfDeconstructed(IDeconstructionAssignmentOperation deconstruction, IOperation value) =>
        value == deconstruction.Target || (DeconstructMethodOf(deconstruction) is { } method && OnlyReads(method))
            ? null
            : ValueUse.Copy("by the deconstruction", "call 'Deconstruct' where it is, or declare it 'readonly'");

    /// <summary>Returns whether a method that deconstructs a value does nothing else with it.</summary>
    public static bool OnlyReads(IMethodSymbol deconstruct) => deconstruct.IsExtensionMethod ? deconstruct.Parameters[0].RefKind != RefKind.None : deconstruct.IsReadOnly;

    private static IMethodSymbol? DeconstructMethodOf(IDeconstructionAssignmentOperation deconstruction) =>
        deconstruction.Syntax is AssignmentExpressionSyntax syntax ? deconstruction.SemanticModel?.GetDeconstructionInfo(syntax).Method : null;

    private static bool IsDeconstructionTarget(IOperation tuple)
    {
        IOperation current = tuple;
        while (current.Parent is ITupleOperation outer)
        {
            current = outer;
        }

        return current.Parent is IDeclarationExpressionOperation || (current.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == current);
    }
}
