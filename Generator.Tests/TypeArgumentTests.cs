using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// Elements whose type arguments generated code cannot repeat as they are.
/// </summary>
public sealed class TypeArgumentTests
{
    // Frameworks that know type arguments that are ref structs; the one of the other tests does not.
    private static readonly MetadataReference[] Current =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal) || file.EndsWith("netstandard.dll", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file)),
        MetadataReference.CreateFromFile(typeof(ListHead).Assembly.Location)];

    [Theory]
    [InlineData("public struct Item<T> where T : allows ref struct { public ListNode Node; }", "Item<System.Span<int>>")]
    [InlineData("public struct Item<@where, U> where @where : class where U : struct, System.IDisposable, allows ref struct { public ListNode Node; } public ref struct Handle : System.IDisposable { public void Dispose() { } }", "Item<string, Handle>")]
    [InlineData("public class Outer<T> where T : allows ref struct { public struct Item<U> where U : allows ref struct { public ListNode Node; } }", "Outer<System.Span<int>>.Item<System.Span<byte>>")]
    [InlineData("public class Outer<T> where T : allows ref struct { public struct Item<U> { public ListNode Node; } }", "Outer<System.Span<int>>.Item<string>")]
    [InlineData("public partial struct Item<T> where T : allows ref struct { public ListNode Node; } partial struct Item<T> { }", "Item<System.Span<int>>")]
    public void RepeatsThatRefStructsAreAllowed(string element, string type)
    {
        AssertCompiles(Sources.Compile("Test", LanguageVersion.Latest, Current, "using IntrusiveLists;" + element + Owner(type)));

        CSharpCompilation library = Sources.Compile("Library", LanguageVersion.Latest, Current, "using IntrusiveLists;" + element);
        AssertCompiles(Sources.Compile("Test", LanguageVersion.Latest, [.. Current, Built(library)], "using IntrusiveLists;" + Owner(type)));
    }

    // A program in an older language can use the type, but cannot repeat the constraint.
    [Fact]
    public void LeavesOutWhatTheLanguageLacks()
    {
        CSharpCompilation library = Sources.Compile("Library", LanguageVersion.Latest, Current, "using IntrusiveLists; public struct Item<T> where T : allows ref struct { public ListNode Node; }");
        AssertCompiles(Sources.Compile("Test", LanguageVersion.CSharp12, [.. Current, Built(library)], "using IntrusiveLists;" + Owner("Item<int>")));
    }

    [Theory]
    [InlineData("public struct Item<T> { public ListNode Node; }", "Item<dynamic>")]
    [InlineData("public partial struct Item<T> { public ListNode Node; }", "Item<dynamic>")]
    [InlineData("public struct Item<T> { public ListNode Node; }", "Item<System.Collections.Generic.List<(dynamic, int)>[]>")]
    [InlineData("public struct Item<@unmanaged> { public ListNode Node; }", "Item<dynamic[]>")]
    [InlineData("public class Outer<T> { public struct Item { public ListNode Node; } }", "Outer<dynamic>.Item")]
    public void TakesDynamicForObject(string element, string type) => AssertCompiles(Sources.Compile("using IntrusiveLists;" + element + Owner(type)));

    private static string Owner(string element) =>
        $$"""public partial class Owner { [Contains(typeof({{element}}), "Node")] private readonly PinnedListHead _queue = new(); void Add(Ptr<{{element}}> item) => Queue.AddLast(item); }""";

    private static MetadataReference Built(Compilation compilation)
    {
        using var stream = new MemoryStream();
        Assert.Empty(compilation.Emit(stream).Diagnostics);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    private static void AssertCompiles(CSharpCompilation compilation)
    {
        IEnumerable<Diagnostic> diagnostics = GeneratorRun.Of(compilation).Output.GetDiagnostics();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }
}
