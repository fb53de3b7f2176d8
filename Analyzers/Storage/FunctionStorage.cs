using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds variables that the compiler moves from the stack into an object: those of async methods and iterators, and those that functions capture.
/// </summary>
internal sealed class FunctionStorage(BoundTypes bound, TypeArgumentRules arguments)
{
    public void Analyze(OperationBlockAnalysisContext context)
    {
        var body = new MemberBody(context.OwningSymbol, context.OperationBlocks);
        foreach (Diagnostic diagnostic in DescribeVariables(body).Concat(DescribeReceiver(body)))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private IEnumerable<Diagnostic> DescribeVariables(MemberBody body)
    {
        Closures? closures = null;
        foreach (ISymbol variable in body.Variables.Where(IsAddressBound))
        {
            if (IsSuspended(variable.ContainingSymbol, body))
            {
                string movement = $"{NameOfKind(variable.ContainingSymbol)} keeps its variables in an object";
                yield return Describe(variable, variable.Locations[0], movement);
            }
            else if (body.NestedFunctions.Length > 0)
            {
                closures ??= new Closures(body);
                if (closures.FindCaptureByObject(variable) is { } capture)
                {
                    yield return Describe(variable, capture.Use.Syntax.GetLocation(), MovementOf(capture, closures));
                }
            }
        }
    }

    private Diagnostic Describe(ISymbol variable, Location location, string movement)
    {
        ITypeSymbol type = TypeOf(variable);
        return MovableStorage.Report(bound, location, variable.Name, type, movement, MovableStorage.MendOf(type));
    }

    // A ref struct never leaves the stack, and where the type says what is wrong already, the variable need not.
    private bool IsAddressBound(ISymbol variable) =>
        TypeOf(variable) is { IsRefLikeType: false } type && bound.ForbidMoves(type) && arguments.FindRejected(type) is null && !variable.Locations.IsEmpty;

    private static ITypeSymbol TypeOf(ISymbol variable) => variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type;

    private static bool IsSuspended(ISymbol function, MemberBody body) => function is IMethodSymbol { IsAsync: true } || body.IsIterator(function);

    private static string NameOfKind(ISymbol function) => function is IMethodSymbol { IsAsync: true } ? "an async method" : "an iterator";

    private static string MovementOf(Capture capture, Closures closures) => capture.Function switch
    {
        { MethodKind: MethodKind.AnonymousFunction } => "a lambda captures it, in an object that the garbage collector moves",
        var function when closures.NeedsObject(function) => $"the local function '{function.Name}' captures it, in an object that the garbage collector moves",
        var function => $"what '{function.Name}' captures shares an object with what a lambda captures",
    };

    /// <summary>Returns the fault of a method of a struct that works on a copy of it.</summary>
    private IEnumerable<Diagnostic> DescribeReceiver(MemberBody body)
    {
        if (body.Owner is not IMethodSymbol { IsStatic: false, ContainingType: { TypeKind: TypeKind.Struct } type, Locations.IsEmpty: false } method
            || !IsSuspended(method, body)
            || !bound.ForbidMoves(type)
            || !body.Operations.Any(operation => UsesReceiver(operation, method)))
        {
            yield break;
        }

        string movement = $"{NameOfKind(method)} works on a copy of it";
        string mend = type.IsUnmanagedType ? $"make '{method.Name}' static, and give it a Ptr<{type.InMessage()}>" : $"make '{method.Name}' static, and give it what it needs";
        yield return MovableStorage.Report(bound, method.Locations[0], "this", type, movement, mend);
    }

    private static bool UsesReceiver(IOperation operation, IMethodSymbol method) => operation switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,

        // Of the primary constructor
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } => !SymbolEqualityComparer.Default.Equals(constructor, method),
        _ => false,
    };
}
