using IntrusiveLists.Declarations;
using static IntrusiveLists.Generator.GeneratedNames;

namespace IntrusiveLists.Generator;

/// <summary>
/// Writes the links of an element.
/// </summary>
internal static class LinkWriter
{
    public static string Write(LinkGroup group)
    {
        var writer = new SourceWriter();
        if (group.Links[0].Nesting is { } element)
        {
            int opened = writer.Open(element, $" : {Runtime}.INodeProvider");
            foreach (LinkModel link in group.Links)
            {
                WriteLink(writer, link);
                writer.Line();
            }

            WriteProvider(writer, group);
            writer.Close(opened);
        }
        else
        {
            writer.Open($"namespace {KnownSymbols.LinkNamespace}");
            WriteLink(writer, group.Links[0]);
            writer.Close();
        }

        return writer.ToString();
    }

    // public readonly struct <NODE>Link : IListLink<<ELEMENT>>
    private static void WriteLink(SourceWriter writer, LinkModel link)
    {
        string accessibility = link.IsPublic ? "public" : "internal";
        string constraints = string.Concat(System.Linq.Enumerable.Select(link.Constraints, clause => " " + clause));
        string type = link.Name + link.TypeParameters;
        writer.Lines(
            $"/// <summary>Links <c>{InDocumentation(link.Element)}</c> through <c>{link.Node}</c>.</summary>",
            GeneratedCode);
        writer.Open($"{accessibility} readonly struct {type} : {Runtime}.IListLink<{link.Element}>{constraints}");
        WriteOffset(writer, link);
        writer.Lines(
            "",
            "/// <inheritdoc/>",
            $"public string NodeName => \"{link.Node}\";");
        WriteOperations(writer, link);
        writer.Close();
    }

    // The distance between an element and its node, measured on a place that is never read or written: the compiler folds it to a number.
    private static void WriteOffset(SourceWriter writer, LinkModel link)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Open("public global::System.IntPtr Offset");
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
        writer.Open("get");
        writer.Lines(
            "byte probe = 0;",
            $"ref {link.Element} at = ref {Runtime}.ListLink.ElementAt<{link.Element}>(ref probe);",
            $"return {Runtime}.ListLink.Distance(ref at, in at.{link.NodeInCode});");
        writer.Close(2);
    }

    // The attributes tell the analyzers which node it is, of this assembly and of others.
    private static void WriteOperations(SourceWriter writer, LinkModel link)
    {
        string element = $"{Runtime}.Ptr<{link.Element}>";
        string node = $"{Runtime}.Ptr<{Runtime}.ListNode>";
        string nodeOf = $"{Runtime}.NodeOf(typeof({link.Definition}), \"{link.Node}\")";
        WriteOperation(writer, link, "Returns the element that embeds a node. The kernel's <c>container_of</c>.", element, "ContainerOf", $"[{nodeOf}] {node}", "node");
        WriteOperation(writer, link, $"Returns the node <c>{link.Node}</c> of an element.", node, "NodeOf", element, "element", $"[return: {nodeOf}]");
        WriteOperation(writer, link, $"Returns whether an element is on a list through <c>{link.Node}</c>.", "bool", "IsLinked", element, "element");
        if (!link.HasUnlink)
        {
            return;
        }

        WriteOperation(writer, link, $"Takes an element off the list that it is on through <c>{link.Node}</c>; throws when it is on none.", "void", "Unlink", element, "element");
    }

    private static void WriteOperation(SourceWriter writer, LinkModel link, string summary, string result, string name, string argument, string parameter, params string[] attributes)
    {
        string call = $"{Runtime}.ListLink.{name}<{link.Element}, {link.Name}{link.TypeParameters}>({parameter})";
        writer.Lines("", $"/// <summary>{summary}</summary>");
        writer.Lines(attributes);
        writer.Line($"public static {result} {name}({argument} {parameter}) => {call};");
    }

    // void INodeProvider.DescribeNodes(IntrusiveRecordBuilder record)
    private static void WriteProvider(SourceWriter writer, LinkGroup group)
    {
        writer.Lines("/// <inheritdoc/>", GeneratedCode);
        writer.Open($"void {Runtime}.INodeProvider.DescribeNodes({Runtime}.IntrusiveRecordBuilder record)");
        foreach (LinkModel link in group.Links)
        {
            writer.Line($"record.AddNode<{link.Element}, {link.Name}>();");
        }

        writer.Close();
    }
}
