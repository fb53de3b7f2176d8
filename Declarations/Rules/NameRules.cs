using System;
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
    /// <summary>Returns the name of the list property that a tag asks for.</summary>
    /// <remarks>
    /// A property <c>Job</c> in the owner would hide the type in <c>nameof(Job.Node)</c>, and the tag itself would no longer compile: such a head gives <c>JobList</c>.
    /// </remarks>
    public static string PropertyOf(IFieldSymbol head, AttributeData tag)
    {
        if (Chosen(tag) is { } chosen)
        {
            return chosen;
        }

        string name = Identifiers.PropertyOf(head.Name);
        return IsNamedByTag(head.ContainingType, name) ? name + "List" : name;
    }

    /// <summary>Adds what is wrong with the name of a head's property.</summary>
    public static void CheckProperty(IFieldSymbol head, string name, TagSyntax syntax, ICollection<Problem> problems)
    {
        if (RejectProperty(head, name) is { } reason)
        {
            problems.Add(Problem.At(syntax.PropertyName, RuleIdentifiers.NameCollision, name, head.InMessage(), reason));
        }
    }

    /// <summary>Returns why the link of a node cannot be nested in its element under its name.</summary>
    public static string? RejectLink(IFieldSymbol node, string name)
    {
        INamedTypeSymbol element = node.ContainingType.OriginalDefinition;
        IFieldSymbol? rival = NodeRules.NodesOf(element).FirstOrDefault(other => other.Name != node.Name && Identifiers.LinkOf(other.Name) == name);
        IFieldSymbol? head = HeadsOf(element).FirstOrDefault(candidate => HasProperty(candidate, name));
        return RejectMember(element, name, isType: true)
            ?? (rival is null ? null : $"the node '{rival.Name}' has the same")
            ?? (head is null ? null : $"the list of '{head.Name}' has the same");
    }

    private static string? Chosen(AttributeData tag) => tag.NamedArguments.FirstOrDefault(argument => argument.Key == "Name").Value.Scalar() as string;

    // Looks at all tags of the owner only where the name may be meant: this runs for every two heads.
    private static bool HasProperty(IFieldSymbol head, string name)
    {
        AttributeData tag = head.Tags()[0];
        return Chosen(tag) is { } chosen
            ? chosen == name
            : name.StartsWith(Identifiers.PropertyOf(head.Name), StringComparison.Ordinal) && PropertyOf(head, tag) == name;
    }

    private static string? RejectProperty(IFieldSymbol head, string name)
    {
        INamedTypeSymbol owner = head.ContainingType;
        if (!SyntaxFacts.IsValidIdentifier(name))
        {
            return "it is not an identifier";
        }

        if (name == KnownSymbols.EnterLock)
        {
            return "it is reserved for entering the owner's lock";
        }

        if (IsNamedByTag(owner, name))
        {
            return $"it would hide the '{name}' that a tag in '{owner.InMessage()}' names";
        }

        IFieldSymbol? rival = HeadsOf(owner).FirstOrDefault(other => other.Name != head.Name && HasProperty(other, name));
        bool takesAccessor = owner.GetMembers("get_" + name).Any(member => !IsOurs(member) && member is not IMethodSymbol { Parameters.Length: > 0 });
        return RejectMember(owner, name, isType: false)
            ?? (rival is null ? null : $"the list of '{rival.Name}' has the same")
            ?? (takesAccessor ? $"'{owner.InMessage()}' has a member with the name of its accessor, 'get_{name}'" : null);
    }

    private static string? RejectMember(INamedTypeSymbol type, string name, bool isType)
    {
        if (type.Name == name)
        {
            return "it is the name of the type itself";
        }

        if (type.TypeParameters.Any(parameter => parameter.Name == name))
        {
            return $"it is a type parameter of '{type.InMessage()}'";
        }

        // Types of one name may differ in their number of parameters; an indexer goes by its name in metadata.
        bool taken = type.GetMembers().Any(member =>
            (member.Name == name || member.MetadataName == name) && !IsOurs(member) && !(isType && member is INamedTypeSymbol { Arity: > 0 }));
        return taken ? $"'{type.InMessage()}' has a member of that name" : null;
    }

    private static IEnumerable<IFieldSymbol> HeadsOf(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(field => field.Type.IsAnyHead() && field.Tags().Length > 0);

    /// <summary>Returns whether the node of a tag in a type, or in one nested in it, is written as a member of something of this name.</summary>
    private static bool IsNamedByTag(INamedTypeSymbol type, string name) =>
        HeadsOf(type).SelectMany(head => head.Tags()).Any(tag => TagSyntax.QualifierOfNode(tag) == name)
        || type.GetTypeMembers().Any(nested => IsNamedByTag(nested, name));

    private static bool IsOurs(ISymbol member) => member.IsGenerated() || (member is IMethodSymbol { AssociatedSymbol: { } property } && property.IsGenerated());
}
