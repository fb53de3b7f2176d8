using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;

namespace IntrusiveLists.Benchmarks;

/// <summary>Bars of ratios, as SVG: one for each runtime in each row, and a line where both would be equal.</summary>
internal sealed class BarChart(string title, IReadOnlyList<string> runtimes)
{
    private const int LabelWidth = 400;
    private const int PlotWidth = 360;
    private const int BarHeight = 9;
    private const int Gap = 8;
    private const int Top = 48;
    private const int Margin = 16;
    private const double Step = 0.5;

    private static readonly string[] Colours = ["#3b6ea5", "#d98032"];

    private readonly List<(string Label, IReadOnlyList<double> Values)> _rows = [];

    /// <summary>Adds a row: one value for each runtime.</summary>
    public void Add(string label, IReadOnlyList<double> values) => _rows.Add((label, values));

    /// <summary>Writes the picture.</summary>
    public void Save(string path)
    {
        double maximum = System.Math.Max(1.0 + Step, _rows.SelectMany(row => row.Values).DefaultIfEmpty(1).Max() * 1.05);
        int rowHeight = (runtimes.Count * BarHeight) + Gap;
        int height = Top + (_rows.Count * rowHeight) + Margin;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{LabelWidth + PlotWidth + (3 * Margin)}\" height=\"{height}\" font-family=\"sans-serif\" font-size=\"11\">\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        Text(svg, Margin, 18, "start", title, " font-size=\"13\" font-weight=\"bold\"");
        for (int runtime = 0; runtime < runtimes.Count; runtime++)
        {
            Bar(svg, LabelWidth + (runtime * 100), 26, 10, Colours[runtime % Colours.Length]);
            Text(svg, LabelWidth + 14 + (runtime * 100), 35, "start", runtimes[runtime]);
        }

        int y = Top;
        foreach ((string label, IReadOnlyList<double> values) in _rows)
        {
            Text(svg, LabelWidth - 8, y + (rowHeight / 2), "end", label);
            for (int runtime = 0; runtime < values.Count; runtime++)
            {
                double width = values[runtime] / maximum * PlotWidth;
                Bar(svg, LabelWidth, y + (runtime * BarHeight), width, Colours[runtime % Colours.Length]);
                Text(svg, (int)(LabelWidth + width) + 4, y + (runtime * BarHeight) + BarHeight - 1, "start", values[runtime].ToString("0.00", CultureInfo.InvariantCulture), " font-size=\"8\"");
            }

            y += rowHeight;
        }

        double one = LabelWidth + (PlotWidth / maximum);
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{one:0.0}\" x2=\"{one:0.0}\" y1=\"{Top - 4}\" y2=\"{height - Margin}\" stroke=\"#333\" stroke-dasharray=\"3,3\"/>\n</svg>\n");
        File.WriteAllText(path, svg.ToString());
    }

    private static void Bar(StringBuilder svg, int x, int y, double width, string colour) =>
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{width:0.0}\" height=\"{BarHeight - 1}\" fill=\"{colour}\"/>\n");

    private static void Text(StringBuilder svg, int x, int y, string anchor, string text, string style = "") =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\"{style}>{WebUtility.HtmlEncode(text)}</text>\n");
}
