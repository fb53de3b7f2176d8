using IntrusiveLists.Declarations;

namespace IntrusiveLists.Generator;

/// <summary>
/// An owner with its heads: what one generated file adds to it.
/// </summary>
internal sealed record OwnerModel(TypeHierarchy Owner, EquatableArray<HeadModel> Heads);
