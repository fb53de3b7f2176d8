using IntrusiveLists.Declarations;

namespace IntrusiveLists.Generator;

/// <summary>
/// Writes the list properties of an owner.
/// </summary>
internal static class OwnerWriter
{
    public static string Write(OwnerModel model)
    {
        var writer = new SourceWriter();
        int opened = writer.Open(model.Owner);
        for (int index = 0; index < model.Heads.Length; index++)
        {
            if (index > 0)
            {
                writer.Line();
            }

            WriteProperty(writer, model.Heads[index]);
        }

        writer.Close(opened);
        return writer.ToString();
    }

    // /// <summary>Gets the list of ...</summary>
    // [GeneratedCode]
    // <ACCESSIBILITY> IntrusiveList<<ELEMENT>, <LINK>> <PROPERTY> => IntrusiveList<<ELEMENT>, <LINK>>.FromHead(ref <FIELD>);
    private static void WriteProperty(SourceWriter writer, HeadModel head)
    {
        string list = $"{GeneratedNames.Runtime}.IntrusiveList<{head.Element}, {head.Link}>";
        string modifiers = head.IsStatic ? $"{head.Accessibility} static" : head.Accessibility;
        string argument = head.PassesReference ? "ref " + head.Field : head.Field;
        writer.Lines(
            $"/// <summary>Gets the list of <c>{GeneratedNames.InDocumentation(head.Element)}</c>, linked through <c>{head.Node}</c>, that starts at <c>{head.Field}</c>.</summary>",
            GeneratedNames.GeneratedCode,
            $"{modifiers} {list} {head.Property} => {list}.FromHead({argument});");
    }
}
