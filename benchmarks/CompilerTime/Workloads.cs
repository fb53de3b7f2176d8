using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Benchmarks;

/// <summary>What is measured, and how often.</summary>
internal static class Workloads
{
    public const string NotReferenced = "ordinary code, runtime not referenced";
    public const string Referenced = "ordinary code, runtime referenced";
    public const string HeadsInProgram = "1000 heads in a program";
    public const string HeadsAndUse = "1000 heads and their use";

    private const int Groups = 1000 / Sources.HeadsInGroup;
    private const int OrdinaryFilesInGroup = 2;
    private const int OrdinaryFiles = 5;

    /// <summary>Gets how many heads the programs of the generator have.</summary>
    public static IReadOnlyList<int> GeneratedHeads { get; } = [100, 1000, 5000];

    /// <summary>Gets a small program with lists, on which all analyzers are warmed up.</summary>
    public static AnalyzedProgram WarmUp { get; } = new("to warm up", true, [.. Sources.Elements(1), .. Sources.Owners(1), .. Sources.Uses(1), .. Sources.Ordinary(1)]);

    /// <summary>Returns the programs of the analyzers.</summary>
    public static IReadOnlyList<AnalyzedProgram> Analyzed() =>
    [
        new(NotReferenced, false, [.. Sources.Ordinary(OrdinaryFiles)]),
        new(Referenced, true, [.. Sources.Ordinary(OrdinaryFiles)]),
        new(HeadsInProgram, true, [.. Sources.Elements(Groups), .. Sources.Owners(Groups), .. Sources.Uses(Groups), .. Sources.Ordinary(Groups * OrdinaryFilesInGroup)]),
        new(HeadsAndUse, true, [.. Sources.Elements(Groups), .. Sources.Owners(Groups), .. Sources.Uses(Groups)]),
    ];

    // Of the programs of the generator.
    private const int Large = 1000;

    /// <summary>Returns the scenarios of a program with a number of heads: the largest has the most important ones.</summary>
    public static IEnumerable<Scenario> ScenariosOf(int heads) => heads <= Large ? Scenario.All : Scenario.All.Where(scenario => scenario.IsRequired);

    /// <summary>Returns how many rounds a program of the generator takes: what takes longer varies less.</summary>
    public static int GeneratorRounds(Scenario scenario, int heads, bool quick) => heads switch
    {
        <= 100 => quick ? 11 : 21,
        <= Large when scenario.Edit is not null => quick ? 4 : 7,
        _ => quick ? 2 : 3,
    };

    /// <summary>Returns how many rounds a program of the analyzers takes: of two in a hundred nothing can be seen in few. Small programs in many rounds tell more than large ones in few, since the machine changes its speed meanwhile.</summary>
    public static int AnalyzerRounds(AnalyzedProgram program, bool quick) => (quick, program.Name) switch
    {
        (_, NotReferenced or Referenced) => quick ? 120 : 360,
        (_, HeadsAndUse) => quick ? 4 : 6,
        _ => quick ? 2 : 3,
    };
}
