using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// One construct after the other, compiled and run: where the copy rules report something the compiler does copy, and nowhere else.
/// </summary>
public sealed partial class ConstructTests
{
    /// <summary>
    /// Statements that use the element <c>r</c>, <c>i</c> (read-only) or <c>*p</c>, and members they need. Twins copy on the left of the arrow and not on the right.
    /// </summary>
    private static readonly (string Statements, string Members)[] s_twins =
    [
        // Variables, arguments, results
        ("«Element x = r→ref Element x = ref r»; x.Probe();", ""),
        ("var x = «*p→p»; «x.→x->»Probe();", ""),
        ("Use«Value→Reference»(«→ref »r);", "static void UseValue(Element x) => x.Probe(); static void UseReference(ref Element x) => x.Probe();"),
        ("Use(r);", "static void Use(«→in »Element x) => x.Look();"),
        ("Pick(ref r).Probe();", "static «→ref »Element Pick(ref Element x) => «→ref »x;"),
        ("Pick(ref r).Probe();", "static «→ref »Element Pick(ref Element x) { return «→ref »x; }"),
        ("«→ref »Element Pick(ref Element x) => «→ref »x; Pick(ref r).Probe();", ""),
        ("Element x = default; «(x = r)→Uses.Pass(ref r)».Probe(); x.Value++; «x→r».Probe();", ""),
        ("ref Element x = ref r; («x = r→x = ref r»).Probe();", ""),
        ("Use(ref r);", "static void Use(ref Element x) { «var y = x→ref var y = ref x»; y.Probe(); }"),

        // Expressions as receivers
        ("«((Element)r)→(r)».Probe();", ""),
        ("bool b = true; (b ? «r→ref r» : «*p→ref *p»).Probe();", ""),
        ("«(1 switch { 1 => r, _ => *p })→r».Probe();", ""),
        ("«checked((Element)r)→checked(r)!».Probe();", ""),
        ("«((Element)r)→(*&p[0])».Probe();", ""),
        ("Action act = «r.Probe→() => { }»; act(); «→r.Probe();»", ""),

        // Receivers that are read-only
        ("«i→r».Probe();", ""),
        ("i.«Probe→Look»();", ""),
        ("_ = «i→r».Property;", ""),
        ("_ = i.«Property→Seen»;", ""),
        ("_ = i.«Property→Half»;", ""),
        ("_ = «i→r»[0];", ""),
        ("_ = «i→r»[^1];", ""),
        ("_ = «i→r»[0] + 1;", ""),
        ("foreach (int x in «i→r») { }", ""),
        ("ref «readonly→» Element x = ref r; x.Probe();", ""),
        ("Use(ref r);", "static void Use(ref «readonly→» Element x) => x.Probe();"),
        ("var x = new Reference { Writable = ref r, ReadOnly = ref r }; x.«ReadOnly→Writable».Probe();", ""),
        ("new Readers(in r).Probe();", "ref struct Readers { public Readers(in Element e) { _e = ref e; } readonly ref readonly Element _e; public void Probe() => «_e→Unsafe.AsRef(in _e)».Probe(); }"),
        ("new «ReadOnlySpan→Span»<Element>(p, 1)[0].Probe();", ""),
        ("foreach (ref «readonly→» Element x in new Span<Element>(p, 1)) x.Probe();", ""),
        ("Uses.PassReadOnly(in r).«Probe→Look»();", ""),
        ("(true ? ref «i→r» : ref r).Probe();", ""),
        ("delegate*<in Element, void> use = &Use; use(in r);", "static void Use(in Element x) => x.«Probe→Look»();"),
        ("Look look = (in Element x) => x.«Probe→Look»(); look(in r);", ""),
        ("new Holder().Use();", "class Holder { «readonly→» Element _x; public void Use() { Trace.Original(in _x); _x.Probe(); } }"),
        ("new Holder();", "class Holder { readonly Element _x; public Holder() { Trace.Original(in _x); «Element x = _x; x→_x».Probe(); } }"),
        ("_ = new Holder { X = 1 };", "class Holder { readonly Element _x; public int X { init { Trace.Original(in _x); «Element x = _x; x→_x».Probe(); } } }"),
        ("new Holder(default).Use();", "«readonly→» struct Holder(Element x) { public void Use() { Trace.Original(in x); x.Probe(); } }"),
        ("new Holder(default).Use();", "struct Holder(Element x) { public «readonly→» void Use() { Trace.Original(in x); x.Probe(); } }"),
        ("new Holder().Use();", "struct Holder { Element _x; public «readonly→» void Use() { Trace.Original(in _x); _x.Probe(); } }"),
        ("new Holder().Use();", "struct Holder { Element _x; public int Use() { Trace.Original(in _x); return Seen; } «readonly→» int Seen => _x.Property; }"),
        ("new Holder().Use();", "struct Holder { public int X { «readonly→» get { Trace.Original(in _x); _x.Probe(); return field; } set { } } Element _x; public void Use() => _ = X; }"),
        ("Buffer b = default; Trace.Original(in b[0]); Use(ref b);", "static void Use(ref «readonly→» Buffer b) => b[0].Probe(); [InlineArray(2)] struct Buffer { Element _first; }"),

        // Patterns; what they only read, they may read in a copy
        ("_ = r is { «Property→Value»: 0 }; «→r.Probe();»", ""),
        ("_ = r is «var x→{ Value: 0 }» && «x→r».Seen == 1;", ""),
        ("_ = r is «Element x→Element» && «x→r».Seen == 1;", ""),
        ("_ = r is { Value: 0 } «x→» && «x→r».Seen == 1;", ""),
        ("switch (r) { case { «Property→Value»: 0 }: break; } «→r.Probe();»", ""),
        ("_ = r switch { { «Property→Value»: 0 } => 1, _ => 2 }; «→r.Probe();»", ""),
        ("switch (r) { case «var x→{ }» when «x→r».Seen == 1: break; }", ""),
        ("_ = r is «(1, 1)→{ Value: 0 }» && r.Seen == 1;", ""),
        ("_ = new Span<Element>(p, 1) is [«var x→{ Value: 0 }»] && «x→p[0]».Seen == 1;", ""),

        // Deconstruction
        ("«var (x, y) = r→r.Deconstruct(out int x, out int y)»;", ""),
        ("int x, y; «(x, y) = *p→p->Deconstruct(out x, out y)»;", ""),
        ("foreach («var (x, y)→ref var x» in new Span<Element>(p, 1)) { «→x.Probe();» }", ""),
        ("var (x, _) = new Pair<int>(ref r);", "ref struct Pair<T> { ref Element _e; public Pair(ref Element e) { _e = ref e; } public void Deconstruct(out int x, out int y) { x = y = 0; «Element e = _e; e→_e».Probe(); } }"),
        ("«(Element x, int y) = (r, 1)→ref Element x = ref r»; x.Probe();", ""),

        // Loops, using, tuples, collections
        ("foreach («var→ref var» x in new Span<Element>(p, 1)) x.Probe();", ""),
        ("foreach (var x in «new Span<Element>(p, 1)→new Ptr<Element>[] { p }») x«→.Value».Probe();", ""),
        ("var x = («r→new Ptr<Element>(p)», 1); x.Item1«→.Value».Probe();", ""),
        ("var x = new { X = «r→new Ptr<Element>(p)» }; x.X«.Look()→.Value.Probe()»;", ""),
        ("Span<«Element→Ptr<Element>»> x = [«r→p»]; x[0]«→.Value».Probe();", ""),
        ("Ptr<Element>[] x = [p]; x[0].Value.Probe(); «Element[] y = [..new Span<Element>(p, 1)]; y[0].Probe();→»", ""),
        ("var x = stackalloc «Element→Ptr<Element>»[] { «r→p» }; x[0]«→.Value».Probe();", ""),
        ("Use(«r→p»);", "static void Use(params Span<«Element→Ptr<Element>»> x) => x[0]«→.Value».Probe();"),
        ("Buffer b = default; b[0].Value = 1; Trace.Original(in b[0]); foreach («var→ref var» x in b«→[..]») x.Probe();", "[InlineArray(1)] struct Buffer { Element _first; }"),

        // With, operators, conversions
        ("var x = «r with { Value = 1 }→new Ptr<Element>(p)»; x«→.Value».Probe();", ""),
        ("_ = r «+→-» 1;", ""),
        ("_ = «~→!»r;", ""),
        ("_ = («int→long»)r;", ""),
        ("r += 1; «_ = r + 1;→»", ""),

        // Receivers of extensions
        ("r.By«Value→Reference»();", ""),
        ("i.«ByValue→ReadOnly»();", ""),
        ("r.«Elsewhere→InPlace»();", ""),
        ("_ = r.Property«Elsewhere→InPlace»;", ""),
        ("foreach (int x in new Wide<int>(ref r)) { }", "ref struct Wide<T> { public ref Element E; public Wide(ref Element e) { E = ref e; } public Element.Enumerator GetEnumerator() { «Element e = E; e→E».Probe(); return default; } }"),

        // Boxes
        ("Pick pick = (ref Element x) => ref «new Span<Element>([x])[0]→x»; pick(ref r).Probe();", ""),
        ("((«IProbe)r).→Element*)p)->»Probe();", ""),
        ("using («r→Element x = default») { «→Trace.Original(in x);» }", ""),
        ("_ = «$\"{r}\"→r.ToString()»;", ""),
        ("«IProbe→var» x = «r→p»; x«.→->»Probe();", ""),
        ("Use(«→ref »r);", "static void Use«→<[AddressStable] T>»(«IProbe→ref T» x) «→where T : struct, IProbe» => x.Probe();"),
        ("Use<Element>(ref r);", "static void Use<[AddressStable] T>(ref «readonly→» T x) where T : struct, IProbe => x.Probe();"),
        ("_ = «string.Format(\"{0}\", r)→r.ToString()»;", ""),
        ("if (r is IProbe «x→») «x→r».Probe();", ""),
        ("«(r as IProbe)→r».Probe();", ""),
        ("object x = «r→1»; «((IProbe)x)→r».Probe();", ""),
        ("Silent x = default; Trace.Original(in x.Inner); «Silent y = x; y→x».GetHashCode();", ""),

        // Copies of whole blocks
        ("Element* x = stackalloc Element[1]; «new Span<Element>(p, 1).CopyTo(new Span<Element>(x, 1))→x = p»; x->Probe();", ""),
        ("Element* x = stackalloc Element[1]; «Buffer.MemoryCopy(p, x, sizeof(Element), sizeof(Element))→x = p»; x->Probe();", ""),
        ("Record x = default; Trace.Original(in x.Inner); _ = x.«ToString→Show»();", "record struct Record(int Id) { public Element Inner; public string Show() => Inner.ToString(); }"),
        ("Record x = default; Trace.Original(in x.Inner); x.Inner.Probe(); _ = x.ToString();", "record struct Record(int Id) { «public→internal» Element Inner; }"),
    ];

    private static readonly Task<(string Program, bool Moved, bool Seen, string[] Reported)[]> s_results = RunAsync();

    public static TheoryData<int, string> Twins
    {
        get
        {
            var rows = new TheoryData<int, string>();
            for (int row = 0; row < s_twins.Length; row++)
            {
                rows.Add(row, $"{s_twins[row].Statements} {s_twins[row].Members}");
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task WrongTwinIsReportedAndCopies(int row, string twins)
    {
        Assert.Contains('→', twins);
        (string program, bool moved, _, string[] reported) = (await s_results)[row * 2];
        Assert.True(moved, "The compiler does not copy: " + program);
        Assert.True(reported.Length > 0, "Nothing is reported: " + program);
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task RightTwinIsAcceptedAndDoesNotCopy(int row, string twins)
    {
        Assert.Contains('→', twins);
        (string program, bool moved, bool seen, string[] reported) = (await s_results)[(row * 2) + 1];
        Assert.True(seen, "Nothing is used: " + program);
        Assert.False(moved, "The compiler copies: " + program);
        Assert.Equal([], reported);
    }

    private static async Task<(string Program, bool Moved, bool Seen, string[] Reported)[]> RunAsync()
    {
        string[] programs = s_twins.SelectMany(twins => new[] { "$1", "$2" }.Select(twin => (Difference().Replace(twins.Statements, twin), Difference().Replace(twins.Members, twin)))).Select(Write).ToArray();
        Compilation compilation = Execution.Compile(programs);
        ILookup<string, Diagnostic> verdicts = await Execution.JudgeAsync(compilation);
        Dictionary<int, bool>[] runs = Execution.Run(compilation);
        return programs.Select((program, index) =>
            (program, runs[index].ContainsValue(true), runs[index].Count > 0, verdicts[Execution.NameOf(index)].Select(verdict => verdict.ToString()).ToArray())).ToArray();
    }

    private static string Write((string Statements, string Members) source, int index) =>
        $$"""
        public static unsafe class {{Execution.NameOf(index)}}
        {
            public static void Run()
            {
                Element element = default;
                Trace.Original(in element);
                Body(ref element, in element, &element);
            }

            static void Body(ref Element r, in Element i, Element* p) { {{source.Statements}} }
            {{source.Members}}
        }
        """;

    [GeneratedRegex("«([^«»→]*)→([^«»→]*)»")]
    private static partial Regex Difference();
}
