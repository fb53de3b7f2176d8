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

    private readonly HashSet<string> _elements;
    private readonly HashSet<string> _qualifiers;
    private readonly Dictionary<string, string> _properties = [];
    private readonly ILookup<string, string> _heads;

    private OwnerNames(INamedTypeSymbol owner)
    {
        AttributeData[] tags = TagsIn(owner).ToArray();
        _elements = new HashSet<string>(tags.Select(ElementOf).OfType<string>());
        _qualifiers = new HashSet<string>(tags.Select(TagSyntax.QualifierOfNode).OfType<string>());
        foreach (IFieldSymbol head in HeadsOf(owner))
        {
            _properties[head.Name] = PropertyOf(head);
        }

        _heads = _properties.ToLookup(pair => pair.Value, pair => pair.Key);
    }

    public static OwnerNames Of(INamedTypeSymbol owner) => Known.GetValue(owner.OriginalDefinition, static type => new OwnerNames(type));

    /// <summary>Returns the name of the property of a head.</summary>
    /// <remarks>
    /// A property <c>Job</c> in the owner would hide the element <c>Job</c> there: <c>nameof(Job.Node)</c>, in the tag itself, would no longer compile, nor would <c>Job.NodeLink.Unlink(job)</c>.
    /// Such a head gives <c>JobList</c>.
    /// </remarks>
    public string PropertyOf(string head) => _properties.TryGetValue(head, out string? property) ? property : Identifiers.PropertyOf(head);

    /// <summary>Returns another head whose property has this name; null when there is none.</summary>
    public string? RivalOf(string head, string property) => _heads[property].FirstOrDefault(other => other != head);

    /// <summary>Returns whether a tag in the type, or in one nested in it, writes its node as a member of something of this name.</summary>
    public bool IsNamedByTag(string name) => _qualifiers.Contains(name);

    private static IEnumerable<AttributeData> TagsIn(INamedTypeSymbol type) =>
        HeadsOf(type).SelectMany(head => head.Tags()).Concat(type.GetTypeMembers().SelectMany(TagsIn));

    private static string? ElementOf(AttributeData tag) => (tag.ConstructorArguments.FirstOrDefault().Scalar() as ITypeSymbol)?.Name;

    // Tags first: the types of other fields need not be bound.
    private static IEnumerable<IFieldSymbol> HeadsOf(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(field => field.Tags().Length > 0 && field.Type.IsAnyHead());

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
