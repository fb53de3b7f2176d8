using System.Collections.Generic;

namespace IntrusiveLists.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(bool Quick, string Peers, string? HostLibrary, string? HostedProgram, string Filter, string? Documents, string? Output)
{
    public const string Usage = """
        ListTime --peers DIRECTORY [--host LIBRARY PROGRAM] [--quick] [--filter TEXT] [--documents DIRECTORY] [--json FILE]
        measures, also what a second runtime makes of a program; writes benchmarks.md and its plots into the one directory, and all rounds into the file
        """;

    /// <summary>Reads the command line; null where it is wrong.</summary>
    public static Options? Parse(IReadOnlyList<string> arguments)
    {
        var values = new Dictionary<string, string>();
        bool quick = false;
        string? hostLibrary = null;
        string? hostedProgram = null;
        for (int index = 0; index < arguments.Count; index++)
        {
            string argument = arguments[index];
            if (argument == "--quick")
            {
                quick = true;
            }
            else if (argument == "--host" && index + 2 < arguments.Count)
            {
                (hostLibrary, hostedProgram) = (arguments[index + 1], arguments[index + 2]);
                index += 2;
            }
            else if (argument is "--peers" or "--filter" or "--documents" or "--json" && index + 1 < arguments.Count)
            {
                values[argument] = arguments[++index];
            }
            else
            {
                return null;
            }
        }

        return values.ContainsKey("--peers")
            ? new Options(quick, values["--peers"], hostLibrary, hostedProgram, Value("--filter") ?? "", Value("--documents"), Value("--json"))
            : null;

        string? Value(string name) => values.GetValueOrDefault(name);
    }
}
