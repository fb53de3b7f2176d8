using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Knows which captured variables the compiler keeps in an object.
/// </summary>
/// <remarks>
/// The captured variables of one scope share a closure. It lies on the stack if every function that needs it is a local function that is only called, and is neither
/// asynchronous nor an iterator; otherwise it is an object, for all of its variables. A function that uses a local function needs what that one needs.
/// </remarks>
internal sealed class Closures
{
    private readonly MemberBody _body;
    private readonly Dictionary<IMethodSymbol, HashSet<ISymbol>> _captured = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _converted = new(SymbolEqualityComparer.Default);
    private readonly List<Capture> _captures = new();

    /// <summary>Finds what the functions in a member capture.</summary>
    public Closures(MemberBody body)
    {
        _body = body;
        foreach (IOperation operation in body.Operations)
        {
            Read(operation);
        }
    }

    /// <summary>Returns the use of a variable that puts it into an object, or null if it stays where it is.</summary>
    public Capture? FindCaptureByObject(ISymbol variable)
    {
        Capture[] uses = _captures.Where(capture => SymbolEqualityComparer.Default.Equals(capture.Variable, variable)).ToArray();
        if (uses.Length == 0)
        {
            return null;
        }

        HashSet<ISymbol> functions = FunctionsThatNeed(_body.ScopeOf(variable));
        return functions.Any(NeedsObject) ? uses.FirstOrDefault(use => NeedsObject(use.Function)) ?? uses[0] : null;
    }

    /// <summary>Returns whether what a function captures must be in an object: the function may outlive the call that it is nested in.</summary>
    public bool NeedsObject(ISymbol function) =>
        function is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } or IMethodSymbol { IsAsync: true } || _converted.Contains(function) || _body.IsIterator(function);

    private HashSet<ISymbol> FunctionsThatNeed(object scope)
    {
        var functions = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        bool grows = true;
        while (grows)
        {
            IMethodSymbol[] further = _captured.Where(pair => !functions.Contains(pair.Key) && pair.Value.Any(IsNeeded)).Select(pair => pair.Key).ToArray();
            functions.UnionWith(further);
            grows = further.Length > 0;
        }

        return functions;

        bool IsNeeded(ISymbol captured) => functions.Contains(captured) || (!IsLocalFunction(captured) && _body.ScopeOf(captured).Equals(scope));
    }

    private static bool IsLocalFunction(ISymbol symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction };

    private void Read(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation { Local.IsConst: false } reference:
                Capture(reference.Local, operation);
                break;
            case IParameterReferenceOperation reference:
                Capture(IsOfType(reference.Parameter) ? _body.Owner : reference.Parameter, operation);
                break;
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                Capture(_body.Owner, operation);
                break;
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } call:
                Capture(call.TargetMethod.OriginalDefinition, operation);
                break;
            case IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } reference:
                _converted.Add(reference.Method.OriginalDefinition);
                Capture(reference.Method.OriginalDefinition, operation);
                break;
        }
    }

    // What a method uses of the primary constructor's parameters is a field.
    private bool IsOfType(IParameterSymbol parameter) =>
        _body.Owner is IMethodSymbol
        && parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && !SymbolEqualityComparer.Default.Equals(constructor, _body.Owner);

    private void Capture(ISymbol variable, IOperation operation)
    {
        bool isInnermost = true;
        foreach (IMethodSymbol function in OperationTree.FunctionsAround(operation))
        {
            bool isOwn = SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function) || (isInnermost && SymbolEqualityComparer.Default.Equals(variable, function));
            if (isOwn || IsOnlyNamed(operation))
            {
                return;
            }

            if (!_captured.TryGetValue(function, out HashSet<ISymbol>? captured))
            {
                captured = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
                _captured.Add(function, captured);
            }

            captured.Add(variable);
            _captures.Add(new Capture(variable, function, operation));
            isInnermost = false;
        }
    }

    private static bool IsOnlyNamed(IOperation operation)
    {
        for (IOperation? current = operation.Parent; current is not null && OperationTree.FunctionOf(current) is null; current = current.Parent)
        {
            if (current is INameOfOperation)
            {
                return true;
            }
        }

        return false;
    }
}
