namespace IntrusiveLists.Declarations;

/// <summary>
/// A head that gets a list property.
/// </summary>
/// <param name="Owner">The type that declares the head.</param>
/// <param name="Field">The name of the head, escaped.</param>
/// <param name="Property">The name of the property, escaped.</param>
/// <param name="Accessibility">The accessibility of the property, as C# writes it.</param>
/// <param name="IsStatic">Whether the head, and so the property, is static.</param>
/// <param name="PassesReference">Whether the list is made from a reference to the field rather than from its value.</param>
/// <param name="Element">The element type, as generated code names it.</param>
/// <param name="Link">The link type, as generated code names it.</param>
/// <param name="Node">The name of the node, for the documentation.</param>
internal sealed record HeadModel(
    TypeHierarchy Owner,
    string Field,
    string Property,
    string Accessibility,
    bool IsStatic,
    bool PassesReference,
    string Element,
    string Link,
    string Node);
