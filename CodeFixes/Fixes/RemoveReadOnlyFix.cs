using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// Makes a head, node or lock writable (ILIST009).
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveReadOnlyFix))]
public sealed class RemoveReadOnlyFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public RemoveReadOnlyFix()
        : base(RuleIdentifiers.ReadOnlyHeadOrNode)
    {
    }

    private protected override IEnumerable<Mend> Find(Site site)
    {
        if (site.Field() is { } field && site.Node.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { } declaration)
        {
            SyntaxToken modifier = declaration.Declaration.Type is RefTypeSyntax reference
                ? reference.ReadOnlyKeyword
                : declaration.Modifiers.FirstOrDefault(candidate => candidate.IsKind(SyntaxKind.ReadOnlyKeyword));
            if (modifier.IsKind(SyntaxKind.ReadOnlyKeyword))
            {
                yield return new Mend($"Remove 'readonly' from '{field.InMessage()}'", site.Rule, site.Remove(modifier));
            }
        }
    }
}
