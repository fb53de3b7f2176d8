using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Tells whether a method may dispose of what it is given. It is asked of methods of the same program only; of others it is not known, and they may.
/// </summary>
internal static class Recipients
{
    /// <summary>Returns whether a method may dispose of a parameter, or hand it on: it does more with it than to read its members.</summary>
    public static bool MayDispose(IParameterSymbol parameter) =>
        parameter.OriginalDefinition.ContainingSymbol is not IMethodSymbol method || MayDispose(method, (method.PartialImplementationPart ?? method).Parameters[parameter.Ordinal]);

    /// <summary>Returns whether a method may dispose of what it is called on: <c>Dispose</c>, members of extension blocks, methods of the program that call one of those.</summary>
    public static bool MayDisposeReceiver(IMethodSymbol method) =>
        method.ReceiverParameter() is { } receiver
            ? MayDispose(method.OriginalDefinition, receiver.OriginalDefinition)
            : method.Name == GuardTypes.Dispose || (!method.IsInGeneratedCode() && NamesIn(method.OriginalDefinition).Any(static name => name.Identifier.ValueText == GuardTypes.Dispose));

    private static bool MayDispose(IMethodSymbol method, IParameterSymbol parameter) =>
        IsUnknown(method, parameter)
        || (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.IsEmpty
        || NamesIn(method).Any(name => name.Identifier.ValueText == parameter.Name && !IsRead(name));

    private static IEnumerable<IdentifierNameSyntax> NamesIn(IMethodSymbol method) =>
        (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.SelectMany(static reference => reference.GetSyntax().DescendantNodes()).OfType<IdentifierNameSyntax>();

    private static bool IsUnknown(IMethodSymbol method, IParameterSymbol parameter) =>
        method.IsAbstract || method.IsVirtual || method.IsOverride || method.IsExtern || method.MethodKind == MethodKind.DelegateInvoke || parameter.OriginalDefinition.Type is ITypeParameterSymbol;

    // Its lists, for one. A method of it might dispose of it.
    private static bool IsRead(IdentifierNameSyntax name) =>
        name.Parent is NameColonSyntax || (name.Parent is MemberAccessExpressionSyntax access && (access.Name == name || access.Parent is not InvocationExpressionSyntax));
}
