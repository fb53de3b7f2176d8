using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CsCheck;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// Makes random programs. A program is determined by its size and its seed.
/// </summary>
internal sealed class ShapeGenerator
{
    private const int LargestSize = 4;

    private static readonly (string Constraint, string[] Arguments)[] Constraints =
    [
        ("", ["int", "long", "string", "(int, long)", "int?", "global::System.Guid", "nint", "int[]", "void*"]),
        ("unmanaged", ["int", "byte", "global::System.Guid", "(int, nint)"]),
        ("struct", ["int", "long", "global::System.Threading.CancellationToken"]),
        ("class", ["string", "object", "int[]"]),
        ("class?", ["string", "object"]),
        ("notnull", ["int", "string"]),
        ("new()", ["int", "object"]),
        ("class, new()", ["object"]),
        ("global::System.IComparable<{0}>", ["int", "string"]),
        ("unmanaged, global::System.IComparable<{0}>", ["int"]),
        ("global::System.Enum", ["global::System.DayOfWeek"]),
        ("unmanaged, global::System.Enum", ["global::System.DayOfWeek"]),
        ("struct, global::System.IDisposable", ["global::System.Threading.CancellationTokenRegistration"]),
        ("allows ref struct", ["int", "global::System.Span<int>"]),
        ("global::System.IComparable<{0}>, allows ref struct", ["int"]),
    ];

    private readonly Random _random;
    private readonly int _size;
    private readonly List<TypeShape> _elements = [];
    private readonly List<TypeShape> _owners = [];
    private readonly Queue<string> _typeNames;
    private readonly Dictionary<TypeShape, string[]> _nodes = [];
    private int _heads;

    private ShapeGenerator(int size, int seed)
    {
        _random = new Random(seed);
        _size = size;
        string[] names = [.. Names.Types.Concat(Names.UsedTypes)];
        _random.Shuffle(names);
        _typeNames = new Queue<string>(names);
    }

    /// <summary>Gets random programs, the small ones found first where one fails.</summary>
    public static Gen<Shape> Shapes => Gen.Select(Gen.Int[1, LargestSize], Gen.Int, Make);

    /// <summary>Returns the program of a size and a seed.</summary>
    public static Shape Make(int size, int seed) => new ShapeGenerator(size, seed).Make();

    private Shape Make()
    {
        bool hasLibrary = Chance(15);
        for (int count = Count(); count > 0; count--)
        {
            string containing = Pick(Names.Namespaces);
            _owners.Add(new TypeShape(containing, MakeLevels(containing, OwnerKind, _size / 2, [])));
        }

        for (int count = Count(); count > 0; count--)
        {
            AddElement(hasLibrary);
        }

        foreach (TypeShape owner in _owners)
        {
            AddHeads(owner);
        }

        string library = hasLibrary ? string.Concat(_elements.Select(element => element.Write(element.Members, isFirst: true))) : "";
        return new Shape(WriteFiles(hasLibrary ? _owners : [.. _elements, .. _owners]), library, _heads);
    }

    private void AddElement(bool inLibrary)
    {
        TypeShape? around = !inLibrary && Chance(35) ? Pick(_owners) : null;
        string containing = around?.Namespace ?? Pick(Names.Namespaces);
        var element = new TypeShape(containing, MakeLevels(containing, ElementKind, around is null ? _size / 2 : 0, around?.Levels ?? []));
        string[] nodes = PickDistinct(Names.Nodes, Count());
        _nodes.Add(element, [.. nodes.Select(Names.ValueOf)]);
        element.Members.AddRange(nodes.Select(node => $"{Pick("public ", "public ", "internal ", "private ", "")}{(element.Self.Modifier == "readonly " || Chance(3) ? "readonly " : "")}global::IntrusiveLists.ListNode {node};"));
        element.Members.AddRange(element.Levels.SelectMany(level => level.Parameters).Where(_ => Chance(40)).Select((parameter, index) => $"public {(element.Self.Modifier == "readonly " ? "readonly " : "")}{parameter.Name} Value{index};"));
        _elements.Add(element);
    }

    private void AddHeads(TypeShape owner)
    {
        string[] locks = Chance(30) ? PickDistinct(["Lock", "_lock", "_gate", "@lock", "s_lock"], Chance(25) ? 2 : 1) : [];
        owner.Members.AddRange(locks.Select(name => $"{Pick("private ", "public ", "")}{(IsStatic(owner) ? "static " : "")}{Pick("global::IntrusiveLists.ListLock", "global::System.Threading.SpinLock", "readonly object")} {name};"));
        foreach (string head in PickDistinct(Names.Heads, Count()))
        {
            owner.Members.Add(Tag(owner, locks) + Field(owner, head));
            _heads++;
        }
    }

    private string Tag(TypeShape owner, string[] locks)
    {
        TypeShape element = Pick(_elements);
        bool isOpen = element.Arity > 0 && (owner.Arity > 0 ? Chance(80) : Chance(5));
        string node = Chance(97) ? Pick(_nodes[element]) : "Missing";
        string name = Chance(10) ? $", Name = \"{Pick("Ready", "class", "field", "Items", "Ключ", "1", "Dispose")}\"" : "";
        string guard = locks.Length > 0 && Chance(60) ? $", Lock = \"{Names.ValueOf(Pick(locks))}\"" : "";
        return $"[global::IntrusiveLists.Contains(typeof({element.InCode(isOpen)}), \"{node}\"{name}{guard})] ";
    }

    private string Field(TypeShape owner, string name)
    {
        string accessibility = Pick("private ", "private ", "public ", "internal ", owner.Self.Keyword is "class" or "record" && owner.Self.Modifier != "static " ? "protected internal " : "");
        bool isStatic = IsStatic(owner) || Chance(8);
        bool isReadOnly = owner.Self.Modifier == "readonly " && !isStatic;
        bool moves = owner.Self.Keyword is "class" or "record" && !isStatic;
        return Pick(moves ? "pinned" : "head", moves ? "pinned" : "head", "pinned", "array") switch
        {
            "pinned" => $"{accessibility}{(isStatic ? "static " : "")}readonly global::IntrusiveLists.PinnedListHead {name}{(moves || isStatic ? " = new()" : "")};",
            "array" => $"{FixedAddress(isStatic)}{accessibility}{(isStatic ? "static " : "")}{(isReadOnly ? "readonly " : "")}global::Slots {name};",
            _ => $"{FixedAddress(isStatic)}{accessibility}{(isStatic ? "static " : "")}{(isReadOnly ? "readonly " : "")}global::IntrusiveLists.ListHead {name};",
        };
    }

    private static string FixedAddress(bool isStatic) => isStatic ? "[global::System.Runtime.CompilerServices.FixedAddressValueType] " : "";

    private static bool IsStatic(TypeShape owner) => owner.Self.Keyword == "interface" || owner.Self.Modifier == "static ";

    private List<TypeLevel> MakeLevels(string containing, Func<(string Modifier, string Keyword)> kindOfLast, int depth, IReadOnlyList<TypeLevel> around)
    {
        List<TypeLevel> levels = [.. around];
        for (int index = Chance(50) ? 0 : _random.Next(depth + 1); index >= 0; index--)
        {
            TypeLevel? outer = levels.LastOrDefault();
            (string modifier, string keyword) = index > 0 ? ContainerKind() : kindOfLast();
            levels.Add(new TypeLevel(AccessibilityWithin(outer), modifier, keyword, TypeName(outer is null ? containing : null), IsPartial: Chance(index > 0 || around.Count == 0 ? 95 : 80), MakeParameters(levels)));
        }

        return levels;
    }

    // One type parameter with the name of another is rare, and hides it.
    private TypeParameter[] MakeParameters(IEnumerable<TypeLevel> around)
    {
        string[] used = [.. around.SelectMany(level => level.Parameters).Select(parameter => parameter.Name)];
        string[] names = PickDistinct(used.Length > 0 && Chance(10) ? used : [.. Names.TypeParameters.Except(used)], Chance(65) ? 0 : _random.Next(1, 4));
        return [.. names.Select(MakeParameter)];
    }

    private TypeParameter MakeParameter(string name)
    {
        (string constraint, string[] arguments) = Chance(40) ? Constraints[1] : Pick(Constraints);
        return new TypeParameter(name, constraint, Chance(10) && constraint.Length == 0 ? "global::System.Collections.Generic.KeyValuePair<int, int>" : Pick(arguments));
    }

    private string AccessibilityWithin(TypeLevel? outer) => outer switch
    {
        null => Pick("public", "public", "internal", "", Chance(25) ? "file" : ""),
        { Keyword: "class" or "record" or "interface", Modifier: not "static " } => Pick("public", "public", "internal", "private", "protected", "protected internal", "private protected", ""),
        _ => Pick("public", "public", "internal", "private", ""),
    };

    private (string Modifier, string Keyword) ContainerKind() => Pick(("", "class"), ("", "class"), ("", "struct"), ("", "record"), ("", "record struct"), ("", "interface"), ("static ", "class"), ("ref ", "struct"), ("readonly ", "struct"));

    private (string Modifier, string Keyword) OwnerKind() => Pick(("", "struct"), ("", "struct"), ("", "class"), ("", "class"), ("", "record"), ("", "record struct"), ("", "interface"), ("static ", "class"), ("ref ", "struct"), ("readonly ", "struct"));

    private (string Modifier, string Keyword) ElementKind() => Chance(88) ? ("", "struct") : Pick(("", "record struct"), ("", "record struct"), ("readonly ", "struct"), ("ref ", "struct"), ("", "class"));

    /// <summary>Spreads the parts of the types over files, in any order.</summary>
    private ImmutableArray<string> WriteFiles(IEnumerable<TypeShape> types)
    {
        string[] files = new string[_random.Next(1, _size + 1)];
        files[0] = "[global::System.Runtime.CompilerServices.InlineArray(4)] public struct Slots { private global::IntrusiveLists.ListHead _first; }\n";
        TypeShape[] shuffled = [.. types];
        _random.Shuffle(shuffled);
        foreach (TypeShape type in shuffled)
        {
            int parts = type.IsPartial ? _random.Next(1, _size + 1) : 1;
            int first = _random.Next(files.Length);
            ILookup<int, string> members = type.Members.ToLookup(_ => _random.Next(parts));
            for (int part = 0; part < parts; part++)
            {
                files[type.IsFileLocal ? first : _random.Next(files.Length)] += type.Write(members[part], part == 0);
            }
        }

        return [.. files.Select(file => file ?? "")];
    }

    private string TypeName(string? containing)
    {
        string name = _typeNames.Dequeue();
        return containing is "" or "System" or "IntrusiveLists" or "IntrusiveLists.Links" && Names.UsedTypes.Contains(name) ? TypeName(containing) : name;
    }

    private int Count() => _random.Next(1, _size + 1);

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(params IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    private string[] PickDistinct(string[] names, int count)
    {
        string[] distinct = [.. names.DistinctBy(Names.ValueOf)];
        _random.Shuffle(distinct);
        return distinct[..Math.Min(count, distinct.Length)];
    }
}
