namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// A type parameter.
/// </summary>
/// <param name="Name">Its name as code writes it.</param>
/// <param name="Constraint">Its constraints, in which <c>{0}</c> is itself; empty for none.</param>
/// <param name="Argument">A type that meets them.</param>
internal sealed record TypeParameter(string Name, string Constraint, string Argument);
