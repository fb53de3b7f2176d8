using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Recognises a program's own checks of arguments: <c>void Require(Ptr&lt;Foo&gt; foo) { if (foo.IsNull) throw …; }</c>.
/// </summary>
internal static class Guards
{
    /// <summary>Returns whether a method of this program returns nothing and may throw: what else would it do with an element.</summary>
    public static bool IsGuard(IMethodSymbol method) => method.DeclaringSyntaxReferences.Any(declaration =>
        declaration.GetSyntax().DescendantNodes().Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax));
}
