using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds where arrays are made that the garbage collector moves. That a variable has an array type is no fault: its array may be pinned.
/// </summary>
internal sealed class ArrayStorage(BoundTypes bound, TypeArgumentRules arguments, Compilation compilation)
{
    private const string ToArray = "ToArray";
    private const string Clone = "Clone";
    private const string CreateInstance = "CreateInstance";
    private const string RangeMoves = "a range of an array is a new array, which the garbage collector moves";

    // Where the runtime has inline arrays, the compiler keeps the elements of a span on the stack.
    private readonly bool _hasInlineArrays = compilation.GetTypesByMetadataName("System.Runtime.CompilerServices.InlineArrayAttribute").Length > 0;

    /// <summary>Analyses <c>new Foo[n]</c>, <c>{ … }</c> and the array of a <c>params</c> parameter.</summary>
    public void AnalyzeCreation(OperationAnalysisContext context)
    {
        var creation = (IArrayCreationOperation)context.Operation;
        bool isEmpty = creation.DimensionSizes.Any(Constants.IsZero);
        if (!isEmpty && ElementOf(creation.Type) is { } element && (creation.Syntax is ImplicitArrayCreationExpressionSyntax || !IsReportedAsType(element)))
        {
            Report(context, LocationOf(creation), element, "the garbage collector moves arrays");
        }
    }

    /// <summary>Analyses a collection expression.</summary>
    public void AnalyzeCollection(OperationAnalysisContext context)
    {
        ITypeSymbol? element = context.Operation.ChildOperations.Any() ? ElementOf(context.Operation.Type) ?? ElementOfArrayBehindSpan(context.Operation) : null;
        if (element is not null && !IsReportedAsType(element))
        {
            Location location = (MemberSyntax.NameOf(context.Operation.Syntax) ?? context.Operation.Syntax).GetLocation();
            Report(context, location, element, "this collection is an array, which the garbage collector moves");
        }
    }

    /// <summary>Returns whether a call may make an array, of a type or as a copy.</summary>
    public static bool IsMaker(IOperation call) => call is IInvocationOperation { TargetMethod.Name: ToArray or Clone or CreateInstance };

    /// <summary>Analyses a call that may make an array.</summary>
    public void AnalyzeMaker(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        ITypeSymbol? element = call.TargetMethod switch
        {
            { Name: ToArray, ContainingType: var type } when FrameworkPromises.Keeps(type) => ElementOf(call.Type),
            { Name: Clone, ContainingType.SpecialType: SpecialType.System_Array } => ElementOf(call.Instance?.Type),
            { Name: CreateInstance, ContainingType.SpecialType: SpecialType.System_Array } when !Constants.HasZero(call) => BoundTypeNamedBy(call),
            _ => null,
        };
        if (element is not null)
        {
            Location location = (MemberSyntax.NameOf(call.Syntax) ?? call.Syntax).GetLocation();
            Report(context, location, element, $"'{call.TargetMethod.Name}' makes an array, which the garbage collector moves");
        }
    }

    /// <summary>Analyses <c>array[1..]</c>, which is a new array.</summary>
    public void AnalyzeRange(OperationAnalysisContext context)
    {
        var access = (IArrayElementReferenceOperation)context.Operation;
        if (access.Indices.Any(index => index.Type?.IsFrameworkType("Range", "System") == true) && ElementOf(access.Type) is { } element)
        {
            Report(context, access.Syntax.GetLocation(), element, RangeMoves);
        }
    }

    /// <summary>Analyses <c>[.. var rest]</c>, which takes a range of an array.</summary>
    public void AnalyzeSlice(OperationAnalysisContext context)
    {
        var slice = (ISlicePatternOperation)context.Operation;
        if (slice.Pattern is not (null or IDiscardPatternOperation) && ElementOf(slice.InputType) is { } element)
        {
            Report(context, slice.Syntax.GetLocation(), element, RangeMoves);
        }
    }

    private void Report(OperationAnalysisContext context, Location location, ITypeSymbol element, string movement)
    {
        string name = element.InMessage();
        string mend = element.IsUnmanagedType ? $"use a NativePool<{name}>, stackalloc, or GC.AllocateArray<{name}> with pinned: true" : "use GC.AllocateArray with pinned: true";
        context.ReportDiagnostic(MovableStorage.Report(bound, location, name, element, movement, mend));
    }

    private ITypeSymbol? BoundTypeNamedBy(IInvocationOperation call) => call.Argument(0) is ITypeOfOperation { TypeOperand: var element } && bound.ForbidMoves(element) ? element : null;

    private ITypeSymbol? ElementOf(ITypeSymbol? type) => type is IArrayTypeSymbol { ElementType: var element } && bound.ForbidMoves(element) ? element : null;

    // The type of the variable, or of what is created, says so already.
    private bool IsReportedAsType(ITypeSymbol element) => arguments.FindRejected(element) is not null;

    private ITypeSymbol? ElementOfArrayBehindSpan(IOperation collection)
    {
        bool isSpan = collection.Type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments.Length: 1 } span && FrameworkPromises.Keeps(span);
        bool isArray = !_hasInlineArrays || collection.ChildOperations.Any(element => element.Kind == NewerKinds.Spread && !IsReportedAsCopy(element));
        return isSpan && isArray && ((INamedTypeSymbol)collection.Type!).TypeArguments[0] is var element && bound.ForbidMoves(element) ? element : null;
    }

    // To copy what is spread is the worse fault.
    private bool IsReportedAsCopy(IOperation spread) => spread.ChildOperations.FirstOrDefault() is { } elements && bound.ForbidMoves(BulkCopies.ElementOf(elements.Type));

    private static Location LocationOf(IArrayCreationOperation creation) => creation.Syntax switch
    {
        ArrayCreationExpressionSyntax { Type: var type } => type.GetLocation(),
        ImplicitArrayCreationExpressionSyntax array => Location.Create(array.SyntaxTree, TextSpan.FromBounds(array.SpanStart, array.CloseBracketToken.Span.End)),
        var syntax => (MemberSyntax.NameOf(syntax) ?? syntax).GetLocation(),
    };
}
