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

    /// <summary>Returns what is to be removed with something: its line, if it is alone there, or else the white space before it.</summary>
    public static TextSpan SpanToRemove(SyntaxNode syntax)
    {
        SourceText text = syntax.SyntaxTree.GetText();
        TextLine first = text.Lines.GetLineFromPosition(syntax.SpanStart);
        TextLine last = text.Lines.GetLineFromPosition(syntax.Span.End);
        int before = syntax.SpanStart;
        while (before > first.Start && char.IsWhiteSpace(text[before - 1]))
        {
            before--;
        }

        bool isAlone = before == first.Start && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(syntax.Span.End, last.End)));
        return isAlone ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak) : TextSpan.FromBounds(before, syntax.Span.End);
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
