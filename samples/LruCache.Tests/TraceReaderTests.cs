using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using Samples;
using Xunit;

namespace LruCache.Tests;

public sealed class TraceReaderTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("\n \n\t\n", "")]
    [InlineData("a\nb\na\n", "a|b|a")]
    [InlineData("a\nb", "a|b")]
    [InlineData("\na\n\n\nb\n\n", "a|b")]
    [InlineData("a\r\n\r\nb\r\n", "a|b")]
    [InlineData("two words\né\n", "two words|é")]
    [InlineData("\uFEFFa\nb\n", "a|b")]
    public void ReadsOneKeyALine(string text, string keys)
    {
        byte[] content = Encoding.UTF8.GetBytes(text);
        Assert.Equal(keys, Keys(_directory.Add("trace", content)));
        Assert.Equal(keys, Keys(_directory.Add("trace.gz", Gzip.Compress(text))));
        Assert.Equal(keys, Keys("-", content));
    }

    [Fact]
    public void ReadsSeveralGzipMembersAndAnyCaseOfTheExtension() =>
        Assert.Equal("a|b|c", Keys(_directory.Add("trace.GZ", [.. Gzip.Compress("a\nb\n"), .. Gzip.Compress("c\n")])));

    [Fact]
    public void AnEmptyFileHasNoKeys() => Assert.Equal("", Keys(_directory.Add("trace", [])));

    [Fact]
    public void EqualKeysAreOneString()
    {
        string[] keys = Reader().Read(_directory.Add("trace", "key\nother\nkey\n"u8)).Keys;
        Assert.Same(keys[0], keys[2]);
    }

    [Fact]
    public void TheTraceIsNamedAsGiven() => Assert.Equal("-", Reader().Read("-").Name);

    [Fact]
    public void AMissingFileIsReported() => Assert.Equal($"cannot read '{Missing}': no such file", Failure(Missing));

    [Fact]
    public void AFileInAMissingDirectoryIsReported() => Assert.EndsWith("no such file", Failure(Path.Combine(Missing, "trace")), StringComparison.Ordinal);

    [Fact]
    public void ADirectoryIsReported() => Assert.Equal($"cannot read '{_directory.Path}': is a directory", Failure(_directory.Path));

    [Fact]
    public void AnEmptyPathIsReported() => Assert.Equal("cannot read '': not a path", Failure(""));

    [Fact]
    public void BytesThatAreNoTextAreReported() => Assert.EndsWith("not UTF-8 text", Failure(_directory.Add("trace", [0xFF, 0x0A])), StringComparison.Ordinal);

    [Fact]
    public void TextNamedAsGzipIsReported() => AssertNotGzip("a\nb\n"u8);

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.NoCompression)]
    public void EveryTruncationOfGzipIsReported(CompressionLevel level)
    {
        byte[] complete = Gzip.Compress(SomeKeys(), level);
        for (int length = 0; length < complete.Length; length++)
        {
            Assert.NotEmpty(Failure(_directory.Add("trace.gz", complete.AsSpan(0, length))));
        }
    }

    [Fact]
    public void TruncatedGzipIsNamed() => AssertNotGzip(Gzip.Compress(SomeKeys()).AsSpan(0, 50));

    [Fact]
    public void CorruptGzipIsReported()
    {
        byte[] compressed = Gzip.Compress(SomeKeys());
        compressed[compressed.Length / 2] ^= 1;
        AssertNotGzip(compressed);
    }

    private static string SomeKeys() => string.Concat(Enumerable.Range(0, 100).Select(number => $"{number * number % 83}\n"));

    private static TraceReader Reader(params byte[] standardInput) => new(new MemoryStream(standardInput), new Progress(TextWriter.Null, TimeProvider.System));

    private static string Keys(string path, params byte[] standardInput) => string.Join('|', Reader(standardInput).Read(path).Keys);

    private static string Failure(string path) => Assert.Throws<InputException>(() => Reader().Read(path)).Message;

    private void AssertNotGzip(ReadOnlySpan<byte> content) =>
        Assert.EndsWith("corrupt or truncated gzip data", Failure(_directory.Add("trace.gz", content)), StringComparison.Ordinal);

    private string Missing => Path.Combine(_directory.Path, "missing");
}
