using System.Linq;
using IntrusiveLists.Declarations;
using static IntrusiveLists.Generator.GeneratedNames;

namespace IntrusiveLists.Generator;

/// <summary>
/// Writes what an owner gets: a property for each list, a guard for each lock with the lists behind it, and the record of its heads.
/// </summary>
internal static class OwnerWriter
{
    public static string Write(OwnerModel model)
    {
        var writer = new SourceWriter();
        HeadModel[] recorded = model.Heads.Where(head => head.IsRecorded).ToArray();
        int opened = writer.Open(model.Owner, recorded.Length > 0 ? $" : {Runtime}.IHeadProvider" : "");
        foreach (HeadModel head in model.Heads.Where(head => head.Guard is null))
        {
            writer.Separate();
            WriteProperty(writer, head);
        }

        foreach (IGrouping<GuardModel?, HeadModel> guarded in model.Heads.Where(head => head.Guard is not null).GroupBy(head => head.Guard))
        {
            writer.Separate();
            GuardWriter.Write(writer, guarded.Key!, guarded.ToArray());
        }

        if (recorded.Length > 0)
        {
            writer.Separate();
            HeadProviderWriter.Write(writer, recorded);
        }

        writer.Close(opened);
        return writer.ToString();
    }

    /// <summary>Returns the type of the list of a head, or of the lists of an array of heads.</summary>
    public static string ListType(HeadModel head) => $"{Runtime}.{(head.Kind == HeadKind.Array ? "IntrusiveListArray" : "IntrusiveList")}<{head.Element}, {head.Link}>";

    /// <summary>Returns what the list of a head is.</summary>
    public static string Describe(HeadModel head)
    {
        string lists = head.Kind == HeadKind.Array ? "lists" : "list";
        string start = head.Kind == HeadKind.Array ? "start" : "starts";
        return $"the {lists} of <c>{GeneratedNames.InDocumentation(head.Element)}</c>, linked through <c>{head.Node}</c>, that {start} at <c>{head.Field}</c>";
    }

    /// <summary>Returns the expression that makes the list of a head.</summary>
    public static string MakeList(HeadModel head, string field) => ListType(head) + head.Kind switch
    {
        HeadKind.Head => $".FromHead(ref {field})",
        HeadKind.Pinned => $".FromHead({field})",
        _ => $".FromHeads(ref {field})",
    };

    // /// <summary>Gets the list of ...</summary>
    // [GeneratedCode]
    // <ACCESSIBILITY> IntrusiveList<<ELEMENT>, <LINK>> <PROPERTY> => IntrusiveList<<ELEMENT>, <LINK>>.FromHead(ref <FIELD>);
    private static void WriteProperty(SourceWriter writer, HeadModel head)
    {
        string modifiers = head.IsStatic ? $"{head.Accessibility} static" : head.Accessibility;
        writer.Lines(
            $"/// <summary>Gets {Describe(head)}.</summary>",
            GeneratedCode,
            $"{modifiers} {ListType(head)} {head.Property} => {MakeList(head, head.Field)};");
    }
}
