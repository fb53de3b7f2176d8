using System.Text;
using IntrusiveLists.Declarations;

namespace IntrusiveLists.Generator;

/// <summary>
/// The names of the generated files. A hash tells apart what a file system does not: names that differ in case only, or in characters that it refuses.
/// </summary>
internal static class HintNames
{
    private const int LongestReadablePart = 80;

    public const string Registration = "IntrusiveLists.Registration.g.cs";

    public static string Of(OwnerModel owner) => Of("Lists", owner.Owner.MetadataName);

    public static string Of(LinkGroup group) => group.Links[0].Nesting is { } element ? Of("Links", element.MetadataName) : Of("Link", group.Links[0].Name);

    private static string Of(string kind, string name)
    {
        var readable = new StringBuilder();
        foreach (char character in name.Length > LongestReadablePart ? name.Substring(0, LongestReadablePart) : name)
        {
            bool harmless = character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_';
            readable.Append(harmless ? character : '-');
        }

        return $"{readable}.{kind}.{StableHash.Of(name)}.g.cs";
    }
}
