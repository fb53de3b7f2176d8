using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace LruCache.Tests;

public sealed class ReportTests
{
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);

    [Fact]
    public void JsonHasAnObjectALine()
    {
        var report = new JsonReport(_output);
        report.Add(Comparisons.Create("one"));
        report.Add(Comparisons.Create("a \"quoted\"\nname"));
        string[] lines = _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["one", "a \"quoted\"\nname"], lines.Select(line => Parse(line).GetProperty("trace").GetString()));
    }

    [Fact]
    public void JsonHasEveryField()
    {
        new JsonReport(_output).Add(Comparisons.Create("t"));
        Assert.Equal(
            """{"trace":"t","capacity":10,"accesses":1000,"hits":250,"misses":750,"hitRatio":0.25,"intrusive":{"hits":250,"nanosecondsPerAccess":1234.5,"bytesPerAccess":0},"linkedList":{"hits":250,"nanosecondsPerAccess":2469,"bytesPerAccess":36.5},"timeRatio":0.5}""",
            _output.ToString().TrimEnd());
    }

    [Fact]
    public void TextHasARowForEachComparisonUnderAHeadingForEachTrace()
    {
        var report = new TextReport(_output, hardened: false);
        report.Add(Comparisons.Create("one"));
        report.Add(Comparisons.Create("one", capacity: 20));
        report.Add(Comparisons.Create("two"));
        string[] lines = _output.ToString().Split(Environment.NewLine);
        string[] columns = ["one", "", "capacity", "10", "20", "", "two", "", "capacity", "10", ""];
        Assert.Equal(columns, lines.Select(line => line.StartsWith(' ') ? line[..10].Trim() : line));
    }

    [Fact]
    public void TextHasEveryFigure()
    {
        new TextReport(_output, hardened: false).Add(Comparisons.Create("t"));
        string row = _output.ToString().TrimEnd().Split(Environment.NewLine)[^1];
        Assert.Equal("10 1000 250 750 25.00 % 1234.5 0.0 2469.0 36.5 0.50", string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void TextWarnsOnceOfTheTimesOfAHardenedBuild()
    {
        var report = new TextReport(_output, hardened: true);
        report.Add(Comparisons.Create("one"));
        report.Add(Comparisons.Create("two"));
        Assert.Single(_output.ToString().Split(Environment.NewLine), line => line.Contains("-c Release", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void NumbersDoNotDependOnTheCulture(bool json)
    {
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        commas.NumberFormat.PercentDecimalSeparator = ",";
        Assert.Equal(Print(json, CultureInfo.InvariantCulture), Print(json, commas));
    }

    private static string Print(bool json, CultureInfo culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            var output = new StringWriter(culture);
            IReport report = json ? new JsonReport(output) : new TextReport(output, hardened: false);
            report.Add(Comparisons.Create("t"));
            return output.ToString();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static JsonElement Parse(string line) => JsonDocument.Parse(line).RootElement;
}
