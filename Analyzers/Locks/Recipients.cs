using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Tells whether a method may dispose of what it is given. It is asked of methods of the same program only; of others it is not known, and they may.
/// </summary>
internal static class Recipients
{
    /// <summary>Returns whether a method may dispose of a parameter, or hand it on: it does more with it than to read its members.</summary>
    public static bool MayDispose(IParameterSymbol parameter)
    {
        if (parameter.OriginalDefinition.ContainingSymbol is not IMethodSymbol method || IsUnknown(method, parameter))
        {
            return true;
        }

        IMethodSymbol body = method.PartialImplementationPart ?? method;
        return body.DeclaringSyntaxReferences.IsEmpty || body.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax().DescendantNodes())
            .OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == body.Parameters[parameter.Ordinal].Name && !IsRead(name));
    }

    private static bool IsUnknown(IMethodSymbol method, IParameterSymbol parameter) =>
        method.IsAbstract || method.IsVirtual || method.IsOverride || method.IsExtern || method.MethodKind == MethodKind.DelegateInvoke || parameter.OriginalDefinition.Type is ITypeParameterSymbol;

    // Its lists, for one. A method of it might dispose of it.
    private static bool IsRead(IdentifierNameSyntax name) =>
        name.Parent is NameColonSyntax || (name.Parent is MemberAccessExpressionSyntax access && (access.Name == name || access.Parent is not InvocationExpressionSyntax));
}
