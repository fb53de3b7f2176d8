using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// The names that the heads of one type are given, and those that its tags use. Found once for each type, not once for each head.
/// </summary>
internal sealed class OwnerNames
{
    // Keyed by symbol, which belongs to one compilation, and kept no longer than that.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, OwnerNames> Known = new();

    private readonly HashSet<string> _elements = [];
    private readonly HashSet<string> _qualifiers = [];
    private readonly Dictionary<string, string> _properties = [];

    private OwnerNames(INamedTypeSymbol owner)
    {
        var heads = new List<IFieldSymbol>(HeadsOf(owner));
        AddTags(heads);
        AddTagsOfNested(owner);
        foreach (IFieldSymbol head in heads)
        {
            _properties[head.Name] = PropertyOf(head);
        }
    }

    public static OwnerNames Of(INamedTypeSymbol owner) => Known.GetValue(owner.OriginalDefinition, static type => new OwnerNames(type));

    /// <summary>Returns the name of the property of a head.</summary>
    /// <remarks>
    /// A property <c>Job</c> in the owner would hide the element <c>Job</c> there: <c>nameof(Job.Node)</c>, in the tag itself, would no longer compile, nor would <c>Job.NodeLink.Unlink(job)</c>.
    /// Such a head gives <c>JobList</c>.
    /// </remarks>
    public string PropertyOf(string head) => _properties.TryGetValue(head, out string? property) ? property : Identifiers.PropertyOf(head);

    /// <summary>Returns another head whose property has this name; null when there is none.</summary>
    public string? RivalOf(string head, string property)
    {
        foreach (KeyValuePair<string, string> other in _properties)
        {
            if (other.Value == property && other.Key != head)
            {
                return other.Key;
            }
        }

        return null;
    }

    /// <summary>Returns whether a tag in the type, or in one nested in it, writes its node as a member of something of this name.</summary>
    public bool IsNamedByTag(string name) => _qualifiers.Contains(name);

    private void AddTagsOfNested(INamedTypeSymbol type)
    {
        foreach (INamedTypeSymbol nested in type.GetTypeMembers())
        {
            AddTags(HeadsOf(nested));
            AddTagsOfNested(nested);
        }
    }

    private void AddTags(IEnumerable<IFieldSymbol> heads)
    {
        foreach (AttributeData tag in heads.SelectMany(head => head.Tags()))
        {
            Add(ElementOf(tag), _elements);
            Add(TagSyntax.QualifierOfNode(tag), _qualifiers);
        }
    }

    private static void Add(string? name, HashSet<string> names)
    {
        if (name is not null)
        {
            names.Add(name);
        }
    }

    private static string? ElementOf(AttributeData tag) => (tag.ConstructorArguments.FirstOrDefault().Scalar() as ITypeSymbol)?.Name;

    // Tags first: the types of other fields need not be bound.
    private static IEnumerable<IFieldSymbol> HeadsOf(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.IsTagged() && field.Type.IsAnyHead());

    private string PropertyOf(IFieldSymbol head)
    {
        if (head.Tags()[0].Named("Name")?.Scalar() is string chosen)
        {
            return chosen;
        }

        string name = Identifiers.PropertyOf(head.Name);
        return _qualifiers.Contains(name) || _elements.Contains(name) ? name + "List" : name;
    }
}
