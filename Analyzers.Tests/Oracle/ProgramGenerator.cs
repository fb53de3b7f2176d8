using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Writes random programs that use one element in many ways, each use on a line of its own.
/// </summary>
internal static class ProgramGenerator
{
    private const int MaximalDepth = 3;

    private const string Before = """
        public static unsafe class Program0
        {
            static Silent s_outer;
            static void Take(Element e) => e.Probe();
            static void Change(ref Element e) => e.Probe();
            static void See(in Element e) => e.Look();

        """;

    private const string Parameters = "ref Element r, in Element i, Element* p, ref Silent o, in Silent c, bool b";

    private const string Variables =
        "ref Element local = ref r; ref readonly Element seen = ref r; Reference holder = new() { Writable = ref r, ReadOnly = ref r }; "
        + "Span<Element> span = new(p, 1); ReadOnlySpan<Element> readOnly = span; Ptr<Element> q = p;";

    private static readonly Place[] s_variables =
    [
        new("r", Access.Write),
        new("i", Access.Read),
        new("(*p)", Access.Write),
        new("p[0]", Access.Write),
        new("local", Access.Write),
        new("seen", Access.Read),
        new("holder.Writable", Access.Write),
        new("holder.ReadOnly", Access.Read),
        new("span[0]", Access.Write),
        new("span[^1]", Access.Write),
        new("readOnly[0]", Access.Read),
        new("q.Value", Access.Write),
        new("o.Inner", Access.Write),
        new("c.Inner", Access.Read),
        new("s_outer.Inner", Access.Write),
    ];

    /// <summary>What the grammar must know to write nothing that the compiler refuses.</summary>
    private enum Access
    {
        Value,
        Read,
        Write,
    }

    /// <summary>Gets the uses of a program.</summary>
    public static Gen<string[]> Uses { get; } = PlaceOf(MaximalDepth)
        .SelectMany(place => AnyOf(UsesOf(place)))
        .SelectMany(use => AnyOf(WithFlow(use)))
        .Array[10, 40];

    /// <summary>Writes a program around its uses. For a few of them the compiler emits what the runtime refuses: they do not count.</summary>
    public static string Write(string[] uses) =>
        $$"""
        {{Before}}{{Join(uses, (use, number) => $"static void Use{number}({Parameters}) {{ {Variables} {use} }}")}}
            public static void Run()
            {
                fixed (Element* p = &s_outer.Inner)
                {
                    Trace.Original(in *p);
                    {{Join(uses, (_, number) => $"try {{ Trace.Use({number}); Use{number}(ref *p, in *p, p, ref s_outer, in s_outer, true); }} catch (InvalidProgramException) {{ Trace.Moved.Remove({number}); }}")}}
                }
            }
        }
        """;

    /// <summary>Returns the number of the use on a line of a program.</summary>
    public static int UseAt(int line) => line - Before.Count(character => character == '\n');

    private static string Join(string[] uses, Func<string, int, string> write) => string.Join("\n", uses.Select(write));

    private static Gen<T> AnyOf<T>(IEnumerable<T> choices)
    {
        T[] all = choices.ToArray();
        return Gen.Int[0, all.Length - 1].Select(index => all[index]);
    }

    private static Gen<Place> PlaceOf(int depth)
    {
        Gen<Place> variable = AnyOf(s_variables);
        return depth == 0
            ? variable
            : Gen.Select(PlaceOf(depth - 1), variable).SelectMany(pair => AnyOf(PlacesOf(pair.Item1, pair.Item2)));
    }

    private static IEnumerable<Place> PlacesOf(Place place, Place other)
    {
        yield return place;
        yield return new Place($"({place.Text})", place.Access);
        yield return new Place($"(b ? {place.Text} : {other.Text})", Access.Value);
        yield return new Place($"(1 switch {{ 1 => {place.Text}, _ => {other.Text} }})", Access.Value);
        if (place.Access != Access.Value)
        {
            yield return new Place($"Uses.PassReadOnly(in {place.Text})", Access.Read);
            yield return new Place($"Unsafe.AsRef(in {place.Text})", Access.Write);
            yield return new Place($"MemoryMarshal.CreateReadOnlySpan(in {place.Text}, 1)[0]", Access.Read);
            yield return new Place($"(b ? ref {place.Text} : ref {other.Text})", place.Access < other.Access ? place.Access : other.Access);
        }

        if (place.Access == Access.Write)
        {
            yield return new Place($"Uses.Pass(ref {place.Text})", Access.Write);
            yield return new Place($"MemoryMarshal.CreateSpan(ref {place.Text}, 1)[0]", Access.Write);
            yield return new Place($"((Pick)((ref Element x) => ref x))(ref {place.Text})", Access.Write);
            yield return new Place($"new Reference {{ Writable = ref {place.Text} }}.Writable", Access.Write);
        }
    }

    private static IEnumerable<string> UsesOf(Place place)
    {
        string text = place.Text;
        string[] anywhere =
        [
            $"{text}.Probe();",
            $"{text}.Look();",
            $"_ = {text}.Property;",
            $"_ = {text}.Seen;",
            $"_ = {text}.Half;",
            $"_ = {text}[0] + {text}[^1];",
            $"{text}.ReadOnly();",
            $"{text}.ByValue();",
            $"{text}.Elsewhere();",
            $"Take({text});",
            $"See({text});",
            $"var x = {text}; x.Probe();",
            $"_ = {text} + 1;",
            $"_ = {text} - 1;",
            $"_ = !{text};",
            $"_ = ~{text};",
            $"_ = (int){text};",
            $"_ = (long){text};",
            $"foreach (int x in {text}) {{ }}",
            $"var (x, y) = {text};",
            $"_ = {text} is {{ Property: 1 }};",
            $"if ({text} is var x) x.Probe();",
            $"switch ({text}) {{ case {{ Property: 1 }}: break; }}",
            $"_ = {text}.ToString();",
            $"_ = $\"{{{text}}}\";",
            $"((IProbe){text}).Probe();",
            $"Action act = {text}.Probe; act();",
            $"({WithoutParentheses(text)} with {{ Value = 1 }}).Probe();",
            $"Span<Element> x = [{text}]; x[0].Probe();",
            $"var x = ({text}, 1); x.Item1.Probe();",
        ];
        string[] references = [$"See(in {text});", $"ref readonly Element x = ref {text}; x.Look();", $"ref readonly Element x = ref {text}; x.Probe();", $"((Look)((in Element x) => x.Look()))(in {text});"];
        string[] writes =
        [
            $"Change(ref {text});",
            $"ref Element x = ref {text}; x.Probe();",
            $"{text}.ByReference();",
            $"{text}.InPlace();",
            $"{text}.Property = 1;",
            $"{text}[0] = 1;",
            $"{text}.Property += 1;",
            $"{text}.Half++;",
            $"{text}.Changed += () => {{ }};",
            $"((Use)((ref Element x) => x.Probe()))(ref {text});",
            $"((Use)((ref Element x) => {{ var y = x; y.Probe(); }}))(ref {text});",
            $"foreach (ref Element x in MemoryMarshal.CreateSpan(ref {text}, 1)) x.Probe();",
            $"foreach (var x in MemoryMarshal.CreateSpan(ref {text}, 1)) x.Probe();",
            $"fixed (Element* x = &Uses.Pass(ref {text})) x->Probe();",
            $"static void Local(ref Element x) => x.Probe(); Local(ref {text});",
            $"static int Local(Element x) => x.Property; _ = Local({text});",
        ];
        return anywhere.Concat(place.Access == Access.Value ? [] : references).Concat(place.Access == Access.Write ? writes : []);
    }

    private static IEnumerable<string> WithFlow(string use) =>
    [
        $"{{ {use} }}",
        $"if (b) {{ {use} }}",
        $"for (int k = 0; k < 2; k++) {{ {use} }}",
        $"while (b) {{ {use} break; }}",
        $"do {{ {use} }} while (!b);",
        $"try {{ {use} }} finally {{ }}",
        $"try {{ }} finally {{ {use} }}",
        $"switch (b) {{ case true: {{ {use} }} break; }}",
        $"checked {{ {use} }}",
        $"lock (\"\") {{ {use} }}",
    ];

    // The compiler takes a name in parentheses before 'with' for a cast.
    private static string WithoutParentheses(string text) => text.Trim('(', ')') is var inner && inner.All(character => char.IsLetterOrDigit(character) || character is '.' or '_') ? inner : text;

    /// <param name="Text">An expression whose value is the element.</param>
    /// <param name="Access">How it may be used.</param>
    private sealed record Place(string Text, Access Access);
}
