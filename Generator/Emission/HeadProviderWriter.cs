using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using static IntrusiveLists.Generator.GeneratedNames;

namespace IntrusiveLists.Generator;

/// <summary>
/// Writes what tells the runtime about the heads of an owner and their locks.
/// </summary>
internal static class HeadProviderWriter
{
    // void IHeadProvider.DescribeHeads(IntrusiveRecordBuilder record)
    public static void Write(SourceWriter writer, HeadModel[] heads)
    {
        string owner = heads[0].OwnerType;
        writer.Lines("/// <inheritdoc/>", GeneratedCode);
        writer.Open($"void {Runtime}.IHeadProvider.DescribeHeads({Runtime}.IntrusiveRecordBuilder record)");
        writer.Lines(
            "byte probe = 0;",
            $"ref {owner} at = ref {Runtime}.ListLink.ElementAt<{owner}>(ref probe);");
        foreach (GuardModel guard in LocksOf(heads))
        {
            writer.Line($"record.AddLock<{TypeOf(guard.Kind)}>(\"{Plain(guard.Field)}\", {Distance(guard.Field)});");
        }

        foreach (HeadModel head in heads)
        {
            string guard = head.Guard is null ? "null" : $"\"{Plain(head.Guard.Field)}\"";
            writer.Line($"record.AddHead<{head.Element}, {head.Link}, {head.Type}>(\"{Plain(head.Field)}\", {Distance(head.Field)}, {guard});");
        }

        writer.Close();
    }

    private static IEnumerable<GuardModel> LocksOf(HeadModel[] heads) => heads.Select(head => head.Guard).OfType<GuardModel>().Distinct();

    private static string Distance(string field) => $"{Runtime}.ListLink.Distance(ref at, in at.{field})";

    private static string TypeOf(LockKind kind) => kind == LockKind.ListLock ? $"{Runtime}.ListLock" : "global::System.Threading.SpinLock";

    private static string Plain(string identifier) => identifier.TrimStart('@');
}
