namespace IntrusiveLists.Declarations;

/// <summary>
/// A head whose list is generated: as a property of the owner, or of the guard of the owner's lock.
/// </summary>
/// <param name="Owner">The type that declares the head.</param>
/// <param name="OwnerType">The same type, as generated code names it.</param>
/// <param name="OwnerIsStruct">Whether the owner is a struct: its guard holds its address, rather than a reference.</param>
/// <param name="Field">The name of the head, escaped.</param>
/// <param name="Property">The name of the property, escaped.</param>
/// <param name="Accessibility">The accessibility of the property, as C# writes it.</param>
/// <param name="IsStatic">Whether the head, and so the property, is static.</param>
/// <param name="Kind">What the head is as a field.</param>
/// <param name="Type">The type of the field, as generated code names it.</param>
/// <param name="IsRecorded">Whether the record of the owner tells of the head.</param>
/// <param name="Element">The element type, as generated code names it.</param>
/// <param name="Link">The link type, as generated code names it.</param>
/// <param name="Node">The name of the node, for the documentation.</param>
/// <param name="Guard">The lock that guards the head; null for none.</param>
/// <param name="Drain">The name of the method that drains a guarded head outside its lock; null where the owner has a member of that name, or has to have one.</param>
internal sealed record HeadModel(
    TypeHierarchy Owner,
    string OwnerType,
    bool OwnerIsStruct,
    string Field,
    string Property,
    string Accessibility,
    bool IsStatic,
    HeadKind Kind,
    string Type,
    bool IsRecorded,
    string Element,
    string Link,
    string Node,
    GuardModel? Guard,
    string? Drain);
