namespace IntrusiveLists.Generator;

/// <summary>
/// What generated code names.
/// </summary>
internal static class GeneratedNames
{
    /// <summary>Marks a generated member, by which the analyzers know it. The version is that of the shape of the generated code, not of a build.</summary>
    public const string GeneratedCode = "[global::System.CodeDom.Compiler.GeneratedCode(\"IntrusiveLists.Generator\", \"1.0\")]";

    public const string Runtime = "global::IntrusiveLists";

    /// <summary>Returns a type as an XML comment shows it.</summary>
    public static string InDocumentation(string type) => type.Replace("global::", "").Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
