using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace LruCache;

/// <summary>Reads traces: one key a line, blank lines skipped.</summary>
internal sealed class TraceReader(Stream standardInput, Progress progress)
{
    private const string StandardInputName = "-";
    private const int LinesBetweenProgress = 1 << 16;

    // Strict, so that two keys which are not text cannot pass for one.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>Reads a file, decompressing a <c>.gz</c>, or standard input for <c>-</c>.</summary>
    /// <exception cref="TraceException">The trace cannot be read.</exception>
    public Trace Read(string path)
    {
        try
        {
            return path == StandardInputName ? ReadText(path, standardInput) : ReadFile(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            throw new TraceException($"cannot read '{path}': {Explain(path, exception)}", exception);
        }
        finally
        {
            progress.Clear();
        }
    }

    private static string Explain(string path, Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        UnauthorizedAccessException when Directory.Exists(path) => "is a directory",
        UnauthorizedAccessException => "access denied",
        InvalidDataException => "corrupt or truncated gzip data",
        DecoderFallbackException => "not UTF-8 text",
        ArgumentException => "not a path",
        _ => exception.Message,
    };

    private static IEnumerable<string> ReadLines(Stream stream)
    {
        using var reader = new StreamReader(stream, StrictUtf8, detectEncodingFromByteOrderMarks: false);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private Trace ReadFile(string path)
    {
        using FileStream file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? ReadCompressed(path, file) : ReadText(path, file);
    }

    private Trace ReadText(string path, Stream stream) => new(path, SelectKeys(path, ReadLines(stream)));

    private Trace ReadCompressed(string path, Stream stream)
    {
        using Stream decompressed = CompleteGzip.Decompress(stream);
        return new Trace(path, SelectKeys(path, CompleteGzip.RequireEnd(ReadLines(decompressed))));
    }

    private IEnumerable<string> SelectKeys(string path, IEnumerable<string> lines)
    {
        int count = 0;
        foreach (string line in lines)
        {
            if (++count % LinesBetweenProgress == 0)
            {
                progress.Show(FormattableString.Invariant($"{path}: {count} lines read"));
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return line;
            }
        }
    }
}
