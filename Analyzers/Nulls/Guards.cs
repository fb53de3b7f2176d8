using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Recognises a program's own checks of arguments: <c>void Require(Ptr&lt;Foo&gt; foo) { if (foo.IsNull) throw …; }</c>.
/// </summary>
internal static class Guards
{
    /// <summary>Returns whether a method of this program may throw, or one of another says so: <c>ThrowIfZero</c>. It may do so for another reason; but correct code must not be rejected.</summary>
    public static bool IsGuard(IMethodSymbol method, CancellationToken cancellationToken) => method.Name.StartsWith("ThrowIf", StringComparison.Ordinal) || method.DeclaringSyntaxReferences.Any(declaration =>
        declaration.GetSyntax(cancellationToken).DescendantNodes().Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax));
}
