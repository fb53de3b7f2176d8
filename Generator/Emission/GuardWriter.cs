using System.Linq;
using IntrusiveLists.Declarations;
using static IntrusiveLists.Generator.GeneratedNames;

namespace IntrusiveLists.Generator;

/// <summary>
/// Writes how the lock of an owner is entered, and the guard that has the lists while it is held.
/// </summary>
internal static class GuardWriter
{
    public static void Write(SourceWriter writer, GuardModel guard, HeadModel[] heads)
    {
        string accessibility = WidestOf(heads);
        WriteEnter(writer, guard, heads[0], accessibility);
        foreach (HeadModel head in heads.Where(head => head.Drain is not null))
        {
            writer.Line();
            DrainWriter.WriteMethod(writer, guard, head, Beside(head.Accessibility, accessibility));
        }

        writer.Line();
        WriteType(writer, guard, heads, accessibility);
    }

    /// <summary>Returns the type in which a guard keeps its owner; null for static heads, which need none.</summary>
    public static string? OwnerType(HeadModel head) => head switch
    {
        { IsStatic: true } => null,
        { OwnerIsStruct: true } => $"{Runtime}.LockedOwner<{head.OwnerType}>",
        _ => head.OwnerType,
    };

    /// <summary>Returns the expression by which the owner itself refers to what a guard keeps.</summary>
    public static string Self(HeadModel head) => head switch
    {
        { IsStatic: true } => "",
        { OwnerIsStruct: true } => $"{OwnerType(head)}.At(ref this)",
        _ => "this",
    };

    /// <summary>Returns the expression by which a guard reaches its owner.</summary>
    public static string Owner(HeadModel head) => head switch
    {
        { IsStatic: true } => head.OwnerType,
        { OwnerIsStruct: true } => "_owner.Value",
        _ => "_owner",
    };

    // [GeneratedCode]
    // <ACCESSIBILITY> <GUARD> EnterLock() { <LOCK>.Enter(); return new <GUARD>(this); }
    private static void WriteEnter(SourceWriter writer, GuardModel guard, HeadModel head, string accessibility)
    {
        string modifiers = guard.IsStatic ? $"{accessibility} static" : accessibility;
        writer.Lines(
            $"/// <summary>Enters <c>{guard.Field}</c> and returns the lists that it guards, for <c>using</c>: disposing of the guard leaves the lock.</summary>",
            GeneratedCode);
        writer.Open($"{modifiers} {guard.Type} {guard.Method}()");
        writer.Lines(Enter(guard.Kind, $"{(guard.IsStatic ? head.OwnerType : "this")}.{guard.Field}"));
        writer.Line($"return new {guard.Type}({Self(head)});");
        writer.Close();
    }

    // [MustDispose]
    // <ACCESSIBILITY> readonly ref struct <GUARD> { <LISTS> void Dispose() => <LOCK>.Exit(); }
    private static void WriteType(SourceWriter writer, GuardModel guard, HeadModel[] heads, string accessibility)
    {
        writer.Lines(
            $"/// <summary>Holds <c>{guard.Field}</c> until it is disposed, and has the lists that it guards.</summary>",
            GeneratedCode,
            $"[{Runtime}.MustDispose]");
        writer.Open($"{accessibility} readonly ref struct {guard.Type}");
        if (OwnerType(heads[0]) is { } owner)
        {
            writer.Line($"private readonly {owner} _owner;");
            writer.Line();
            writer.Open($"internal {guard.Type}({owner} owner)");
            writer.Line("_owner = owner;");
            writer.Close();
            writer.Line();
        }

        foreach (HeadModel head in heads)
        {
            WriteProperty(writer, head, accessibility);
            writer.Line();
        }

        writer.Lines(
            $"/// <summary>Leaves <c>{guard.Field}</c>.</summary>",
            $"public void Dispose() => {Exit(guard.Kind, $"{Owner(heads[0])}.{guard.Field}")};");
        foreach (HeadModel head in heads.Where(head => head.Drain is not null))
        {
            writer.Line();
            DrainWriter.WriteType(writer, guard, head, Within(head.Accessibility, accessibility));
        }

        writer.Close();
    }

    private static void WriteProperty(SourceWriter writer, HeadModel head, string accessibility) => writer.Lines(
        $"/// <summary>Gets {OwnerWriter.Describe(head)}.</summary>",
        $"{Within(head.Accessibility, accessibility)} {OwnerWriter.ListType(head)} {head.Property} => {OwnerWriter.MakeList(head, $"{Owner(head)}.{head.Field}")};");

    // A private list is private to the owner, and so is the guard; the owner sees the guard's other members only.
    private static string WidestOf(HeadModel[] heads) =>
        new[] { "private", "public", "protected internal" }.FirstOrDefault(candidate => heads.Any(head => head.Accessibility == candidate)) ?? "internal";

    /// <summary>Returns the accessibility in the guard of what has a given one in the owner: nothing in a struct is protected.</summary>
    private static string Within(string accessibility, string around) => accessibility == "public" || accessibility == around || around == "private" ? "public" : "internal";

    /// <summary>Returns the accessibility in the owner of what uses a type in the guard.</summary>
    private static string Beside(string accessibility, string guard) =>
        guard == "private" || accessibility == guard ? guard : "internal";

    private static string[] Enter(LockKind kind, string guard) => kind switch
    {
        LockKind.SpinLock => ["bool entered = false;", $"{guard}.Enter(ref entered);"],
        LockKind.Monitor => [$"global::System.Threading.Monitor.Enter({guard});"],
        _ => [$"{guard}.Enter();"],
    };

    private static string Exit(LockKind kind, string guard) => kind == LockKind.Monitor ? $"global::System.Threading.Monitor.Exit({guard})" : $"{guard}.Exit()";
}
