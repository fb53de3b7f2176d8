namespace MapValues;

/// <summary>A text, word by word.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Words">Its words, in order.</param>
internal sealed record Document(string Name, string[] Words);
