using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.Generator;

/// <summary>
/// What a file declares.
/// </summary>
internal static class FileDeclarations
{
    /// <summary>Returns whether an edit has changed nothing but the bodies of members, and these declare nothing.</summary>
    public static bool AreSame(SyntaxTree before, SyntaxTree after) =>
        before == after
        || (before.FilePath == after.FilePath
            && before.Options.Equals(after.Options)
            && DifferInBodies(before.GetRoot(), after.GetRoot())
            && !HasDeclaringBody(before.GetRoot())
            && !HasDeclaringBody(after.GetRoot()));

    // The compiler's own comparison of declarations overlooks the values of constants that follow a field (Roslyn 5.9). Without recursion: expressions nest deeply.
    private static bool DifferInBodies(SyntaxNode before, SyntaxNode after)
    {
        var pending = new Stack<(SyntaxNodeOrToken Before, SyntaxNodeOrToken After)>();
        pending.Push((before, after));
        while (pending.Count > 0)
        {
            (SyntaxNodeOrToken left, SyntaxNodeOrToken right) = pending.Pop();
            if (left.RawKind != right.RawKind || left.IsMissing != right.IsMissing)
            {
                return false;
            }

            if (left.AsNode() is not { } node)
            {
                if (left.AsToken().Text != right.AsToken().Text)
                {
                    return false;
                }
            }
            else if (node is not (BlockSyntax or ArrowExpressionClauseSyntax) && !node.IsIncrementallyIdenticalTo(right.AsNode()!) && !PushParts(node, right.AsNode()!, pending))
            {
                return false;
            }
        }

        return true;
    }

    private static bool PushParts(SyntaxNode before, SyntaxNode after, Stack<(SyntaxNodeOrToken Before, SyntaxNodeOrToken After)> pending)
    {
        ChildSyntaxList left = before.ChildNodesAndTokens();
        ChildSyntaxList right = after.ChildNodesAndTokens();
        for (int index = 0; index < left.Count && left.Count == right.Count; index++)
        {
            pending.Push((left[index], right[index]));
        }

        return left.Count == right.Count;
    }

    /// <summary>Returns whether the body of a member can add a field: by the name of a parameter of its struct, or by the keyword <c>field</c>.</summary>
    private static bool HasDeclaringBody(SyntaxNode root) => root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .Any(static node => node switch
        {
            StructDeclarationSyntax type => type.ChildNodes().OfType<ParameterListSyntax>().Any(),
            PropertyDeclarationSyntax property => property.DescendantTokens().Any(static token => token.ValueText == "field"),
            _ => false,
        });
}
