using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace Samples;

/// <summary>Reads lines of text from files, compressed files and standard input.</summary>
internal sealed class InputReader(Stream standardInput, Progress progress)
{
    private const string StandardInputName = "-";
    private const int LinesBetweenProgress = 1 << 16;

    // Strict, so that two lines which are not text cannot pass for one.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>Reads a file, decompressing a <c>.gz</c>, or standard input for <c>-</c>.</summary>
    /// <param name="path">The path.</param>
    /// <param name="read">Makes something of the lines.</param>
    /// <exception cref="InputException">The input cannot be read.</exception>
    public T Read<T>(string path, Func<IEnumerable<string>, T> read)
    {
        try
        {
            return path == StandardInputName ? read(ReadLines(path, standardInput)) : ReadFile(path, read);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            throw new InputException($"cannot read '{path}': {Explain(path, exception)}", exception);
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

    private T ReadFile<T>(string path, Func<IEnumerable<string>, T> read)
    {
        using FileStream file = File.OpenRead(path);
        if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            return read(ReadLines(path, file));
        }

        using Stream decompressed = CompleteGzip.Decompress(file);
        return read(CompleteGzip.RequireEnd(ReadLines(path, decompressed)));
    }

    private IEnumerable<string> ReadLines(string path, Stream stream)
    {
        using var reader = new StreamReader(stream, StrictUtf8, detectEncodingFromByteOrderMarks: false);
        int count = 0;
        while (reader.ReadLine() is { } line)
        {
            if (++count % LinesBetweenProgress == 0)
            {
                progress.Show(FormattableString.Invariant($"{path}: {count} lines read"));
            }

            yield return line;
        }
    }
}
