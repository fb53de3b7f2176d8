using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// A declared type with what it is nested in.
/// </summary>
internal sealed record TypeShape(string Namespace, IReadOnlyList<TypeLevel> Levels)
{
    public List<string> Members { get; } = [];

    public TypeLevel Self => Levels[^1];

    public int Arity => Levels.Sum(level => level.Parameters.Count);

    public bool IsPartial => Levels.All(level => level.IsPartial);

    public bool IsFileLocal => Levels[0].Accessibility == "file";

    /// <summary>Returns the type as <c>typeof</c> names it, with type arguments or with none.</summary>
    public string InCode(bool isOpen) =>
        "global::" + (Namespace.Length == 0 ? "" : Namespace + ".") + string.Join(".", Levels.Select(level => level.Name + ArgumentsOf(level, isOpen)));

    /// <summary>Returns one part of the declaration.</summary>
    public string Write(IEnumerable<string> members, bool isFirst)
    {
        string text = string.Concat(members.Select(member => $"    {member}\n"));
        foreach (TypeLevel level in Levels.Reverse())
        {
            text = $"{HeaderOf(level, isFirst)}\n{{\n{text}}}\n";
        }

        return Namespace.Length == 0 ? text : $"namespace {Namespace}\n{{\n{text}}}\n";
    }

    private static string HeaderOf(TypeLevel level, bool isFirst)
    {
        // One part states accessibility and constraints for all; what is visible in its file alone says so in each.
        string accessibility = level.Accessibility.Length > 0 && (isFirst || level.Accessibility == "file") ? level.Accessibility + " " : "";
        string parameters = level.Parameters.Count == 0 ? "" : $"<{string.Join(", ", level.Parameters.Select(parameter => parameter.Name))}>";
        string constraints = isFirst ? string.Concat(level.Parameters.Where(parameter => parameter.Constraint.Length > 0).Select(ClauseOf)) : "";
        return $"{accessibility}{level.Modifier}{(level.IsPartial ? "partial " : "")}{level.Keyword} {level.Name}{parameters}{constraints}";
    }

    private static string ClauseOf(TypeParameter parameter) => $" where {parameter.Name} : {parameter.Constraint.Replace("{0}", parameter.Name, System.StringComparison.Ordinal)}";

    private static string ArgumentsOf(TypeLevel level, bool isOpen) => level.Parameters.Count switch
    {
        0 => "",
        int count when isOpen => $"<{new string(',', count - 1)}>",
        _ => $"<{string.Join(", ", level.Parameters.Select(parameter => parameter.Argument))}>",
    };
}
