using System.Threading.Tasks;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class OutlivingListTests() : RuleTests("ILIST106")
{
    private const string Returned = "returned to the caller";
    private const string List = "IntrusiveList<Foo, Foo.NodeLink>";

    private const string Owners = """
        public partial struct Server
        {
            [Contains(typeof(Foo), nameof(Foo.Node))] internal ListHead _ready;
            public int Count;
            private Ptr<Server> _other;
            public IntrusiveList<Foo, Foo.NodeLink> OfOther => _other.Value.Ready;
            public IntrusiveList<Foo, Foo.NodeLink> Own() { return Ready; }
        }

        public partial struct Rack
        {
            public Server Inner;
            public Ptr<Server> Outer;
        }

        public partial struct Pinned
        {
            [Contains(typeof(Foo), nameof(Foo.Node))] internal readonly PinnedListHead _items = new();
            public Pinned() { }
        }

        public partial class Cache
        {
            [Contains(typeof(Foo), nameof(Foo.Node))] private readonly PinnedListHead _items = new();
        }

        public delegate IntrusiveList<Foo, Foo.NodeLink> Get();

        partial class Test
        {
        """;

    /// <summary>Gets members of a class.</summary>
    public static TheoryData<string, string, string, string> Members => new()
    {
        { $"static {List} M(«→ref »Server server) => {{|#0:server.Ready|}};", "Server.Ready", Returned, "server" },
        { $"static {List} M(«→in »Rack rack) {{ return {{|#0:rack.«Inner→Outer.Value».Ready|}}; }}", "Server.Ready", Returned, "rack" },
        { $"static {List} M(Ptr<Server> other) {{ Server server = new(); return {{|#0:«server→other.Value».Ready|}}; }}", "Server.Ready", Returned, "server" },
        { $"static {List} M(Ptr<Server> other) {{ Server server = default; ref Server same = ref «server→other.Value»; return {{|#0:same.Ready|}}; }}", "Server.Ready", Returned, "server" },
        { $"static {List} M() {{ Server server = default; return {{|#0:server.«Ready→OfOther»|}}; }}", "Server.Ready", Returned, "server" },
        { $"static {List} M(Ptr<Server> other) {{ Server server = default; {List} list = default; list = «server→other.Value».Ready; return {{|#0:list|}}; }}", "list", Returned, "server" },
        { $"static {List} M(Ptr<Server> other, bool condition) {{ Server server = default; {List} list = server.Ready; if (condition) {{ list = «server→other.Value».Ready; }} return {{|#0:list|}}; }}", "list", Returned, "server" },
        { $"static {List} M(Ptr<Server> other, bool condition) {{ Server server = default; return condition ? {{|#0:«server→other.Value».Ready|}} : other.Value.Ready; }}", "Server.Ready", Returned, "server" },
        { $"static {List} M(Ptr<Server> other, int key) {{ Server server = default; return key switch {{ 0 => {{|#0:«server→other.Value».Ready|}}, _ => default }}; }}", "Server.Ready", Returned, "server" },
        { $"static {List}.ReverseEnumerator M(«→ref »Server server) => {{|#0:server.Ready.Reversed()|}};", "IntrusiveList<Foo, Foo.NodeLink>.ReverseEnumerator", Returned, "server" },
        { $"static void M(«→ref »Server server, out {List} list) => list = {{|#0:server.Ready|}};", "Server.Ready", "kept in 'list'", "server" },
        { $"static {List} Property {{ get {{ «Server→var» server = «default→new Cache()»; return {{|#0:server.«Ready→Items»|}}; }} }}", "Server.Ready", Returned, "server" },
        { $"static void M(Ptr<Server> other) {{ Get(default); {List} Get(Server same) => {{|#0:«same→other.Value».Ready|}}; }}", "Server.Ready", Returned, "same" },
        { $"static void M() {{ «→Server server = default;» Get(); {List} Get() {{ «Server server = default;→» return {{|#0:server.Ready|}}; }} }}", "Server.Ready", Returned, "server" },
        { $"static Get M(Ptr<Server> other) => () => {{ Server server = default; server.Count = 1; return {{|#0:«server→other.Value».Ready|}}; }};", "Server.Ready", Returned, "server" },
        { $"static {List} M<T>(T key, Ptr<Box<T>> other) where T : unmanaged {{ Box<T> box = default; return {{|#0:«box→other.Value».Items|}}; }} partial struct Box<T> where T : unmanaged {{ public T Key; [Contains(typeof(Foo), nameof(Foo.Node))] internal ListHead _items; }}", "Test.Box<T>.Items", Returned, "box" },
        { $"static {List} M() {{ Server server = default; using var stream = new System.IO.MemoryStream(); try {{ return «{{|#0:server.Ready|}}→default»; }} finally {{ server.Ready.Clear(); }} }}", "Server.Ready", Returned, "server" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public Task RejectsOneTwin(string members, string list, string use, string variable) =>
        VerifyTwinsAsync(Owners + members + "}", $"'{list}' is {use}, but its head is in the variable '{variable}', which ends with the method: pass the owner by reference, or keep it where it stays, such as in a NativePool");

    [Theory]
    [InlineData("static int M() { Server server = default; return server.Ready.Count(); }")]
    [InlineData("static Ptr<Foo> M(Ptr<Foo> foo) { Server server = default; server.Ready.AddLast(foo); return server.Ready.RemoveFirst(); }")]
    [InlineData("static void M() { Server server = default; Use(server.Ready); } static void Use(IntrusiveList<Foo, Foo.NodeLink> list) => list.Clear();")]
    [InlineData("static IntrusiveList<Foo, Foo.NodeLink> M() { Pinned pinned = new(); return pinned.Items; }")]
    [InlineData("static IntrusiveList<Foo, Foo.NodeLink> M(Cache cache) { Cache other = cache; return other.Items; }")]
    [InlineData("static unsafe IntrusiveList<Foo, Foo.NodeLink> M(Server* server) => server->Ready; static unsafe IntrusiveList<Foo, Foo.NodeLink> N(Rack rack) => rack.Outer.Pointer->Ready;")]
    [InlineData("static IntrusiveList<Foo, Foo.NodeLink> M(bool condition, ref Server server) { Server own = default; ref Server chosen = ref own; if (condition) { chosen = ref server; } return chosen.Ready; }")]
    [InlineData("ref struct Walk { IntrusiveList<Foo, Foo.NodeLink> _list; void M() { Server server = default; _list = server.Ready; _list = default; } }")]
    [InlineData("static void M() { Server server = default; Get().Clear(); IntrusiveList<Foo, Foo.NodeLink> Get() => server.Ready; }")]
    public Task AcceptsWhatStays(string members) => VerifyAcceptedAsync(Owners + members + "}");
}
