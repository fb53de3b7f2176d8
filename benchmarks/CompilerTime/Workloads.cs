using System.Collections.Generic;

namespace IntrusiveLists.Benchmarks;

/// <summary>What is measured, and how often.</summary>
internal static class Workloads
{
    public const string NotReferenced = "ordinary code, runtime not referenced";
    public const string Referenced = "ordinary code, runtime referenced";
    public const string HeadsInProgram = "1000 heads in a program";
    public const string HeadsAndUse = "1000 heads and their use";
    public const string HeadsAlone = "1000 heads alone";

    private const int Groups = 1000 / Sources.HeadsInGroup;
    private const int OrdinaryFilesInGroup = 2;
    private const int OrdinaryFiles = 100;

    /// <summary>Gets how many heads the programs of the generator have.</summary>
    public static IReadOnlyList<int> GeneratedHeads { get; } = [100, 1000, 5000];

    /// <summary>Returns the programs of the analyzers.</summary>
    public static IReadOnlyList<AnalyzedProgram> Analyzed() =>
    [
        new(NotReferenced, false, [.. Sources.Ordinary(OrdinaryFiles)]),
        new(Referenced, true, [.. Sources.Ordinary(OrdinaryFiles)]),
        new(HeadsInProgram, true, [.. Sources.Elements(Groups), .. Sources.Owners(Groups), .. Sources.Uses(Groups), .. Sources.Ordinary(Groups * OrdinaryFilesInGroup)]),
        new(HeadsAndUse, true, [.. Sources.Elements(Groups), .. Sources.Owners(Groups), .. Sources.Uses(Groups)]),
        new(HeadsAlone, true, [.. Sources.Elements(Groups), .. Sources.Owners(Groups)]),
    ];

    public static int GeneratorRounds(bool quick) => quick ? 5 : 25;

    public static int AnalyzerRounds(bool quick) => quick ? 3 : 11;
}
