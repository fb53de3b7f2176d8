namespace IntrusiveLists.Declarations;

/// <summary>
/// An element that cannot describe itself: its record learns of the link when the assembly is first used.
/// </summary>
/// <param name="Element">The closed element type, as generated code names it.</param>
/// <param name="Link">The closed link type, as generated code names it.</param>
internal sealed record RegistrationModel(string Element, string Link);
