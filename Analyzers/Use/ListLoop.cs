using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// A <c>foreach</c> over a list, from either end or from an element on. One that drains a list is none: the list is empty by then.
/// </summary>
internal sealed class ListLoop
{
    // A variable that is initialised with itself is an error, and an endless chain.
    private const int MaximalLength = 30;

    private ListLoop(IForEachLoopOperation operation, IOperation list, ILocalSymbol? current, bool isReversed = false, bool isWhole = true)
    {
        Operation = operation;
        List = list;
        Current = current;
        IsReversed = isReversed;
        IsWhole = isWhole;
    }

    public IForEachLoopOperation Operation { get; }

    /// <summary>Gets the list.</summary>
    public IOperation List { get; }

    /// <summary>Gets the variable for the element that the loop visits; null where it is taken apart at once.</summary>
    private ILocalSymbol? Current { get; }

    private bool IsReversed { get; }

    /// <summary>Gets whether the loop begins at an end of the list.</summary>
    private bool IsWhole { get; }

    public static ListLoop? Of(IOperation operation)
    {
        if (operation is not IForEachLoopOperation loop)
        {
            return null;
        }

        ILocalSymbol? current = (loop.LoopControlVariable as IVariableDeclaratorOperation)?.Symbol;
        IOperation collection = loop.Collection.Plain();
        return collection switch
        {
            { Type: { } type } when type.IsIntrusiveList() => new ListLoop(loop, collection, current),
            IInvocationOperation { TargetMethod.Name: "GetEnumerator" } call when call.IsListOperation() => new ListLoop(loop, call.Instance!, current),
            IInvocationOperation { TargetMethod.Name: "StartingAt" } call when call.IsListOperation() => new ListLoop(loop, call.Instance!, current, isWhole: false),
            IInvocationOperation { TargetMethod.Name: "Reversed" } call when call.IsListOperation() => new ListLoop(loop, call.Instance!, current, isReversed: true),
            _ => null,
        };
    }

    /// <summary>Returns the calls in the body, those apart that are made later or elsewhere: in lambdas and local functions.</summary>
    public IEnumerable<IInvocationOperation> Calls()
    {
        var pending = new Stack<IOperation>([Operation.Body]);
        while (pending.Count > 0)
        {
            IOperation operation = pending.Pop();
            if (operation is IInvocationOperation call)
            {
                yield return call;
            }

            foreach (IOperation child in operation.ChildOperations)
            {
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                {
                    pending.Push(child);
                }
            }
        }
    }

    /// <summary>Returns whether the list is one and the same throughout the loop.</summary>
    public bool HasOneList() => !PlaceStability.MayChange(List, [Operation.Body]);

    /// <summary>Returns whether an expression is the list of the loop.</summary>
    public bool Walks(IOperation? list) => list is not null && PlaceIdentity.AreSame(list, List);

    /// <summary>Returns whether an expression is the element that the loop visits, by whatever name.</summary>
    public bool IsCurrent(IOperation? element) => element is not null && Origin(element) is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, Current);

    /// <summary>Returns whether an expression is the element that the loop visits next.</summary>
    public bool IsNext(IOperation? element) =>
        element is not null
        && Origin(element) is IInvocationOperation call
        && call.IsListOperation()
        && call.TargetMethod.Name == (IsReversed ? "Previous" : "Next")
        && Walks(call.Instance)
        && IsCurrent(call.Argument(0));

    /// <summary>Returns whether the loop asks which element is at the end of the list from which it comes: what is removed there may be the current element.</summary>
    public bool KnowsEnd() => Operation.Body.Descendants().Any(operation => operation switch
    {
        IInvocationOperation call => call.TargetMethod.Name == (IsReversed ? "IsLast" : "IsFirst") && Walks(call.Instance),
        IPropertyReferenceOperation property => property.Property.Name == (IsReversed ? "Last" : "First") && Walks(property.Instance),
        _ => false,
    });

    /// <summary>Returns whether a call is given the element at the end of the list to which the loop goes, and nothing else in the loop asks the list which element that is.</summary>
    public bool IsFarEnd(IOperation? element) =>
        element is not null
        && WithoutWrapping(element) is IPropertyReferenceOperation end
        && end.Property.Name == (IsReversed ? "First" : "Last")
        && Walks(end.Instance)
        && Operation.Body.Descendants().Count(UsesList) == 2;

    private bool UsesList(IOperation operation) => operation switch
    {
        IInvocationOperation call => Walks(call.Instance),
        IPropertyReferenceOperation property => Walks(property.Instance),
        _ => false,
    };

    /// <summary>Returns whether an operation takes the element at the end of the list from which the loop comes.</summary>
    public bool RemovesEnd(IInvocationOperation call) => call.TargetMethod.Name is var name && (IsReversed ? name is "RemoveLast" or "TryRemoveLast" : name is "RemoveFirst" or "TryRemoveFirst");

    /// <summary>Returns whether each turn of the loop makes a call, once, from an end of the list on: what it takes off that end is then the current element.</summary>
    public bool IsInEachTurn(IInvocationOperation call)
    {
        IOperation statement = call;
        while (statement.Parent is { } parent && parent != Operation.Body && parent != Operation && IsEvaluatedWith(parent, statement))
        {
            statement = parent;
        }

        bool isOwn = statement == Operation.Body || statement.Parent == Operation.Body;
        IEnumerable<IOperation> before = Operation.Body.ChildOperations.TakeWhile(other => other != statement).SelectMany(other => other.DescendantsAndSelf());
        return IsWhole && isOwn && !before.Any(operation => operation is IBranchOperation { BranchKind: not BranchKind.Break } or ILabeledOperation);
    }

    private static bool IsEvaluatedWith(IOperation operation, IOperation part) => operation switch
    {
        IConditionalOperation conditional => conditional.Condition == part,
        IArgumentOperation or IInvocationOperation or IMemberReferenceOperation or IConversionOperation or IParenthesizedOperation => true,
        ISimpleAssignmentOperation or IVariableInitializerOperation or IVariableDeclaratorOperation or IVariableDeclarationOperation => true,
        IVariableDeclarationGroupOperation or IExpressionStatementOperation => true,
        _ => false,
    };

    /// <summary>Returns whether an expression is a variable from outside the loop, which nothing in it sets or relates to the current element.</summary>
    public bool IsOther(IOperation? element) =>
        element is not null
        && Current is not null
        && VariableOf(element) is { } variable
        && !variable.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == Operation.Syntax.SyntaxTree && Operation.Syntax.Span.Contains(declaration.Span))
        && !Variables.IsAssignedIn(Operation.Body, variable)
        && !Variables.IsCaptured(variable, Operation)
        && !Operation.Body.Descendants().Any(operation => IsRelated(operation, variable));

    private bool IsRelated(IOperation operation, ISymbol variable) => operation switch
    {
        IBinaryOperation { OperatorKind: not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr) } => Mentions(operation, variable),
        IInvocationOperation => Mentions(operation, variable) && Mentions(operation, Current!),
        _ => false,
    };

    // Under its own name, or by what was read from it.
    private static bool Mentions(IOperation operation, ISymbol variable) => operation.Descendants().Any(part =>
        Variables.IsVariable(part, variable)
        || (part is ILocalReferenceOperation local && Variables.OnlyValueOf(local.Local, local) is { } value && value.DescendantsAndSelf().Any(read => Variables.IsVariable(read, variable))));

    private static ISymbol? VariableOf(IOperation element) => WithoutWrapping(element) switch
    {
        ILocalReferenceOperation { Local.IsRef: false } local => local.Local,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter => parameter.Parameter,
        _ => null,
    };

    // Variables that are assigned once are what they were assigned.
    private static IOperation Origin(IOperation element)
    {
        IOperation current = element;
        for (int length = 0; length < MaximalLength && WithoutWrapping(current) is ILocalReferenceOperation { Local.IsRef: false } local && Variables.OnlyValueOf(local.Local, local) is { } value; length++)
        {
            current = value;
        }

        return WithoutWrapping(current);
    }

    private static IOperation WithoutWrapping(IOperation element)
    {
        IOperation? before = null;
        IOperation current = element;
        while (current != before)
        {
            before = current;
            current = current.Plain() switch
            {
                IConversionOperation { OperatorMethod: { } method } conversion when method.ContainingType.IsPtr() => conversion.Operand,
                IPropertyReferenceOperation { Property.Name: "Pointer", Instance: { } pointer } property when property.Property.ContainingType.IsPtr() => pointer,
                IInvocationOperation { TargetMethod.Name: "OrThrow", Instance: { } instance } when instance.Type?.IsPtr() == true => instance,
                { } plain => plain,
            };
        }

        return current;
    }
}
