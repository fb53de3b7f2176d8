using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// The program that <see cref="Edits"/> are about: two owners in files of their own, elements in another file and in a library, and a file that uses no lists.
/// </summary>
internal static class EditedProgram
{
    public const string ElementsFile = "File0.cs";
    public const string OwnerFile = "File1.cs";
    public const string QueueFile = "File2.cs";
    public const string BystanderFile = "File3.cs";

    /// <summary>What the library holds.</summary>
    public const string Library = "public struct Remote { public int Value; public IntrusiveLists.ListNode Node; }";

    /// <summary>What another owner of the same elements is made of.</summary>
    public const string Owner = """
        using IntrusiveLists;

        namespace App
        {
            // Owner
            public partial struct Owner
            {
                [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _foos;
                [Contains(typeof(Free), nameof(Free.Node))] private ListHead _free;

                public int Count() => 1;
            }
        }
        """;

    private const string Elements = """
        using IntrusiveLists;

        namespace App
        {
            // Elements
            public partial struct Foo
            {
                public int Value;
                public ListNode Node;
                public ListNode Other;
            }

            public struct Free
            {
                public ListNode Node;
            }
        }
        """;

    private const string Queue = """
        using IntrusiveLists;

        namespace App
        {
            public partial class Queue
            {
                private ListLock _lock;
                [Contains(typeof(Foo), nameof(Foo.Other))] private readonly PinnedListHead _waiting = new();
                [Contains(typeof(Remote), nameof(Remote.Node))] private readonly PinnedListHead _remote = new();
            }
        }
        """;

    private const string Bystander = """
        namespace App
        {
            public static class Bystander
            {
                public static int Answer() => 42;
            }
        }
        """;

    private static readonly MetadataReference LibraryReference = Sources.Library("Library", Library);

    /// <summary>Gets the sources, in the order of the files.</summary>
    public static string[] Texts => [Elements, Owner, Queue, Bystander];

    public static CSharpCompilation Compile(params string[] sources) =>
        Sources.Compile("Test", LanguageVersion.Latest, [.. Sources.References, LibraryReference], sources);

    public static CSharpCompilation Compile() => Compile(Texts);

    /// <summary>Returns the same program with another version of the library.</summary>
    public static CSharpCompilation WithLibrary(CSharpCompilation program, string source) =>
        program.ReplaceReference(LibraryReference, Sources.Library("Library", source));
}
