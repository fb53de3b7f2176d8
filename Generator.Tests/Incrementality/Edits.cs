using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// The kinds of edits, each by the name that it has in <see cref="ReasonTable"/>. One that does not find its text changes nothing.
/// </summary>
internal static class Edits
{
    private const string Node = "public ListNode Node;\n        public ListNode Other;";

    private static readonly Dictionary<string, Func<CSharpCompilation, CSharpCompilation>> Table = new()
    {
        // Nothing that a tag is about
        ["nothing"] = program => program,
        ["comment, in a file without lists"] = InBystander("public static class", "/* Comment */ public static class"),
        ["method body, in a file without lists"] = InBystander("=> 42", "=> 43"),
        ["type renamed, in a file without lists"] = InBystander("class Bystander", "class Renamed"),
        ["file without lists added"] = program => program.AddSyntaxTrees(Sources.Tree("class New { int x; }", "New.cs")),
        ["file without lists removed"] = program => program.RemoveSyntaxTrees(program.SyntaxTrees.Where(tree => tree.FilePath == EditedProgram.BystanderFile)),
        ["comment, in the elements' file"] = InElements("// Elements", "// Elements, with another comment"),
        ["comment, in the owner's file"] = InOwner("// Owner", "// Owner, with another comment"),
        ["white space, in the owner's file"] = InOwner("public int Count()", "    public int Count()"),
        ["line added above the tags"] = InOwner("// Owner", "\n    // Owner"),
        ["method body of the owner"] = InOwner("=> 1", "=> 2"),
        ["member of the owner added"] = InOwner("public int Count() => 1;", "public int Count() => 1; public int Sum() => 2;"),
        ["member of the owner removed"] = InOwner("public int Count() => 1;", ""),
        ["type added to the elements' file"] = InElements("public struct Free", "public struct Unrelated { }\n    public struct Free"),
        ["other field of an element renamed"] = InElements("Value", "Renamed"),
        ["other field of an element retyped"] = InElements("int Value", "long Value"),
        ["other field of an element added"] = InElements("public int Value;", "public int Value; public long More;"),
        ["node moved within its element"] = InElements("public int Value;\n        public ListNode Node;", "public ListNode Node;\n        public int Value;"),

        // The head and its tag
        ["head renamed"] = InOwner("_foos", "_renamed"),
        ["head made public"] = InOwner("private ListHead _foos", "public ListHead _foos"),
        ["head made static"] = InQueue("private readonly PinnedListHead _remote", "private static readonly PinnedListHead _remote"),
        ["head added"] = InOwner("public int Count()", "[Contains(typeof(Free), nameof(Free.Node))] private ListHead _more; public int Count()"),
        ["head removed"] = InOwner("[Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _foos;", ""),
        ["last head of a node removed"] = InQueue("[Contains(typeof(Remote), nameof(Remote.Node))] private readonly PinnedListHead _remote = new();", ""),
        ["heads swapped"] = InOwner("Foo", "Swapped", "Free", "Foo", "Swapped", "Free"),
        ["head is no head any more"] = InOwner("private ListHead _foos", "private int _foos"),
        ["tag removed"] = InOwner("[Contains(typeof(Foo), nameof(Foo.Node))] ", ""),
        ["tag written otherwise"] = InOwner("Contains(typeof(Foo), nameof(Foo.Node))", "IntrusiveLists.Contains(typeof(App.Foo), \"Node\")"),
        ["tag names another element"] = InOwner("Contains(typeof(Foo), nameof(Foo.Node))", "Contains(typeof(Free), nameof(Free.Node))"),
        ["tag names another node"] = InOwner("nameof(Foo.Node)", "nameof(Foo.Other)"),
        ["tag names no node"] = InOwner("nameof(Foo.Node)", "\"Missing\""),
        ["tag gives the list a name"] = InOwner("nameof(Foo.Node))", "nameof(Foo.Node), Name = \"Things\")"),

        // The owner
        ["owner not partial any more"] = InOwner("public partial struct Owner", "public struct Owner"),
        ["owner made generic"] = InOwner("public partial struct Owner", "public partial struct Owner<T>"),
        ["owner made a record"] = InOwner("public partial struct Owner", "public partial record struct Owner"),
        ["owner renamed"] = InOwner("struct Owner", "struct Renamed"),
        ["owner made internal"] = InOwner("public partial struct Owner", "internal partial struct Owner"),
        ["owner has a member of the list's name"] = InOwner("public int Count() => 1;", "public int Foos => 1;"),
        ["owner in another namespace"] = InOwner("namespace App", "namespace App.Inner"),
        ["owner added in another file"] = program => program.AddSyntaxTrees(Sources.Tree(EditedProgram.Owner.Replace("Owner", "Third", StringComparison.Ordinal), "Third.cs")),
        ["owner's file removed"] = program => program.RemoveSyntaxTrees(program.SyntaxTrees.Where(tree => tree.FilePath == EditedProgram.OwnerFile)),
        ["lock removed"] = InQueue("private ListLock _lock;", ""),
        ["lock added"] = InOwner("public int Count()", "private ListLock _lock; public int Count()"),
        ["lock renamed"] = InQueue("_lock", "_gate"),
        ["lock of another kind"] = InQueue("private ListLock _lock;", "private readonly object _lock = new();"),

        // The element, which is in another file than the tag
        ["node renamed"] = InElements(Node, Node.Replace("Node;\n", "Renamed;\n", StringComparison.Ordinal)),
        ["node made private"] = InElements(Node, "private" + Node["public".Length..]),
        ["node made a number"] = InElements(Node, Node.Replace("ListNode Node", "int Node", StringComparison.Ordinal)),
        ["element not partial any more"] = InElements("public partial struct Foo", "public struct Foo"),
        ["element made partial"] = InElements("public struct Free", "public partial struct Free"),
        ["element made a record"] = InElements("public partial struct Foo", "public partial record struct Foo"),
        ["element made internal"] = InElements("public partial struct Foo", "internal partial struct Foo"),
        ["element holds a reference"] = InElements("public int Value;", "public string Value;"),
        ["element in another namespace"] = InElements("using IntrusiveLists;", "global using Elements;\nusing IntrusiveLists;", "namespace App", "namespace Elements"),
        ["element renamed, but not in its tags"] = InElements("struct Foo", "struct Renamed"),

        // What is no source
        ["reference added"] = program => program.AddReferences(Sources.Library("Added", "public class Added;")),
        ["library's unrelated field added"] = program => EditedProgram.WithLibrary(program, EditedProgram.Library.Replace("int Value;", "int Value; public long More;", StringComparison.Ordinal)),
        ["library's node renamed"] = program => EditedProgram.WithLibrary(program, EditedProgram.Library.Replace("Node;", "Renamed;", StringComparison.Ordinal)),
        ["assembly renamed"] = program => program.WithAssemblyName("Renamed"),
        ["optimization on"] = program => program.WithOptions(program.Options.WithOptimizationLevel(OptimizationLevel.Release)),
        ["symbol defined"] = WithParseOptions(options => options.WithPreprocessorSymbols("DEFINED")),
        ["language version 12"] = WithParseOptions(options => options.WithLanguageVersion(LanguageVersion.CSharp12)),
        ["language version 8"] = WithParseOptions(options => options.WithLanguageVersion(LanguageVersion.CSharp8)),
        ["files in another order"] = program => program.RemoveAllSyntaxTrees().AddSyntaxTrees(program.SyntaxTrees.Reverse()),
    };

    public static IEnumerable<string> Names => Table.Keys;

    public static CSharpCompilation Apply(string name, CSharpCompilation program) => Table[name](program);

    private static Func<CSharpCompilation, CSharpCompilation> InElements(params string[] texts) => In(EditedProgram.ElementsFile, texts);

    private static Func<CSharpCompilation, CSharpCompilation> InOwner(params string[] texts) => In(EditedProgram.OwnerFile, texts);

    private static Func<CSharpCompilation, CSharpCompilation> InQueue(params string[] texts) => In(EditedProgram.QueueFile, texts);

    private static Func<CSharpCompilation, CSharpCompilation> InBystander(params string[] texts) => In(EditedProgram.BystanderFile, texts);

    /// <summary>Replaces texts in a file: each, and then by what, in pairs.</summary>
    private static Func<CSharpCompilation, CSharpCompilation> In(string file, string[] texts) => program =>
    {
        SyntaxTree? tree = program.SyntaxTrees.SingleOrDefault(candidate => candidate.FilePath == file);
        string before = tree?.ToString() ?? "";
        string after = texts.Chunk(2).Aggregate(before, (text, pair) => text.Replace(pair[0], pair[1], StringComparison.Ordinal));
        return after == before ? program : program.ReplaceSyntaxTree(tree!, Parse(after, tree!, tree!.Options));
    };

    private static Func<CSharpCompilation, CSharpCompilation> WithParseOptions(Func<CSharpParseOptions, CSharpParseOptions> change) => program =>
        program.RemoveAllSyntaxTrees().AddSyntaxTrees(program.SyntaxTrees.Select(tree => Parse(tree.ToString(), tree, change((CSharpParseOptions)tree.Options))));

    private static SyntaxTree Parse(string text, SyntaxTree tree, ParseOptions options) => CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)options, tree.FilePath);
}
