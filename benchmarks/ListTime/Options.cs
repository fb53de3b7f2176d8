using System.Collections.Generic;

namespace IntrusiveLists.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(bool Quick, string Peers, string Runtime, string? Output, string Filter, string? Documents, IReadOnlyList<string> Inputs)
{
    public const string Usage = """
        ListTime --peers DIRECTORY [--runtime NAME] [--quick] [--filter TEXT] [--json FILE]    measures, and writes what it found
        ListTime --report DIRECTORY FILE...                                                   writes benchmarks.md and its plots from such files
        """;

    /// <summary>Reads the command line; null where it is wrong.</summary>
    public static Options? Parse(IReadOnlyList<string> arguments)
    {
        var values = new Dictionary<string, string>();
        List<string> inputs = [];
        bool quick = false;
        for (int index = 0; index < arguments.Count; index++)
        {
            string argument = arguments[index];
            if (argument == "--quick")
            {
                quick = true;
            }
            else if (argument is "--peers" or "--runtime" or "--filter" or "--json" or "--report" && index + 1 < arguments.Count)
            {
                values[argument] = arguments[++index];
            }
            else if (argument.StartsWith('-'))
            {
                return null;
            }
            else
            {
                inputs.Add(argument);
            }
        }

        bool reports = values.ContainsKey("--report");
        bool valid = reports ? inputs.Count > 0 : inputs.Count == 0 && values.ContainsKey("--peers");
        return valid
            ? new Options(quick, Value("--peers") ?? "", Value("--runtime") ?? "JIT", Value("--json"), Value("--filter") ?? "", Value("--report"), inputs)
            : null;

        string? Value(string name) => values.GetValueOrDefault(name);
    }
}
