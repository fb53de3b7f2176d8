using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// What captures is rejected where the compiler makes a closure that is an object, and only there: each member is compiled, and its closures are looked at.
/// </summary>
public sealed class ClosureTests
{
    private const string Prelude = """
        using System; using System.Collections.Generic; using System.Threading.Tasks; using IntrusiveLists;
        public struct Foo { public int Value; public ListNode Node; public void Deconstruct(out Foo foo, out int number) { foo = default; number = 0; } }
        public struct Resource : IDisposable { public void Dispose() { } }
        public class Base { public Base() { } public Base(Func<int> get) { } public Base(out int number) { number = 1; } }
        public unsafe class Program : Base
        {
            int _field = 1;
            static bool Get(out Foo foo) { foo = default; return true; }

        """;

    /// <summary>Gets members in which a variable is captured, this way or that.</summary>
    public static TheoryData<string> Members => [.. """
        static int M() { Foo f = default; int L() => f.Value; return L(); }
        static int M() { Foo f = default; int L() => f.Value; return 1; }
        static int M() { Foo f = default; int L(int n) => n == 0 ? f.Value : L(n - 1); return L(3); }
        static int M() { Foo f = default; int y = 1; int L() => f.Value; Func<int> g = () => y; return L() + g(); }
        static int M() { Foo f = default; { int y = 1; Func<int> g = () => y; g(); } int L() => f.Value; return L(); }
        static int M() { Foo f = default; int L() => f.Value; Func<int> g = () => L(); return g(); }
        static int M() { Foo f = default; int L() => f.Value; Func<int> g = L; return g(); }
        static int M(Foo f) { int y = 1; Func<int> g = () => y; int L() => f.Value; return L() + g(); }
        static int M(Foo f, int y) { Func<int> g = () => y; int L() => f.Value; return L() + g(); }
        static int M(Foo f) { { int y = 1; Func<int> g = () => y; g(); } int L() => f.Value; return L(); }
        static int M() { Foo f = default; async Task<int> L() => f.Value; return L().Result; }
        static int M() { Foo f = default; IEnumerable<int> L() { yield return f.Value; } foreach (int x in L()) return x; return 0; }
        static int M() { Foo f = default; int L() => f.Value; int K() => L(); Func<int> g = K; return g(); }
        static int M() { Foo f = default; int L() => f.Value; int K() { async Task<int> X() { return L(); } return X().Result; } return K(); }
        static int M() { int y = 1; Func<int> g = () => y; { Foo f = default; int L() => f.Value; return L() + g(); } }
        static int M() { int y = 1; { Foo f = default; int L() => f.Value + y; Func<int> g = () => y; return L() + g(); } }
        static int M() { int y = 1; { Foo f = default; int L() => f.Value + y; Func<int> g = () => y; { return L() + g(); } } }
        static int M() { { Foo f = default; int y = 1; int L() => f.Value; { int z = 1; int K() => L() + z; Func<int> g = () => z; g(); return K(); } } }
        static int M() { { Foo f = default; int L() => f.Value; { int z = 1; int K() => L() + z; Func<int> g = K; g(); return K(); } } }
        static int M() { Foo f = default; int L() => f.Value; int K() { Func<int> g = () => 1; return L() + g(); } return K(); }
        static int M() { Foo f = default; int K() { int L() => f.Value; return L(); } return K(); }
        static int M() { Foo f = default; int K() { Func<int> g = () => f.Value; return g(); } return K(); }
        static int M() { Foo f = default; int y = 0; Func<int> g = () => { int L() => f.Value; return L(); }; return g() + y; }
        static string M() { Foo f = default; Func<string> g = () => nameof(f); return g(); }
        static int M() { int unused; Foo f = default; int L() => f.Value; Func<int> g = () => nameof(unused).Length; return L() + g(); }
        static int M() { const int C = 3; Foo f = default; int L() => f.Value; Func<int> g = () => C; return L() + g(); }
        static int M() { if (Get(out Foo f)) { } int y = 2; Func<int> g = () => y; int L() => f.Value; return L() + g(); }
        static int M() { if (Get(out Foo f)) { int y = 1; Func<int> g = () => y; int L() => f.Value; return L() + g(); } return 0; }
        static int M() { int y = 1; Func<int> g = () => y; if (Get(out Foo f)) { int L() => f.Value; return L() + g(); } return 0; }
        static int M() { int n = 0; for (Foo f = default; f.Value < 3; f.Value++) { int y = 2; Func<int> g = () => y; int L() => f.Value; n += L() + g(); } return n; }
        static int M() { for (Foo e = default; e.Value < 1 && Get(out Foo f); e.Value++) { int L() => e.Value + f.Value; int y = 0; Func<int> g = () => y; return L() + g(); } return 0; }
        static int M() { for (int i = 0; Get(out Foo f) && i < 3; i++) { int L() => f.Value; Func<int> g = () => i; return L() + g(); } return 0; }
        static int M() { for (int i = 0, j = 0; i < 1; i++) { Foo f = default; Func<int> g = () => i; int L() => f.Value; return L() + g(); } return 0; }
        static int M() { int n = 0; while (Get(out Foo f)) { int y = 1; Func<int> g = () => y; int L() => f.Value; n += L() + g(); } return n; }
        static int M() { do { Foo f = default; int L() => f.Value; int y = 0; { Func<int> g = () => y; } L(); } while (false); return 0; }
        static int M(Foo[] xs) { foreach (Foo f in xs) { int y = 1; Func<int> g = () => y; int L() => f.Value; return L() + g(); } return 0; }
        static int M(Foo[] xs) { int n = 0; foreach (var (f, y) in xs) { Func<int> g = () => y; int L() => f.Value; n += L() + g(); } return n; }
        static int M() { foreach (int x in new[] { 1, 2 }) { Foo f = default; int L() => f.Value; Func<object> g = () => x; return L(); } return 0; }
        static int M() { var (f, y) = new Foo(); Func<int> g = () => y; int L() => f.Value; return L() + g(); }
        static int M(object o) { if (o is Foo f) { int y = 2; Func<int> g = () => y; int L() => f.Value; return L() + g(); } return 0; }
        static int M(object o) { switch (o) { case Foo f: int y = 2; Func<int> g = () => y; int L() => f.Value; return L() + g(); } return 0; }
        static int M(object o) { switch (o) { case Foo f: { int L() => f.Value; return L(); } case string s: { Func<string> g = () => s; return g().Length; } } return 0; }
        static int M(object o) { switch (o) { case Foo f: int L() => f.Value; return L(); case string s: int n = 2; Func<int> g = () => n; return g(); } return 0; }
        static int M(object o) { int y = 1; Func<int> g = () => y; switch (o) { case Foo f: int L() => f.Value; return L(); } return g(); }
        static int M(int v) { switch (v) { case 1: Foo f = default; int L() => f.Value; return L(); case 2: int y = 2; Func<int> g = () => y; return g(); } return 0; }
        static int M(object o) => o switch { Foo f when new Func<bool>(() => f.Value > 1)() => 1, _ => 0 };
        static int M() { using Resource d = default; Foo f = default; Func<object> g = () => d; int L() => f.Value; g(); return L(); }
        static int M() { using (Resource d = default, e = default) { Foo f = default; int L() => f.Value; Func<object> g = () => d; return L(); } }
        static int M(int p) { Func<int> g = () => p; g(); lock (g) { Foo f = default; int L() => f.Value; return L(); } }
        static int M(int p) { Func<int> g = () => p; g(); checked { Foo f = default; int L() => f.Value; return L(); } }
        static int M() { int[] xs = { 1 }; fixed (int* q = xs) { Foo f = default; int L() => f.Value; int y = 1; { Func<int> g = () => y; g(); } return L(); } }
        static int M() { try { Foo f = default; int y = 1; int L() => f.Value; return L(); } finally { int y = 2; Func<int> g = () => y; g(); } }
        static int M() { try { return 1; } catch (Exception e) { Foo f = default; int L() => f.Value; Func<object> g = () => e; return L(); } }
        static int M() { try { return 1; } catch (Exception e) when (Get(out Foo f) && new Func<bool>(() => e != null)()) { int L() => f.Value; return L(); } }
        static int M() { again: Foo f = default; int L() => f.Value; { int y = 3; Func<int> g = () => y; if (g() > 3) goto again; } return L(); }
        static int M() { Foo f = default; int L() => f.Value; static int K() => 3; delegate*<int> g = &K; return L() + g(); }
        static int M() { Foo f = default; int y = 1; static int L(ref Foo x) => x.Value; Func<int> g = () => y; return L(ref f) + g(); }
        static int M() { Foo f = default; System.Linq.Expressions.Expression<Func<int>> e = () => f.Value; return 1; }
        static Func<int> M() { return () => { Foo f = default; int L() => f.Value; return L(); }; }
        static int M() { Func<int, int> g = x => { Foo f = default; int L() => f.Value; Func<int> h = () => x; return L() + h(); }; return g(1); }
        static int M() { Func<int, int> g = x => { Foo f = default; int y = 0; int L() => f.Value; { Func<int> h = () => y; h(); } return L(); }; return g(1); }
        static int M() { int K(int p) { Foo f = default; int L() => f.Value; Func<int> g = () => p; return L() + g(); } return K(1); }
        int M() { Foo f = default; int L() => f.Value; Func<int> g = () => _field; return L() + g(); }
        int M() { { Foo f = default; int L() => f.Value; Func<int> g = () => _field; return L() + g(); } }
        int M(Foo f) { int L() => f.Value; Func<int> g = () => _field; return L() + g(); }
        int M(Foo f) { int L() => f.Value; int K() => _field; Func<int> g = K; return L() + g(); }
        int M() { Foo f = default; int L() => f.Value; int K() => _field; return L() + K(); }
        int M() { Foo f = default; int L() => f.Value; async Task<int> K() => _field; return L() + K().Result; }
        int M() { Foo f = default; int L() => f.Value; Func<string> g = () => base.ToString(); g(); return L(); }
        int M() { Func<int> z = () => { Foo f = default; int L() => f.Value; Func<int> g = () => _field; return L() + g(); }; return z(); }
        int M() { int K() { Foo f = default; int L() => f.Value; Func<int> g = () => _field; return L() + g(); } return K(); }
        int P { get { Foo f = default; int L() => f.Value; Func<int> g = () => _field; return L() + g(); } }
        int this[int i] { get { Foo f = default; int L() => f.Value; Func<object> g = () => i; return L(); } }
        event Action E { add { Foo f = default; int L() => f.Value; Func<object> g = () => value; L(); } remove { } }
        Program(int p) { Foo f = default; int L() => f.Value; Func<int> g = () => p; L(); }
        Program(string p) : base(() => p.Length) { Foo f = default; int L() => f.Value; L(); }
        Program() : base() { Foo f = default; int L() => f.Value; Func<int> g = () => _field; L(); }
        Program() : base(out int q) { Foo f = default; int L() => f.Value; Func<int> g = () => q; L(); }
        Program(Foo f, int p) : base(() => p) { int L() => f.Value; L(); }
        Program(Foo f) : base() { int L() => f.Value; Func<int> g = () => _field; L(); }
        """.Split('\n').Select(member => member.Trim())];

    [Theory]
    [MemberData(nameof(Members))]
    public async Task AreAsTheCompilerMakesThem(string member)
    {
        var compilation = CSharpCompilation.Create(
            "Closures",
            [CSharpSyntaxTree.ParseText(Prelude + member + "\n}", Compiler.ParseOptions)],
            Compiler.References,
            Compiler.Options.WithNullableContextOptions(NullableContextOptions.Disable));

        ImmutableArray<Diagnostic> diagnostics = await Compiler.AnalyzeAsync(compilation, [new StorageAnalyzer()]);

        Assert.Equal(HasObjectWithElement(compilation), diagnostics.Any());
    }

    private static bool HasObjectWithElement(Compilation compilation)
    {
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        MetadataReference reference = MetadataReference.CreateFromImage(image.ToArray());
        var reader = CSharpCompilation.Create("Reader", references: Compiler.References.Add(reference), options: Compiler.Options.WithMetadataImportOptions(MetadataImportOptions.All));
        var assembly = (IAssemblySymbol)reader.GetAssemblyOrModuleSymbol(reference)!;
        return assembly.GetTypeByMetadataName("Program")!.GetTypeMembers()
            .Where(type => type.TypeKind == TypeKind.Class && type.Name.Contains("DisplayClass"))
            .SelectMany(type => type.GetMembers().OfType<IFieldSymbol>())
            .Any(field => field.Type.Name == "Foo");
    }
}
