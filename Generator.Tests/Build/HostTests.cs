using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// The compiler that the tests run in loads the generator and the analyzers, and runs both together.
/// </summary>
public sealed class HostTests
{
    private const string Elements = """
        using IntrusiveLists;

        public partial struct Foo { public int Value; public ListNode Node; }

        """;

    private const string Right = """
        public partial struct Owner
        {
            public ListLock Lock;
            [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _foos;

            public void Add(Ptr<Foo> foo)
            {
                using LockGuard guard = EnterLock();
                guard.Foos.AddLast(foo);
            }
        }
        """;

    private const string WrongTag = """
        public partial struct Owner { [Contains(typeof(Foo), "Nod")] private ListHead _foos; }
        """;

    private const string WrongUse = """
        public partial struct Owner
        {
            [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _foos;
            public void Use(Ptr<Foo> foo) => Foos.AddLast(foo);
            public static void Copy(Owner owner) { Owner copy = owner; copy.Foos.Clear(); }
        }
        """;

    /// <summary>The version that this test project asks for is the one that runs.</summary>
    [Fact]
    public void HostIsTheChosenOne()
    {
        var chosen = Version.Parse(TestPaths.RoslynVersion);
        Version actual = typeof(CSharpCompilation).Assembly.GetName().Version!;
        Assert.Equal((chosen.Major, chosen.Minor), (actual.Major, actual.Minor));
    }

    [Fact]
    public void FilesAreLoaded()
    {
        Assert.Empty(InProcessBuild.GeneratorFile.Failures.Select(failure => failure.Message));
        Assert.Empty(InProcessBuild.AnalyzersFile.Failures.Select(failure => failure.Message));
        Assert.Single(InProcessBuild.GeneratorFile.Generators);
        Assert.Equal(
            typeof(Analyzers.DeclarationAnalyzer).Assembly.GetTypes().Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute))).Select(type => type.Name).Order(),
            InProcessBuild.AnalyzersFile.Analyzers.Select(analyzer => analyzer.GetType().Name).Order());
    }

    // Else a compiler that refuses our files would go unnoticed.
    [Fact]
    public void FileForANewerCompilerIsNoticed()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("ilist").FullName, "Newer.dll");
        try
        {
            File.WriteAllBytes(path, GeneratorForNewerCompiler());
            var file = new AnalyzerFile(path);
            Assert.Contains(AnalyzerLoadFailureEventArgs.FailureErrorCode.ReferencesNewerCompiler, file.Failures.Select(failure => failure.ErrorCode));
            Assert.Empty(file.Generators);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [Theory]
    [InlineData(typeof(ListGenerator))]
    [InlineData(typeof(Analyzers.DeclarationAnalyzer))]
    public void FilesReferToTheOldestCompiler(Type type)
    {
        AssemblyName[] compilers = [.. type.Assembly.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))];
        Assert.Equal(2, compilers.Length);
        Assert.All(compilers, compiler => Assert.Equal(new Version(4, 3, 0, 0), compiler.Version));
    }

    [Theory]
    [InlineData(Right, "", 2)]
    [InlineData(WrongTag, "ILIST004", 1)]
    [InlineData(WrongUse, "ILIST101", 2)]
    public async Task GeneratorAndAnalyzersRunTogether(string owner, string rules, int files)
    {
        InProcessBuild build = await InProcessBuild.RunAsync(Sources.Compile(Elements + owner));
        Assert.Equal(rules, string.Join(' ', build.Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden).Select(diagnostic => diagnostic.Id).Distinct()));
        Assert.Equal(files, build.Generation.Files.Count());
    }

    /// <summary>Returns an assembly with a generator that refers to a compiler which does not exist yet.</summary>
    private static byte[] GeneratorForNewerCompiler()
    {
        MetadataReference compiler = Reference(Sources.Compile("Microsoft.CodeAnalysis", LanguageVersion.Latest, Sources.References, """
            [assembly: System.Reflection.AssemblyVersion("99.0.0.0")]
            namespace Microsoft.CodeAnalysis
            {
                public sealed class GeneratorAttribute : System.Attribute { public GeneratorAttribute(string language, params string[] others) { } }
            }
            """));
        return Image(Sources.Compile("Newer", LanguageVersion.Latest, [.. Sources.References, compiler], """
            [Microsoft.CodeAnalysis.Generator("C#")] public sealed class Newer { }
            """));
    }

    private static MetadataReference Reference(CSharpCompilation compilation) => MetadataReference.CreateFromImage(Image(compilation));

    private static byte[] Image(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        return stream.ToArray();
    }
}
