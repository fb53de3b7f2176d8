using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds the name of a member where it is used.
/// </summary>
internal static class MemberSyntax
{
    /// <summary>Returns the name of the member that an expression calls or refers to, or null where there is none.</summary>
    public static SimpleNameSyntax? NameOf(SyntaxNode syntax) => syntax switch
    {
        SimpleNameSyntax name => name,
        InvocationExpressionSyntax call => NameOf(call.Expression),
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };
}
