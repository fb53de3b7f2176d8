using System.Collections.Generic;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// A type as one of those that a declaration is nested in, or as the declared one itself.
/// </summary>
/// <param name="Accessibility">Its accessibility; empty for the default one.</param>
/// <param name="Modifier">Another modifier with the space after it; empty for none.</param>
/// <param name="Keyword">Its kind.</param>
/// <param name="Name">Its name as code writes it.</param>
/// <param name="IsPartial">Whether it is partial.</param>
/// <param name="Parameters">Its type parameters.</param>
internal sealed record TypeLevel(string Accessibility, string Modifier, string Keyword, string Name, bool IsPartial, IReadOnlyList<TypeParameter> Parameters);
