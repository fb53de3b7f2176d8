using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Text;

namespace Samples;

/// <summary>Decompresses gzip data and notices when its end is missing.</summary>
/// <remarks>
/// <see cref="GZipStream"/> takes data that ends early for complete. So another gzip member is appended, which holds one line:
/// that line can be read only if everything before it was complete.
/// </remarks>
internal static class CompleteGzip
{
    private const string EndLine = "\u0004 end of trace";

    private static readonly byte[] EndMember = Compress("\n" + EndLine);

    /// <summary>Decompresses a stream and appends the line that marks the end.</summary>
    /// <exception cref="InvalidDataException">The stream is empty.</exception>
    public static Stream Decompress(Stream stream)
    {
        var members = new MemoryStream();
        stream.CopyTo(members);
        if (members.Length == 0)
        {
            throw new InvalidDataException();
        }

        members.Write(EndMember);
        members.Position = 0;
        return new GZipStream(members, CompressionMode.Decompress);
    }

    /// <summary>Returns the lines before the one that marks the end.</summary>
    /// <exception cref="InvalidDataException">The end is missing.</exception>
    public static IEnumerable<string> RequireEnd(IEnumerable<string> lines)
    {
        string? last = null;
        foreach (string line in lines)
        {
            if (last != null)
            {
                yield return last;
            }

            last = line;
        }

        if (last != EndLine)
        {
            throw new InvalidDataException();
        }
    }

    private static byte[] Compress(string text)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return compressed.ToArray();
    }
}
