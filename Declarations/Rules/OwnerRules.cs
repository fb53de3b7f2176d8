using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.Declarations;

/// <summary>
/// What the owner of a head must be: partial throughout (ILIST008), and clear about its lock (ILIST013).
/// </summary>
internal static class OwnerRules
{
    /// <summary>Adds what is wrong with the owner of a head.</summary>
    public static void Check(IFieldSymbol head, AttributeData tag, TagSyntax syntax, Compilation compilation, ICollection<Problem> problems, CancellationToken cancellationToken)
    {
        foreach (INamedTypeSymbol type in head.ContainingType.WithContainingTypes())
        {
            if (!CanBeExtended(type))
            {
                string duty = IsPartial(type) ? "not be local to its file" : "be partial";
                problems.Add(Problem.At(type.Locations[0], RuleIdentifiers.OwnerNotPartial, type.InMessage(), duty, head.InMessage()));
            }
        }

        CheckLock(head, tag, syntax, compilation, problems, cancellationToken);
    }

    /// <summary>Returns whether generated code can add to a type if it can to the types around it.</summary>
    public static bool CanBeExtended(INamedTypeSymbol type) => IsPartial(type) && !(type.ContainingType is null && IsFileLocal(type));

    /// <summary>Returns whether generated code can add to a type and to every type around it.</summary>
    public static bool CanBeExtendedThroughout(INamedTypeSymbol type) => !IsFileLocal(type) && type.WithContainingTypes().All(IsPartial);

    /// <summary>Returns the tagged heads in a type and in those nested in it.</summary>
    public static IEnumerable<IFieldSymbol> HeadsIn(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(field => field.CanBeReferencedByName && field.IsTagged() && field.Type.IsAnyHead()).Concat(type.GetTypeMembers().SelectMany(HeadsIn));

    /// <summary>Returns whether a type can be seen in one file only. A compiler that has such types gives them an unspeakable name in metadata.</summary>
    public static bool IsFileLocal(INamedTypeSymbol type) => type.WithContainingTypes()[0].MetadataName.StartsWith("<", System.StringComparison.Ordinal);

    public static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static void CheckLock(IFieldSymbol head, AttributeData tag, TagSyntax syntax, Compilation compilation, ICollection<Problem> problems, CancellationToken cancellationToken)
    {
        INamedTypeSymbol owner = head.ContainingType;
        TypedConstant? choice = tag.Named("Lock");
        if (choice is { Kind: TypedConstantKind.Error })
        {
            return;
        }

        if (choice?.Scalar() is not string chosen)
        {
            IFieldSymbol[] locks = OwnerLocks.Of(owner).Unnamed(head.IsStatic);
            if (locks.Length > 1)
            {
                string names = string.Join("', '", locks.Select(field => field.Name));
                problems.Add(Problem.At(syntax.Attribute, RuleIdentifiers.AmbiguousLock, head.InMessage(), $"'{owner.InMessage()}' has more than one lock ('{names}') and no Lock chooses one"));
            }
        }
        else if (OwnerLocks.Named(owner, chosen, head.IsStatic) is null)
        {
            problems.Add(Problem.At(syntax.Lock, RuleIdentifiers.AmbiguousLock, head.InMessage(), $"'{chosen}' is no lock of '{owner.InMessage()}'") with
            {
                IsCompilerError = syntax.LockIsCompilerError(compilation, cancellationToken),
            });
        }
    }
}
