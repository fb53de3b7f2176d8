namespace IntrusiveLists.Benchmarks;

/// <summary>A figure for a page: what is missed stands in bold.</summary>
internal sealed record Measurement(string Text, bool IsReached)
{
    public override string ToString() => IsReached ? Text : $"**{Text}**";
}
