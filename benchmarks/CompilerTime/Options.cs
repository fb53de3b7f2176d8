using System.Collections.Generic;

namespace IntrusiveLists.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(bool Quick, string Filter, string? Document, string? Json)
{
    public const string Usage = "CompilerTime [--quick] [--filter TEXT] [--document FILE] [--json FILE]";

    /// <summary>Reads the command line; null where it is wrong.</summary>
    public static Options? Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options(Quick: false, Filter: "", Document: null, Json: null);
        for (int index = 0; index < arguments.Count; index++)
        {
            string? value = index + 1 < arguments.Count ? arguments[index + 1] : null;
            switch (arguments[index])
            {
                case "--quick":
                    options = options with { Quick = true };
                    continue;
                case "--filter" when value is not null:
                    options = options with { Filter = value };
                    break;
                case "--document" when value is not null:
                    options = options with { Document = value };
                    break;
                case "--json" when value is not null:
                    options = options with { Json = value };
                    break;
                default:
                    return null;
            }

            index++;
        }

        return options;
    }
}
