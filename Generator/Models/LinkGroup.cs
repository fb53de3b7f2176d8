using IntrusiveLists.Declarations;

namespace IntrusiveLists.Generator;

/// <summary>
/// The links of one generated file: all that are nested in one element, or one that is not nested.
/// </summary>
internal sealed record LinkGroup(EquatableArray<LinkModel> Links);
