using System.IO;
using System.IO.Compression;
using System.Text;

namespace LruCache.Tests;

/// <summary>Makes compressed traces.</summary>
internal static class Gzip
{
    public static byte[] Compress(string text, CompressionLevel level = CompressionLevel.Optimal)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, level))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return compressed.ToArray();
    }
}
