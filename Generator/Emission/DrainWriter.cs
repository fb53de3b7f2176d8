using IntrusiveLists.Declarations;
using static IntrusiveLists.Generator.GeneratedNames;

namespace IntrusiveLists.Generator;

/// <summary>
/// Writes how a guarded list is drained: detached under the lock, handed out outside of it.
/// </summary>
internal static class DrainWriter
{
    // [GeneratedCode]
    // <ACCESSIBILITY> <GUARD>.<PROPERTY>Drain Drain<PROPERTY>() => new <GUARD>.<PROPERTY>Drain(this);
    public static void WriteMethod(SourceWriter writer, GuardModel guard, HeadModel head, string accessibility)
    {
        string modifiers = guard.IsStatic ? $"{accessibility} static" : accessibility;
        bool isArray = head.Kind == HeadKind.Array;
        string separator = isArray && !head.IsStatic ? ", " : "";
        writer.Lines(
            $"/// <summary>Empties {(isArray ? "one of " : "")}{OwnerWriter.Describe(head)}: detaches the elements under <c>{guard.Field}</c> and hands them out, unlinked, outside of it.</summary>",
            "/// <remarks>For use in <c>foreach</c>, which detaches the elements when it begins; leaving it early puts the remaining ones back at the front. The kernel's <c>bpf_list_head_free</c>.</remarks>",
            GeneratedCode,
            $"{modifiers} {guard.Type}.{TypeOf(head)} {head.Drain}({(isArray ? "int index" : "")}) => new {guard.Type}.{TypeOf(head)}({GuardWriter.Self(head)}{separator}{(isArray ? "index" : "")});");
    }

    // [MustDispose]
    // public ref struct <PROPERTY>Drain { Current; GetEnumerator(); MoveNext(); Dispose(); }
    public static void WriteType(SourceWriter writer, GuardModel guard, HeadModel head, string accessibility)
    {
        writer.Lines(
            $"/// <summary>The loop of <see cref=\"{head.Drain}\"/>.</summary>",
            $"[{Runtime}.MustDispose]");
        writer.Open($"{accessibility} ref struct {TypeOf(head)}");
        WriteState(writer, head);
        writer.Lines(
            "/// <summary>Gets the current element, which is not linked.</summary>",
            $"public {Runtime}.Ptr<{head.Element}> Current => _rest.Current;",
            "",
            "/// <summary>Returns the enumerator itself, for use in <c>foreach</c>.</summary>",
            $"public {TypeOf(head)} GetEnumerator() => this;",
            "");
        WriteMoveNext(writer, guard, head);
        writer.Line();
        WriteDispose(writer, guard, head);
        writer.Close();
    }

    private static string TypeOf(HeadModel head) => head.Property.TrimStart('@') + "Drain";

    private static void WriteState(SourceWriter writer, HeadModel head)
    {
        string? owner = GuardWriter.OwnerType(head);
        if (owner is not null)
        {
            writer.Line($"private readonly {owner} _owner;");
        }

        if (head.Kind == HeadKind.Array)
        {
            writer.Line("private readonly int _index;");
        }

        writer.Lines(
            $"private {Runtime}.DetachedList<{head.Element}, {head.Link}> _rest;",
            "");
        if (owner is not null || head.Kind == HeadKind.Array)
        {
            WriteConstructor(writer, head, owner);
            writer.Line();
        }
    }

    private static void WriteConstructor(SourceWriter writer, HeadModel head, string? owner)
    {
        bool isArray = head.Kind == HeadKind.Array;
        string separator = isArray && owner is not null ? ", " : "";
        writer.Open($"internal {TypeOf(head)}({(owner is null ? "" : owner + " owner")}{separator}{(isArray ? "int index" : "")}) : this()");
        if (owner is not null)
        {
            writer.Line("_owner = owner;");
        }

        if (isArray)
        {
            writer.Line("_index = index;");
        }

        writer.Close();
    }

    private static void WriteMoveNext(SourceWriter writer, GuardModel guard, HeadModel head)
    {
        writer.Line("/// <summary>Takes the next element; the first call detaches all.</summary>");
        writer.Open("public bool MoveNext()");
        writer.Open("if (!_rest.IsDetached)");
        WriteUnderLock(writer, guard, head, $"_rest = {List(head)}.Detach();");
        writer.Close();
        writer.Line();
        writer.Line("return _rest.MoveNext();");
        writer.Close();
    }

    private static void WriteDispose(SourceWriter writer, GuardModel guard, HeadModel head)
    {
        writer.Line("/// <summary>Puts the elements that were not handed out back at the front of the list.</summary>");
        writer.Open("public void Dispose()");
        writer.Open("if (!_rest.IsEmpty)");
        WriteUnderLock(writer, guard, head, $"{List(head)}.Reattach(ref _rest);");
        writer.Close(2);
    }

    // C# 7 has no using for what is no IDisposable.
    private static void WriteUnderLock(SourceWriter writer, GuardModel guard, HeadModel head, string statement)
    {
        writer.Line($"{guard.Type} guard = {GuardWriter.Owner(head)}.{guard.Method}();");
        writer.Open("try");
        writer.Line(statement);
        writer.Close();
        writer.Open("finally");
        writer.Line("guard.Dispose();");
        writer.Close();
    }

    private static string List(HeadModel head) => $"guard.{head.Property}{(head.Kind == HeadKind.Array ? "[_index]" : "")}";
}
