namespace IntrusiveLists.Declarations;

/// <summary>
/// Everything that one tag asks the generator for.
/// </summary>
/// <param name="Head">The list property; null when a rule forbids it.</param>
/// <param name="Links">The links to generate: that of the tag, unless it exists elsewhere.</param>
/// <param name="Registration">The registration of the tag's link; null when the element describes itself.</param>
internal sealed record TagModel(HeadModel? Head, EquatableArray<LinkModel> Links, RegistrationModel? Registration);
