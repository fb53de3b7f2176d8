using IntrusiveLists.Declarations;

namespace IntrusiveLists.Generator;

/// <summary>
/// The links that an assembly registers.
/// </summary>
internal sealed record RegistrationList(EquatableArray<RegistrationModel> Items);
