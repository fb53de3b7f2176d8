using System;

namespace MapValues;

/// <summary>A portion of a document.</summary>
/// <param name="Document">The number of the document.</param>
/// <param name="Words">The words of the portion.</param>
internal readonly record struct DocumentPart(int Document, ArraySegment<string> Words);
