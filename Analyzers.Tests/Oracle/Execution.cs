using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Runs what the analyzers judge: an element notes at which address its members are called.
/// </summary>
/// <remarks>Programs are classes with a method <c>Run</c>, which registers the addresses of the originals and says before each use which one it is.</remarks>
internal static class Execution
{
    /// <summary>What programs work with.</summary>
    private const string Prelude = """
        global using System;
        global using System.Collections.Generic;
        global using System.Diagnostics.CodeAnalysis;
        global using System.Runtime.CompilerServices;
        global using System.Runtime.InteropServices;
        global using IntrusiveLists;

        public static unsafe class Trace
        {
            private static readonly HashSet<nint> s_originals = new();
            private static int s_use;

            public static Dictionary<int, bool> Moved { get; } = new();

            public static void Start() { s_originals.Clear(); Moved.Clear(); }
            public static void Original(in Element element) => s_originals.Add(AddressOf(in element));
            public static void Use(int use) => s_use = use;

            public static int See(in Element element)
            {
                bool moved = !s_originals.Contains(AddressOf(in element));
                Moved[s_use] = moved || (Moved.TryGetValue(s_use, out bool before) && before);
                return 1;
            }

            private static nint AddressOf(in Element element) => (nint)Unsafe.AsPointer(ref Unsafe.AsRef(in element));
        }

        public interface IProbe { void Probe(); }

        public struct Element : IProbe, IDisposable
        {
            public int Value;
            public ListNode Node;

            public void Probe() => Trace.See(in this);
            public readonly void Look() => Trace.See(in this);
            public readonly void CallProbe() => Probe();
            public void CallLook() => Look();
            public int Property { get => Trace.See(in this); set => Trace.See(in this); }
            public readonly int Seen => Trace.See(in this);
            public int Half { readonly get => Trace.See(in this); set => Trace.See(in this); }
            public int Length { get => Trace.See(in this); }
            public int this[int index] { get => Trace.See(in this); set => Trace.See(in this); }
            public event Action Changed { add => Probe(); remove => Probe(); }
            public void Deconstruct(out int value, out int other) => value = other = Trace.See(in this);
            public Enumerator GetEnumerator() { Probe(); return default; }
            public void Dispose() => Probe();
            public static int operator +(Element left, int right) => Trace.See(in left);
            public static int operator -(in Element left, int right) => Trace.See(in left);
            public static Element operator ~(Element element) { Trace.See(in element); return default; }
            public static int operator !(in Element element) => Trace.See(in element);
            public void operator +=(int right) => Probe();
            public static explicit operator int(Element element) => Trace.See(in element);
            public static explicit operator long(in Element element) => Trace.See(in element);
            public override string ToString() { Probe(); return ""; }

            public struct Enumerator { public int Current => 0; public bool MoveNext() => false; }
        }

        public struct Silent { public Element Inner; public override int GetHashCode() => Trace.See(in Inner); }
        public struct Wrapper<T> where T : unmanaged { public T Value; public ListNode Node; }
        public ref struct Reference { public ref Element Writable; public ref readonly Element ReadOnly; }
        public delegate void Use(ref Element element);
        public delegate void Look(in Element element);
        public delegate ref Element Pick(ref Element element);

        public static class Uses
        {
            public static void ByReference(this ref Element element) => element.Probe();
            public static void ReadOnly(this in Element element) => element.Look();
            public static void ByValue(this Element element) => element.Probe();
            public static ref Element Pass(ref Element element) => ref element;
            public static ref readonly Element PassReadOnly(in Element element) => ref element;
            public static Element Copy(ref Element element) => Unsafe.As<Element, Wrapper<Element>>(ref element).Value;
        }

        public static class Blocks
        {
            extension(ref Element element)
            {
                public void InPlace() => element.Probe();
                public int PropertyInPlace => Trace.See(in element);
            }

            extension(Element element)
            {
                public void Elsewhere() => element.Probe();
                public int PropertyElsewhere => Trace.See(in element);
            }
        }
        """;

    private static readonly CSharpCompilationOptions s_options = Compiler.Options.WithOptimizationLevel(OptimizationLevel.Release);

    private static readonly SyntaxTree s_prelude = CSharpSyntaxTree.ParseText(Prelude, Compiler.ParseOptions, "Prelude.cs");

    /// <summary>Compiles programs together, each into its own class <c>Program0</c>, <c>Program1</c>, ...; fails when the compiler finds an error.</summary>
    public static Compilation Compile(IEnumerable<string> programs)
    {
        var compilation = CSharpCompilation.Create(
            "Programs" + Guid.NewGuid().ToString("N"),
            programs.Select((program, index) => CSharpSyntaxTree.ParseText(program, Compiler.ParseOptions, NameOf(index))).Prepend(s_prelude),
            Compiler.References,
            s_options);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    /// <summary>Returns the class that a program is.</summary>
    public static string NameOf(int program) => $"Program{program}";

    /// <summary>Runs each program, and returns for each of its uses whether it saw anything but an original.</summary>
    public static Dictionary<int, bool>[] Run(Compilation compilation)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        var assembly = Assembly.Load(image.ToArray());
        Type trace = assembly.GetType("Trace", throwOnError: true)!;
        return compilation.SyntaxTrees.Skip(1).Select((_, index) => Run(assembly, NameOf(index), trace)).ToArray();
    }

    private static Dictionary<int, bool> Run(Assembly assembly, string program, Type trace)
    {
        trace.GetMethod("Start")!.Invoke(null, null);
        assembly.GetType(program, throwOnError: true)!.GetMethod("Run")!.Invoke(null, null);
        return new Dictionary<int, bool>((Dictionary<int, bool>)trace.GetProperty("Moved")!.GetValue(null)!);
    }

    /// <summary>Returns what the copy rules report in each program.</summary>
    public static async Task<ILookup<string, Diagnostic>> JudgeAsync(Compilation compilation)
    {
        ImmutableArray<Diagnostic> diagnostics = await Compiler.AnalyzeAsync(compilation, Compiler.Analyzers);
        return diagnostics
            .Where(diagnostic => diagnostic.Id is "ILIST101" or "ILIST102" or "ILIST104")
            .ToLookup(diagnostic => diagnostic.Location.SourceTree!.FilePath);
    }
}
