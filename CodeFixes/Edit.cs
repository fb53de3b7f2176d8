using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// A change to the text of one document. Two mends may make the same one, such as a modifier that both need.
/// </summary>
/// <param name="Document">The document.</param>
/// <param name="Change">What becomes of which part of it.</param>
internal readonly record struct Edit(DocumentId Document, TextChange Change)
{
    public static Edit Insert(DocumentId document, int position, string text) => new(document, new TextChange(new TextSpan(position, 0), text));

    public static Edit Replace(DocumentId document, TextSpan span, string text) => new(document, new TextChange(span, text));

    /// <summary>Returns whether two edits cannot both be made.</summary>
    public bool Conflicts(Edit other) => Document == other.Document && this != other && Change.Span.OverlapsWith(other.Change.Span);
}
