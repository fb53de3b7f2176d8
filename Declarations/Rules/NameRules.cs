using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntrusiveLists.Declarations;

/// <summary>
/// Which names generated members may have (ILIST014). A collision would be an error in a declaration, and such an error silences every analyzer in a build.
/// </summary>
internal static class NameRules
{
    private const string DrainPrefix = "Drain";

    /// <summary>Adds what is wrong with the name of a head's property.</summary>
    public static void CheckProperty(IFieldSymbol head, INamedTypeSymbol? element, AttributeData tag, string name, HiddenMembers hidden, TagSyntax syntax, ICollection<Problem> problems)
    {
        if (OwnerLocks.Of(head.ContainingType).GuardOf(head) is { } guard && RejectGuard(head, guard, hidden) is { } taken)
        {
            problems.Add(Problem.At(syntax.Field, RuleIdentifiers.NameCollision, taken.Name, head.InMessage(), taken.Reason + "; rename that"));
        }

        if (HiddenParameter(head, element) is { } parameter)
        {
            problems.Add(Problem.At(syntax.Field, RuleIdentifiers.NameCollision, parameter.Name, head.InMessage(), $"another type hides the type parameter of '{parameter.ContainingSymbol.InMessage()}'; rename that"));
        }

        if (RejectProperty(head, name, hidden) is { } reason)
        {
            problems.Add(Problem.At(syntax.PropertyName, RuleIdentifiers.NameCollision, name, head.InMessage(), reason + "; choose another, as in Name = \"Ready\"") with
            {
                IsCompilerError = tag.Named("Name") is { Kind: TypedConstantKind.Error },
            });
        }
    }

    /// <summary>Returns why the link of a node cannot be nested in its element under its name.</summary>
    public static string? RejectLink(IFieldSymbol node, string name)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
        {
            return "it is not an identifier";
        }

        INamedTypeSymbol element = node.ContainingType.OriginalDefinition;
        IFieldSymbol? rival = NodeRules.NodesOf(element).FirstOrDefault(other => other.Name != node.Name && Identifiers.LinkOf(other.Name) == name);
        return RejectMember(element, name, isType: true)
            ?? (rival is null ? null : $"the link of the node '{rival.Name}' has it")
            ?? RejectRival(element, node.Name, name);
    }

    /// <summary>Returns the name of the method that drains a head outside its lock; null where the owner has a member of that name, or has to have one, which does as well.</summary>
    public static string? DrainOf(IFieldSymbol head, string property, HiddenMembers hidden)
    {
        string name = DrainPrefix + property;
        string? reason = RejectMember(head.ContainingType, name, isType: false) ?? hidden.RejectMethod(name, hasIndex: head.Type.IsListHeadArray());
        return reason is null ? name : null;
    }

    /// <summary>Returns why a list cannot be a property of a guard, or the guard a type in the owner.</summary>
    private static string? RejectInGuard(IFieldSymbol head, string name, GuardModel guard)
    {
        if (name == guard.Type)
        {
            return "it is the name of the guard of the owner's lock";
        }

        bool isDrain = name.EndsWith(DrainPrefix, System.StringComparison.Ordinal) && RejectRival(head.ContainingType, head.Name, name.Substring(0, name.Length - DrainPrefix.Length)) is not null;
        return isDrain || name is "_owner" or "Dispose" or "Equals" or "GetHashCode" or "GetType" or "ToString"
            ? "the guard of the owner's lock has a member of that name"
            : RejectRival(head.ContainingType, head.Name, name);
    }

    private static string? RejectProperty(IFieldSymbol head, string name, HiddenMembers hidden)
    {
        INamedTypeSymbol owner = head.ContainingType;
        if (!SyntaxFacts.IsValidIdentifier(name))
        {
            return "it is not an identifier";
        }

        if (OwnerLocks.Of(owner).GuardOf(head) is { } guard)
        {
            return RejectInGuard(head, name, guard);
        }

        if (name == KnownSymbols.EnterLock || OwnerLocks.Of(owner).Reserves(name))
        {
            return "it is reserved for entering the owner's lock";
        }

        if (OwnerNames.Of(owner).IsNamedByTag(name))
        {
            return $"it would hide the '{name}' that a tag in '{owner.InMessage()}' names";
        }

        if (name == "Clone" && owner.IsRecord)
        {
            return "records have no members of that name";
        }

        // Every property reserves the names of both accessors: entirely, or for methods with the same parameters.
        ISymbol? accessor = owner.GetMembers("get_" + name).FirstOrDefault(member => !IsOurs(member) && member is not IMethodSymbol { Parameters.Length: > 0 })
            ?? owner.GetMembers("set_" + name).FirstOrDefault(member => member is not IMethodSymbol);
        return RejectMember(owner, name, isType: false)
            ?? RejectRival(owner, head.Name, name)
            ?? hidden.Reject(name)
            ?? (accessor is null ? null : $"'{owner.InMessage()}' has a member with the name of its accessor, '{accessor.Name}'");
    }

    /// <summary>Returns a type parameter that the property or its guard would have to name and cannot.</summary>
    private static ITypeParameterSymbol? HiddenParameter(IFieldSymbol head, INamedTypeSymbol? element)
    {
        bool namesOwner = OwnerLocks.Of(head.ContainingType).LockOf(head) is not null || (head.ContainingType.IsValueType && !head.IsStatic);
        return head.ContainingType.HiddenTypeParameters().FirstOrDefault(parameter => namesOwner || element?.Mentions(parameter) == true);
    }

    private static (string Name, string Reason)? RejectGuard(IFieldSymbol head, GuardModel guard, HiddenMembers hidden)
    {
        INamedTypeSymbol owner = head.ContainingType;
        if (!SyntaxFacts.IsValidIdentifier(guard.Type))
        {
            return (guard.Type, "it is not an identifier");
        }

        return OwnerLocks.Of(owner).RivalOf(head) is { } rival
            ? (guard.Method, $"the lock '{rival.Name}' has it")
            : RejectGuard(owner, guard, hidden);
    }

    private static (string Name, string Reason)? RejectGuard(INamedTypeSymbol owner, GuardModel guard, HiddenMembers hidden) =>
        (RejectMember(owner, guard.Method, isType: false) ?? hidden.RejectMethod(guard.Method)) is { } method ? (guard.Method, method)
        : (RejectMember(owner, guard.Type, isType: true) ?? hidden.Reject(guard.Type)) is { } type ? (guard.Type, type)
        : null;

    private static string? RejectRival(INamedTypeSymbol type, string field, string name) =>
        OwnerNames.Of(type).RivalOf(field, name) is { } rival ? $"the list of '{rival}' has it" : null;

    private static string? RejectMember(INamedTypeSymbol type, string name, bool isType)
    {
        if (type.Name == name)
        {
            return "it is the name of the type itself";
        }

        // A property may hide a type parameter of a type around its own; a link would speak of itself where it means the parameter.
        ITypeParameterSymbol? parameter = (isType ? type.AllTypeParameters() : type.TypeParameters).FirstOrDefault(candidate => candidate.Name == name);
        if (parameter is not null)
        {
            return $"it is a type parameter of '{parameter.ContainingSymbol.InMessage()}'";
        }

        // Types of one name may differ in their number of parameters; an indexer goes by its name in metadata.
        bool taken = type.GetMembers(name).Any(member => !IsOurs(member) && !(isType && member is INamedTypeSymbol { Arity: > 0 }))
            || type.GetMembers(WellKnownMemberNames.Indexer).Any(member => member.MetadataName == name && !IsOurs(member));
        return taken ? $"'{type.InMessage()}' has a member of that name" : null;
    }

    private static bool IsOurs(ISymbol member) => member.IsGenerated() || (member is IMethodSymbol { AssociatedSymbol: { } property } && property.IsGenerated());
}
