using System.IO;
using System.Linq;
using Samples;

namespace LruCache;

/// <summary>Reads traces: one key a line, blank lines skipped.</summary>
internal sealed class TraceReader(Stream standardInput, Progress progress)
{
    private readonly InputReader _input = new(standardInput, progress);

    /// <summary>Reads a file, decompressing a <c>.gz</c>, or standard input for <c>-</c>.</summary>
    /// <exception cref="InputException">The trace cannot be read.</exception>
    public Trace Read(string path) => _input.Read(path, lines => new Trace(path, lines.Where(line => !string.IsNullOrWhiteSpace(line))));
}
