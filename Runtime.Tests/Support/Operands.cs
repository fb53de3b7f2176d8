using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Tests;

/// <summary>The operands that operations allow.</summary>
internal static class Operands
{
    public static IEnumerable<Call> None(Model _, Call lists) => [lists];

    public static IEnumerable<Call> NotEmpty(Model model, Call lists) => model[lists.Target].Count > 0 ? [lists] : [];

    public static IEnumerable<Call> Sorted(Model model, Call lists) => model.IsSorted(lists.Target) && model.IsSorted(lists.Other) ? [lists] : [];

    public static IEnumerable<Call> Any(Model model, Call lists) => model.Elements.Select(element => lists with { First = element });

    public static IEnumerable<Call> Linked(Model model, Call lists) => model.Linked.Select(element => lists with { First = element });

    public static IEnumerable<Call> Unlinked(Model model, Call lists) => model.Unlinked.Select(element => lists with { First = element });

    public static IEnumerable<Call> Member(Model model, Call lists) => model[lists.Target].Select(element => lists with { First = element });

    public static IEnumerable<Call> MemberAndEmptyOther(Model model, Call lists) => model[lists.Other].Count == 0 ? Member(model, lists) : [];

    public static IEnumerable<Call> MemberAndUnlinked(Model model, Call lists) => Pairs(lists, model[lists.Target], model.Unlinked);

    public static IEnumerable<Call> MemberAndLinked(Model model, Call lists) => Pairs(lists, model[lists.Target], model.Linked);

    public static IEnumerable<Call> LinkedAndLinked(Model model, Call lists) => Pairs(lists, model.Linked, model.Linked);

    /// <summary>The ends of every run of every list.</summary>
    public static IEnumerable<Call> Run(Model model, Call lists) => LinkedAndLinked(model, lists).Where(call =>
    {
        List<int> list = model.ListOf(call.First)!;
        return list.Contains(call.Second) && list.IndexOf(call.First) <= list.IndexOf(call.Second);
    });

    private static IEnumerable<Call> Pairs(Call lists, IEnumerable<int> first, IEnumerable<int> second) =>
        first.SelectMany(_ => second, (one, two) => lists with { First = one, Second = two });
}
