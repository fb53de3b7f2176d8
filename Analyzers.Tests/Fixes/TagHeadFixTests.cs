using System.Threading.Tasks;
using IntrusiveLists.CodeFixes;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class TagHeadFixTests : FixTests<TagHeadFix>
{
    private const string Elements = """

        // file
        public partial struct Job { public ListNode ByAge; public ListNode ByName; }
        public partial struct Entry { public ListNode Node; }
        public partial struct Connection { public ListNode Ready; public ListNode Idle; }
        """;

    public static TheoryData<string, string> Fixes => new()
    {
        // Named after the element, one or many
        { "partial struct Owner { ListHead {|ILIST001:_job|}; }", "partial struct Owner { [Contains(typeof(Job), nameof(Job.ByAge))] ListHead _job; }" },
        { "partial struct Owner { private ListHead {|ILIST001:_entries|}; }", "partial struct Owner { [Contains(typeof(Entry), nameof(Entry.Node))] private ListHead _entries; }" },
        { "partial struct Owner { public ListHead {|ILIST001:Jobs|}; }", "partial struct Owner { [Contains(typeof(Job), nameof(Job.ByAge))] public ListHead Jobs; }" },

        { "partial struct Owner { Heads {|ILIST001:_jobs|}; } [InlineArray(4)] struct Heads { ListHead _first; }", "partial struct Owner { [Contains(typeof(Job), nameof(Job.ByAge))] Heads _jobs; } [InlineArray(4)] struct Heads { ListHead _first; }" },

        // Named after the node
        { "partial struct Owner { ListHead {|ILIST001:_idle|}; }", "partial struct Owner { [Contains(typeof(Connection), nameof(Connection.Idle))] ListHead _idle; }" },
        { "partial class Owner { readonly PinnedListHead {|ILIST001:_readyQueue|} = new(); }", "partial class Owner { [Contains(typeof(Connection), nameof(Connection.Ready))] readonly PinnedListHead _readyQueue = new(); }" },
        { "partial class Owner { static readonly PinnedListHead {|ILIST001:s_jobsByName|} = new(); }", "partial class Owner { [Contains(typeof(Job), nameof(Job.ByName))] static readonly PinnedListHead s_jobsByName = new(); }" },

        // Each node once, as long as there is another
        {
            "partial struct Owner { ListHead {|ILIST001:_jobs|}; ListHead {|ILIST001:_otherJobs|}; }",
            "partial struct Owner { [Contains(typeof(Job), nameof(Job.ByAge))] ListHead _jobs; [Contains(typeof(Job), nameof(Job.ByName))] ListHead _otherJobs; }"
        },
        {
            """partial struct Owner { [Contains(typeof(Job), "ByAge")] ListHead _old; ListHead {|ILIST001:_jobs|}; }""",
            """partial struct Owner { [Contains(typeof(Job), "ByAge")] ListHead _old; [Contains(typeof(Job), nameof(Job.ByName))] ListHead _jobs; }"""
        },
        {
            """partial struct Owner { ListHead {|ILIST001:_jobs|}, {|ILIST001:_more|}; }""",
            """partial struct Owner { [Contains(typeof(Job), nameof(Job.ByAge))] ListHead _jobs, _more; }"""
        },

        // With what the tag demands
        { "struct Owner { ListHead {|ILIST001:_jobs|}; }", "partial struct Owner { [Contains(typeof(Job), nameof(Job.ByAge))] ListHead _jobs; }" },
        {
            "class Outer { struct Owner { ListHead {|ILIST001:_jobs|}; ListHead {|ILIST001:_entries|}; } }",
            "partial class Outer { partial struct Owner { [Contains(typeof(Job), nameof(Job.ByAge))] ListHead _jobs; [Contains(typeof(Entry), nameof(Entry.Node))] ListHead _entries; } }"
        },

        // As it is named there
        { "namespace Mine { struct Job { } partial struct Owner { ListHead {|ILIST001:_jobs|}; } }", "namespace Mine { struct Job { } partial struct Owner { [Contains(typeof(global::Job), nameof(global::Job.ByAge))] ListHead _jobs; } }" },
        {
            "partial class Cache<TKey> { readonly PinnedListHead {|ILIST001:_slots|} = new(); public partial struct Slot { public ListNode Node; } }",
            "partial class Cache<TKey> { [Contains(typeof(Cache<>.Slot), nameof(Slot.Node))] readonly PinnedListHead _slots = new(); public partial struct Slot { public ListNode Node; } }"
        },
        { "[Serializable] partial class Owner { /// <summary>Jobs</summary>\n [NonSerialized] [FixedAddressValueType] static ListHead {|ILIST001:Jobs|}; }", "[Serializable] partial class Owner { /// <summary>Jobs</summary>\n [Contains(typeof(Job), nameof(Job.ByAge))] [NonSerialized] [FixedAddressValueType] static ListHead Jobs; }" },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task Mends(string before, string after) => VerifyFixAsync(before + Elements, after + Elements);

    [Theory]
    [InlineData(1, "[Contains(typeof(Job), nameof(Job.ByName))]")]
    [InlineData(2, "[Contains(typeof(Entry), nameof(Entry.Node))]")]
    public Task OffersOthersToo(int action, string tag) => VerifyFixAsync(
        "partial struct Owner { ListHead {|ILIST001:_jobs|}; }" + Elements,
        $"partial struct Owner {{ {tag} ListHead _jobs; }}" + Elements,
        $"Tag 'Owner._jobs' with {tag}",
        action);

    [Fact]
    public Task MendsManyAtOnce() => VerifyFixAsync(
        "partial struct First { ListHead {|ILIST001:_jobs|}; }\n// file\npartial struct Second { ListHead {|ILIST001:_entries|}; }" + Elements,
        "partial struct First { [Contains(typeof(Job), nameof(Job.ByAge))] ListHead _jobs; }\n// file\npartial struct Second { [Contains(typeof(Entry), nameof(Entry.Node))] ListHead _entries; }" + Elements);

    // A tag whose node the compiler or another rule would refuse
    [Theory]
    [InlineData("file partial struct Owner { ListHead {|ILIST001:_head|}; }")]
    [InlineData("[InlineArray(2)] struct Grid { Heads {|ILIST001:_jobs|}; } [InlineArray(4)] struct Heads { ListHead _first; }")]
    [InlineData("partial struct Owner { object _value; SpinLock _first; SpinLock _second; ListHead {|ILIST001:_head|}; }")]
    public Task OffersNothingThatIsNotSound(string source) => VerifyNoFixAsync(source + Elements);
}
