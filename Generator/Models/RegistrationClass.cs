using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace IntrusiveLists.Generator;

/// <summary>
/// The class that registers the links of an assembly.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="IsModuleInitializer">Whether it runs by itself.</param>
internal sealed record RegistrationClass(string Name, bool IsModuleInitializer)
{
    /// <summary>Returns the name in an assembly: a friend assembly sees the class too, and has one of its own.</summary>
    public static string NameIn(string assembly) =>
        "Registration_" + string.Concat(assembly.Select(character => SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_'));
}
