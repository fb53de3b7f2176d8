using System.Linq;

namespace IntrusiveLists.Tests;

/// <summary>One row of Conformance.md.</summary>
internal sealed record ConformanceRow(string Case, string Test, string Remark)
{
    public static ConformanceRow Parse(string line)
    {
        string[] cells = [.. line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`'))];
        return new ConformanceRow(cells[0], cells[1], cells[2]);
    }
}
