using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// How code is laid out where something is added to it.
/// </summary>
internal static class Layout
{
    public const string OneLevel = "    ";

    /// <summary>Returns what separates something from what follows it: a line break with the indentation, or a space where it does not begin its line.</summary>
    public static string GapBefore(SyntaxNode syntax)
    {
        SourceText text = syntax.SyntaxTree.GetText();
        TextLine line = text.Lines.GetLineFromPosition(syntax.SpanStart);
        return line.Start + IndentationOf(line).Length == syntax.SpanStart ? NewLineOf(text) + IndentationOf(line) : " ";
    }

    /// <summary>Returns the white space at the beginning of the line of a token.</summary>
    public static string IndentationOf(SyntaxToken token) => IndentationOf(token.SyntaxTree!.GetText().Lines.GetLineFromPosition(token.SpanStart));

    /// <summary>Returns the line break that a text uses.</summary>
    public static string NewLineOf(SourceText text)
    {
        TextLine first = text.Lines[0];
        return first.End == first.EndIncludingLineBreak ? "\n" : text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
    }

    private static string IndentationOf(TextLine line)
    {
        string text = line.ToString();
        return text.Substring(0, text.Length - text.TrimStart().Length);
    }
}
