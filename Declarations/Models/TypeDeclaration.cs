namespace IntrusiveLists.Declarations;

/// <summary>
/// One level of a partial type as generated code repeats it.
/// </summary>
/// <param name="Keyword">The kind: <c>struct</c>, <c>class</c>, <c>record</c>, <c>record struct</c> or <c>interface</c>.</param>
/// <param name="Name">The name with its type parameters, keywords escaped.</param>
internal sealed record TypeDeclaration(string Keyword, string Name);
