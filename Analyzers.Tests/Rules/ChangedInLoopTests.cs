using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class ChangedInLoopTests() : RuleTests("ILIST203", DiagnosticSeverity.Warning)
{
    private const string Unlinks = "the loop throws when the element that it visits next is off the list; remove none but the current element, or leave the loop";
    private const string UnlinksEnd = "what it takes off need not be the current element, and the loop throws when it is the one that it visits next; remove the current element itself, or leave the loop";
    private const string Adds = "whether the loop visits an element that is added is not specified; add it after the loop, or leave the loop";
    private const string Reorders = "the loop may miss elements or visit them twice, without end; do it after the loop, or leave the loop";

    private const string Owners = """

        partial struct Owner { [Contains(typeof(Foo), "Node")] public ListHead _items; [Contains(typeof(Foo), "Node")] public ListHead _others; }
        partial class Cache { [Contains(typeof(Foo), "Node")] public readonly PinnedListHead _items = new(); public Cache Next => this; }
        class Stats { public bool Done; public bool Stop { get; set; } public Stats Inner = null!, Other = null!; public void Set() => Done = true; }
        static class Apart { public static void Deconstruct(this Ptr<Foo> foo, out int value, out bool isLinked) { value = foo.Value.Value; isLinked = true; } }
        static class Pool { public static void Mark(Stats stats) => stats.Set(); public static Ptr<Foo> New() => default; public static void Free(Ptr<Foo> foo) { } public static bool AreSame(Ptr<Foo> left, Ptr<Foo> right) => left == right; public static bool Matches(Ptr<Foo> foo) => true; }
        """;

    public static TheoryData<string, string, string> Bodies => new()
    {
        // Another element than the current one
        { "{|#0:owner.Items.Remove(«victim→foo»)|};", "Remove", Unlinks },
        { "{|#0:owner.Items.TryRemove(«victim→foo»)|};", "TryRemove", Unlinks },
        { "{|#0:owner.Items.Remove(«owner.Items.Next(foo).OrThrow()→foo»)|};", "Remove", Unlinks },
        { "{|#0:owner.Items.Replace(«victim→foo», Pool.New())|};", "Replace", Unlinks },
        { "Ptr<Foo> next = owner.Items.Next(foo).OrThrow(); {|#0:owner.Items.Remove(«next→foo»)|};", "Remove", Unlinks },
        { "{|#0:owner.Items.Remove(«victim→foo».Pointer)|};", "Remove", Unlinks },
        { "if (owner.Items.«Next→Previous»(foo) is { IsNull: false } other1 && Pool.Matches(other1)) {|#0:owner.Items.Remove(other1)|};", "Remove", Unlinks },
        { "if (owner.Items.Next(foo) is not { IsNull: false } other1) continue; {|#0:owner.Items.Remove(«other1→foo»)|};", "Remove", Unlinks },
        { "if (owner.Items.Next(foo) is var other1 && !other1.IsNull) { «→other1 = foo;» {|#0:owner.Items.Remove(other1)|}; }", "Remove", Unlinks },
        { "{|#0:Foo.NodeLink.Unlink(«owner.Items.Next(foo).OrThrow()→foo»)|};", "Unlink", Unlinks },
        { "{|#0:owner.Others.MoveToLast(«owner.Items.Next(foo).OrThrow()→foo»)|};", "MoveToLast", Unlinks },
        { "if (Pool.Matches(foo)) Pool.Free({|#0:owner.«Items→Others».RemoveFirst()|});", "RemoveFirst", UnlinksEnd },
        { "Pool.Free({|#0:owner.«Items→Others».RemoveLast()|});", "RemoveLast", Unlinks },
        { "if ({|#0:owner.«Items→Others».TryRemoveLast(out Ptr<Foo> last)|}) Pool.Free(last);", "TryRemoveLast", Unlinks },

        // All of them
        { "{|#0:owner.«Items→Others».Clear()|};", "Clear", Unlinks },
        { "{|#0:owner.«Items→Others».RemoveWhere(Pool.Matches)|};", "RemoveWhere", Unlinks },
        { "foreach (Ptr<Foo> drained in {|#0:owner.«Items→Others».Drain()|}) Pool.Free(drained);", "Drain", Unlinks },
        { "{|#0:other.Items.SpliceLast(owner.«Items→Others»)|};", "SpliceLast", Unlinks },
        { "{|#0:owner.Items.CutThrough(foo, owner.Others)|}; «→break;»", "CutThrough", Unlinks },

        // More
        { "{|#0:owner.«Items→Others».AddLast(Pool.New())|};", "AddLast", Adds },
        { "{|#0:owner.«Items→Others».AddFirst(Pool.New())|};", "AddFirst", Adds },
        { "{|#0:owner.Items.AddAfter(foo, Pool.New())|}; «→break;»", "AddAfter", Adds },
        { "{|#0:owner.«Items→Others».SpliceFirst(other.Items)|};", "SpliceFirst", Adds },
        { "{|#0:other.Items.RemoveWhere(Pool.Matches, owner.«Items→Others»)|};", "RemoveWhere", Adds },

        // In another order
        { "{|#0:owner.«Items→Others».MoveToLast(foo)|};", "MoveToLast", Reorders },
        { "{|#0:owner.«Items→Others».MoveToFirst(foo)|};", "MoveToFirst", Reorders },
        { "{|#0:owner.«Items→Others».Reverse()|};", "Reverse", Reorders },
        { "{|#0:owner.«Items→Others».RotateLeft()|};", "RotateLeft", Reorders },
        { "{|#0:owner.«Items→Others».Sort((left, right) => 0)|};", "Sort", Reorders },
        { "{|#0:owner.«Items→Others».SortInPlace((left, right) => 0)|};", "SortInPlace", Reorders },
        { "{|#0:owner.«Items→Others».Swap(foo, victim)|};", "Swap", Reorders },

        // Left at once, or not
        { "if (Pool.Matches(foo)) { {|#0:owner.Items.Clear()|}; «continue→break»; }", "Clear", Unlinks },
        { "if (Pool.Matches(foo)) { {|#0:owner.Items.AddLast(victim)|}; «→return;» }", "AddLast", Adds },
        { "{|#0:owner.Items.Clear()|}; if (Pool.Matches(foo)) { break; } «→return;»", "Clear", Unlinks },
        { "switch (foo.Value.Value) { case 1: {|#0:owner.Items.Clear()|}; «break→return»; }", "Clear", Unlinks },
        { "try { {|#0:owner.Items.Clear()|}; «→throw new Exception();» } finally { Pool.Free(foo); }", "Clear", Unlinks },
        { "while (true) { {|#0:owner.Items.Clear()|}; «break→return»; }", "Clear", Unlinks },
        { "{|#0:owner.Items.Clear()|}; goto «next→end»; next: ;", "Clear", Unlinks },
        { "if ({|#0:owner.Items.TryRemove(victim)|}) { «Pool.Free(foo)→break»; }", "TryRemove", Unlinks },
        { "if («!→»{|#0:owner.Items.TryRemove(victim)|}) break;", "TryRemove", Unlinks },
        { "if ({|#0:owner.Items.RemoveWhere(Pool.Matches)|} > 0) «Pool.Free(foo)→break»;", "RemoveWhere", Unlinks },
        { "bool removed = {|#0:owner.Items.TryRemove(victim)|}; if («!→»removed) return;", "TryRemove", Unlinks },
        { "if (Pool.Matches(foo) && {|#0:owner.Items.TryRemove(«victim→foo»)|}) Pool.Free(foo);", "TryRemove", Unlinks },
        { "{|#0:owner.Items.Clear()|}; «Pool.Free(foo)→Environment.FailFast(null)»;", "Clear", Unlinks },

        // A flag says so
        { "bool done = false; if (Pool.Matches(foo)) { {|#0:owner.Items.AddLast(victim)|}; done = «false→true»; } Pool.Free(foo); if (done) break;", "AddLast", Adds },
        { "bool done = false, more; if (Pool.Matches(foo)) { {|#0:owner.Items.AddLast(victim)|}; (done, more) = («false→true», false); } if (done) break;", "AddLast", Adds },
        { "bool done = foo.Value.Value == 1; if (done) {|#0:owner.Items.Clear()|}; if («!→»done) return;", "Clear", Unlinks },
        { "int added = 0; if (Pool.Matches(foo)) { {|#0:owner.Items.AddLast(victim)|}; added++; } if (added «==→>» 0) return;", "AddLast", Adds },
        { "Ptr<Foo> found = default; if (Pool.Matches(foo)) { {|#0:owner.Items.MoveToFirst(foo)|}; found = foo; } if («→!»found.IsNull) return;", "MoveToFirst", Reorders },
        { "(bool Done, int Number) result = default; if (Pool.Matches(foo)) { {|#0:owner.Items.MoveToFirst(foo)|}; result.Done = true; «result = default;→» } if (result.Done) return;", "MoveToFirst", Reorders },
        { "string? error = null; if (Pool.Matches(foo)) { {|#0:owner.Items.Clear()|}; error = \"bad\"; } if (error is «→not» null) return;", "Clear", Unlinks },
        { "bool done = false; «_ =→done |=» {|#0:owner.Items.TryRemove(victim)|}; if (done) break;", "TryRemove", Unlinks },

        // A flag of an object
        { "if (Pool.Matches(foo)) { {|#0:owner.Items.AddLast(victim)|}; stats.Done = «false→true»; } Pool.Free(foo); if (stats.Done) break;", "AddLast", Adds },
        { "if (Pool.Matches(foo)) { {|#0:owner.Items.AddLast(victim)|}; stats.«Other→Inner».Done = true; } if (stats.Inner.Done) break;", "AddLast", Adds },
        { "if (Pool.Matches(foo)) { {|#0:owner.Items.AddLast(victim)|}; stats.Stop = true; «stats = new();→» } if (stats.Stop) return;", "AddLast", Adds },
        { "if (Pool.Matches(foo)) { {|#0:owner.Items.MoveToFirst(foo)|}; foo.Value.Value = 7; } if (foo.Value.Value «!=→==» 7) return;", "MoveToFirst", Reorders },

        // With handlers around it
        { "try { Pool.Free(foo); } finally { {|#0:owner.«Items→Others».Clear()|}; }", "Clear", Unlinks },
        { "try { Pool.Free(foo); } catch (FormatException) { {|#0:owner.Items.Clear()|}; «→return;» }", "Clear", Unlinks },
        { "try { {|#0:owner.Items.AddLast(victim)|}; «→break;» } catch (InvalidOperationException) { Pool.Free(foo); }", "AddLast", Adds },

        // Told by a flag that is combined
        { "bool goesOn = true; if (Pool.Matches(foo)) { {|#0:owner.Items.AddLast(victim)|}; goesOn «|=→&=» false; } if (!goesOn) break;", "AddLast", Adds },

        // What is removed at the end may be the current element
        { "if («victim == foo→owner.Items.Last == foo») {|#0:owner.Items.Remove(owner.Items.Last.OrThrow())|};", "Remove", UnlinksEnd },
        { "{|#0:owner.Items.Remove(owner.Items.«Last→First».OrThrow())|};", "Remove", UnlinksEnd },
        { "if («victim == foo→owner.Items.IsFirst(foo)») Pool.Free({|#0:owner.Items.RemoveFirst()|});", "RemoveFirst", UnlinksEnd },
        { "if (owner.Items.«Last→First» == foo) Pool.Free({|#0:owner.Items.RemoveFirst()|});", "RemoveFirst", UnlinksEnd },

        // It is so if each turn removes one
        { "«if (Pool.Matches(foo))→» Pool.Free({|#0:owner.Items.RemoveFirst()|});", "RemoveFirst", UnlinksEnd },
        { "if («Pool.Matches(foo) &&→» {|#0:owner.Items.TryRemoveFirst(out Ptr<Foo> first)|}) Pool.Free(first);", "TryRemoveFirst", UnlinksEnd },
        { "«while→if» ({|#0:owner.Items.TryRemoveFirst(out Ptr<Foo> first)|}) Pool.Free(first);", "TryRemoveFirst", UnlinksEnd },
        { "if (Pool.Matches(foo)) «continue→break»; Ptr<Foo> first = {|#0:owner.Items.RemoveFirst()|}; Pool.Free(first);", "RemoveFirst", UnlinksEnd },
        { "Ptr<Foo> first; first = {|#0:owner.Items.Remove«Last→First»()|}; owner.Others.AddLast(first);", "RemoveLast", Unlinks },
        { "«owner.Items.Remove(foo);→» Pool.Free({|#0:owner.Items.RemoveFirst()|});", "RemoveFirst", UnlinksEnd },
        { "«owner.Others.MoveToLast→owner.Items.Contains»(foo); Pool.Free({|#0:owner.Items.RemoveFirst()|});", "RemoveFirst", UnlinksEnd },
        { "«Foo.NodeLink.Unlink→Pool.Free»(foo); Pool.Free({|#0:owner.Items.RemoveFirst()|});", "RemoveFirst", UnlinksEnd },
        { "{|#0:owner.Items.RemoveFirst()|}; owner.Others.«MoveToLast→AddLast»(foo);", "RemoveFirst", UnlinksEnd },
    };

    public static TheoryData<string, string, string, string> Programs => new()
    {
        // The element is taken apart at once
        { "static class Test { static void M(ref Owner owner) { foreach (var (value, isLinked) in owner.Items) {|#0:owner.«Items→Others».Clear()|}; } }", "Clear", "Owner.Items", Unlinks },
        { "static class Test { static void M(ref Owner owner, Ptr<Foo> victim) { foreach ((int value, _) in owner.Items) { {|#0:owner.Items.AddLast(victim)|}; «→break;» } } }", "AddLast", "Owner.Items", Adds },

        // From the other end, from the middle
        { "static class Test { static void M(ref Owner owner) { foreach (Ptr<Foo> foo in owner.Items.Reversed()) {|#0:owner.«Items→Others».Clear()|}; } }", "Clear", "Owner.Items", Unlinks },
        { "static class Test { static void M(ref Owner owner) { foreach (Ptr<Foo> foo in owner.Items.Reversed()) {|#0:owner.Items.Remove(owner.Items.«Previous→Next»(foo).OrThrow())|}; } }", "Remove", "Owner.Items", Unlinks },
        { "static class Test { static void M(ref Owner owner, Ptr<Foo> start) { foreach (Ptr<Foo> foo in owner.Items.StartingAt(start)) {|#0:owner.Items.Remove(«start→foo»)|}; } }", "Remove", "Owner.Items", Unlinks },
        { "static class Test { static void M(ref Owner owner, Ptr<Foo> start) { foreach (Ptr<Foo> foo in owner.Items«.StartingAt(start)→») Pool.Free({|#0:owner.Items.RemoveFirst()|}); } }", "RemoveFirst", "Owner.Items", UnlinksEnd },
        { "static class Test { static void M(ref Owner owner) { foreach (Ptr<Foo> foo in owner.Items.Reversed()) Pool.Free({|#0:owner.Items.Remove«First→Last»()|}); } }", "RemoveFirst", "Owner.Items", Unlinks },
        { "static class Test { static void M(ref Owner owner) { foreach (Ptr<Foo> foo in owner.Items«→.Drain()») {|#0:owner.Items.AddLast(foo)|}; } }", "AddLast", "Owner.Items", Adds },

        // Lists by other names
        { "static class Test { static void M(ref Owner owner) { var list = owner.Items; foreach (Ptr<Foo> foo in list) {|#0:owner.«Items→Others».Clear()|}; } }", "Clear", "list", Unlinks },
        { "static class Test { static void M(ref Owner owner) { var list = owner.«Items→Others»; foreach (Ptr<Foo> foo in owner.Items) {|#0:list.Clear()|}; } }", "Clear", "Owner.Items", Unlinks },
        { "static class Test { static void M(Ptr<Owner> owner) { foreach (Ptr<Foo> foo in owner.Value.Items) {|#0:owner.Value.«Items→Others».Clear()|}; } }", "Clear", "Owner.Items", Unlinks },
        { "static class Test { static void M(Owner[] owners, int i, int j) { foreach (Ptr<Foo> foo in owners[i].Items) {|#0:owners[«i→j»].Items.Clear()|}; } }", "Clear", "Owner.Items", Unlinks },
        { "class Holder { Cache _cache = new(); void M(Cache cache) { foreach (Ptr<Foo> foo in _cache.Items) {|#0:«this._cache→cache».Items.Clear()|}; } }", "Clear", "Cache.Items", Unlinks },
        { "static class Test { static void M<TLink>(IntrusiveList<Foo, TLink> list, IntrusiveList<Foo, TLink> other) where TLink : unmanaged, IListLink<Foo> { foreach (Ptr<Foo> foo in list) {|#0:«list→other».Clear()|}; } }", "Clear", "list", Unlinks },
        { "static partial class Globals { [Contains(typeof(Foo), \"Node\")] static readonly PinnedListHead s_all = new(); static void M(Cache cache) { foreach (Ptr<Foo> foo in All) {|#0:«All→cache.Items».Clear()|}; } }", "Clear", "Globals.All", Unlinks },

        { "static class Test { static void M(ref Owner owner) { var list = owner.Items; var same = list; foreach (Ptr<Foo> foo in same) {|#0:owner.«Items→Others».Clear()|}; } }", "Clear", "same", Unlinks },
        { "static unsafe class Test { static void M(Owner* owner) { foreach (Ptr<Foo> foo in owner->Items) {|#0:(*owner).«Items→Others».Clear()|}; } }", "Clear", "Owner.Items", Unlinks },
        { "static class Test { static void M(ref Owner owner, ref Owner other) { foreach (Ptr<Foo> foo in owner.Items) { «→owner = ref other;» {|#0:owner.Items.Clear()|}; } } }", "Clear", "Owner.Items", Unlinks },

        // Begun anew
        { "static class Test { static void M(ref Owner owner) { bool again = true; while (again) { again = false; foreach (Ptr<Foo> foo in owner.Items) if (Pool.Matches(foo)) { {|#0:owner.Items.MoveToLast(foo)|}; again = true; «→break;» } } } }", "MoveToLast", "Owner.Items", Reorders },
        { "static class Test { static void M(ref Owner owner) { again: foreach (Ptr<Foo> foo in owner.Items) { if (Pool.Matches(foo)) { {|#0:owner.Items.MoveToLast(foo)|}; «continue→goto again»; } } } }", "MoveToLast", "Owner.Items", Reorders },
        { "static class Test { static void M(ref Owner owner, ref Owner other) { foreach (Ptr<Foo> foo in owner.Items) { bool found = false; foreach (Ptr<Foo> inner in other.Items) { {|#0:owner.Items.AddLast(Pool.New())|}; found = «false→true»; break; } if (found) return; } } }", "AddLast", "Owner.Items", Adds },

        // In members of all kinds
        { "class Test { Test(Cache cache, Cache other) { foreach (Ptr<Foo> foo in cache.Items) {|#0:«cache→other».Items.Clear()|}; } }", "Clear", "Cache.Items", Unlinks },
        { "class Test { int this[Cache cache] { get { foreach (Ptr<Foo> foo in cache.Items) { {|#0:cache.Items.Clear()|}; «→return 1;» } return 0; } } }", "Clear", "Cache.Items", Unlinks },
        { "class Test { static void M(Cache cache) { Local(); void Local() { foreach (Ptr<Foo> foo in cache.Items) { {|#0:cache.Items.Clear()|}; «→break;» } } } }", "Clear", "Cache.Items", Unlinks },
        { "class Test { static Action M(Cache cache) => () => { foreach (Ptr<Foo> foo in cache.Items) { {|#0:cache.Items.Clear()|}; «→break;» } }; }", "Clear", "Cache.Items", Unlinks },
        { "class Test { static void M(Cache cache) { Action a = () => { Action b = delegate { foreach (Ptr<Foo> foo in cache.Items) { {|#0:cache.Items.Clear()|}; «→break;» } }; b(); }; a(); } }", "Clear", "Cache.Items", Unlinks },
        { "class Test { static async System.Threading.Tasks.Task M(Cache cache) { foreach (Ptr<Foo> foo in cache.Items) { {|#0:cache.Items.Clear()|}; «→break;» } await System.Threading.Tasks.Task.Yield(); } }", "Clear", "Cache.Items", Unlinks },
        { "class Test { static System.Collections.Generic.IEnumerable<int> M(Cache cache) { foreach (Ptr<Foo> foo in cache.Items) { {|#0:cache.Items.Clear()|}; «→break;» } yield return 1; } }", "Clear", "Cache.Items", Unlinks },
        { "static class Test { static void M(ref Owner owner) { foreach (Ptr<Foo> foo in owner.Items) foreach (Ptr<Foo> inner in owner.Others) {|#0:owner.Items.«Clear→Count»()|}; } }", "Clear", "Owner.Items", Unlinks },

        // The handlers around a function are not its own
        { "static class Test { static void M(Cache cache) { try { void Walk() { foreach (Ptr<Foo> foo in cache.Items) { {|#0:cache.«Items→Next.Items».Clear()|}; } } Walk(); } catch (FormatException) { Pool.New(); } } }", "Clear", "Cache.Items", Unlinks },
        { "static class Test { static void M(Cache cache) { Pool.New(); try { Action walk = () => { foreach (Ptr<Foo> foo in cache.Items) { try { {|#0:cache.«Items→Next.Items».Clear()|}; } catch (FormatException) { return; } } }; walk(); } catch { Pool.New(); } } }", "Clear", "Cache.Items", Unlinks },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task RejectsOneTwin(string body, string operation, string harm) => VerifyTwinsAsync(
        $$"""
        static class Test
        {
            static unsafe void M(ref Owner owner, ref Owner other, Ptr<Foo> victim, Stats stats)
            {
                foreach (Ptr<Foo> foo in owner.Items)
                {
                    {{body}}
                }

                {{(body.Contains("goto") ? "end: ;" : "")}}
            }
        }
        """ + Owners,
        Message(operation, "Owner.Items", harm));

    /// <summary>Gets bodies of loops over a guarded list and over one of an array, the operation, and how messages name the list.</summary>
    public static TheoryData<string, string, string, string> GuardedLists => new()
    {
        { "using var guard = word.EnterLock(); foreach (Ptr<Foo> foo in guard.Items) {|#0:guard.«Items→Others».Clear()|};", "Clear", "Word.LockGuard.Items", Unlinks },
        { "using var guard = word.EnterLock(); foreach (Ptr<Foo> foo in guard.Items) { {|#0:guard.Items.Clear()|}; «→break;» }", "Clear", "Word.LockGuard.Items", Unlinks },
        { "using var guard = word.EnterLock(); var list = guard.Items; foreach (Ptr<Foo> foo in list) {|#0:guard.«Items→Others».AddLast(victim)|};", "AddLast", "list", Adds },
        { "using (var guard = shared.EnterLock()) { foreach (Ptr<Foo> foo in guard.Items) {|#0:guard.Items.Remove(«victim→foo»)|}; }", "Remove", "Shared.LockGuard.Items", Unlinks },
        { "foreach (Ptr<Foo> foo in wheel.Slots[1]) {|#0:wheel.Slots[«1→2»].Clear()|};", "Clear", "Wheel.Slots[1]", Unlinks },
        { "foreach (Ptr<Foo> foo in wheel.Slots[i]) {|#0:wheel.Slots[«i→j»].Clear()|};", "Clear", "Wheel.Slots[i]", Unlinks },
        { "foreach (Ptr<Foo> foo in wheel.Slots[i]) {|#0:wheel.«Slots→Later»[i].AddLast(foo)|};", "AddLast", "Wheel.Slots[i]", Adds },
        { "foreach (Ptr<Foo> foo in wheel.Slots[i]) { «→i++;» {|#0:wheel.Slots[i].Clear()|}; }", "Clear", "Wheel.Slots[i]", Unlinks },
        { "var slots = wheel.Slots; foreach (Ptr<Foo> foo in slots[i]) {|#0:wheel.«Slots→Later»[i].Clear()|};", "Clear", "slots[i]", Unlinks },
        { "var slot = wheel.Slots[i]; foreach (Ptr<Foo> foo in slot) {|#0:wheel.Slots[i].«Clear→Count»()|};", "Clear", "slot", Unlinks },
    };

    [Theory]
    [MemberData(nameof(GuardedLists))]
    public Task RejectsOneTwinOfGuardedLists(string twins, string operation, string list, string harm) => VerifyTwinsAsync(
        $$"""
        partial struct Word { ListLock _gate; [Contains(typeof(Foo), "Node")] ListHead _items, _others; }
        partial class Shared { SpinLock _gate; [Contains(typeof(Foo), "Node")] readonly PinnedListHead _items = new(); }
        partial struct Wheel { [Contains(typeof(Foo), "Node")] Heads _slots, _later; }
        [InlineArray(4)] struct Heads { ListHead _first; }
        static class Test { static void M(ref Word word, Shared shared, ref Wheel wheel, int i, int j, Ptr<Foo> victim) { {{twins}} } }
        """,
        Message(operation, list, harm));

    [Theory]
    [MemberData(nameof(Programs))]
    public Task RejectsOneTwinOfAll(string twins, string operation, string list, string harm) => VerifyTwinsAsync(twins + Owners, Message(operation, list, harm));

    [Theory]

    // The current element, by whatever name
    [InlineData("if (Pool.Matches(foo)) { owner.Items.Remove(foo); Pool.Free(foo); }")]
    [InlineData("Ptr<Foo> same = foo; owner.Items.Remove(same);")]
    [InlineData("if (foo == victim) { owner.Items.Remove(victim); }")]
    [InlineData("if (victim.Value.Value == foo.Value.Value) owner.Items.Remove(victim);")]
    [InlineData("if (foo.Equals(victim)) owner.Items.Remove(victim);")]
    [InlineData("Ptr<Foo> chosen = Find(foo); owner.Items.Remove(chosen); static Ptr<Foo> Find(Ptr<Foo> foo) => foo;")]
    [InlineData("victim = foo; owner.Items.Remove(victim);")]
    [InlineData("if (foo is var same && same == victim) owner.Items.Remove(victim);")]
    [InlineData("Choose(foo); owner.Items.Remove(victim); void Choose(Ptr<Foo> chosen) => victim = chosen;")]
    [InlineData("if (!victim.IsNull && Pool.AreSame(victim, foo)) owner.Items.Remove(victim);")]
    [InlineData("int id = 3; if (id == foo.Value.Value) owner.Items.Remove(foo);")]
    [InlineData("Foo.NodeLink.Unlink(foo);")]
    [InlineData("Foo.NodeLink.Unlink(victim);")]
    [InlineData("owner.Items.Replace(foo, Pool.New());")]
    [InlineData("other.Items.MoveToFirst(foo);")]
    [InlineData("owner.Items.Remove(foo); other.Items.AddLast(foo);")]

    // Nothing at all
    [InlineData("Ptr<Foo> same = same; owner.Items.Remove(same);")]
    [InlineData("var same = {|CS0841:same|}; owner.Items.Remove(same);")]

    // Harmless, as it has been visited
    [InlineData("Ptr<Foo> previous = owner.Items.Previous(foo); if (!previous.IsNull) owner.Items.Remove(previous);")]

    // Reading
    [InlineData("if (owner.Items.First == foo || owner.Items.Contains(foo) || owner.Items.IsLast(foo)) { }")]
    [InlineData("Ptr<Foo>[] all = owner.Items.ToArray();")]
    [InlineData("foreach (Ptr<Foo> inner in owner.Items) { Pool.Free(inner); }")]

    // Other lists
    [InlineData("owner.Others.AddLast(Pool.New());")]
    [InlineData("other.Items.Clear();")]
    [InlineData("other.Items.SpliceLast(owner.Others);")]

    // Later
    [InlineData("Action later = () => Pool.Free(foo);")]
    [InlineData("if (Pool.Matches(foo)) { owner.Items.Remove(foo); owner.Items.AddFirst(foo); break; }")]
    [InlineData("if (Pool.Matches(foo)) { owner.Items.MoveToFirst(foo); return; }")]
    [InlineData("if (Pool.Matches(foo)) { owner.Items.Clear(); throw new Exception(); }")]
    [InlineData("bool done = false; if (Pool.Matches(foo)) { owner.Items.AddLast(victim); Mark(); } if (done) break; void Mark() => done = true;")]
    [InlineData("bool done = false; Action mark = () => done = true; if (Pool.Matches(foo)) { owner.Items.AddLast(victim); mark(); } if (done) break;")]
    [InlineData("bool done = false; if (Pool.Matches(foo)) { owner.Items.AddLast(victim); done = true; } if (Stop()) break; bool Stop() => done;")]
    [InlineData("stats.Done = false; if (Pool.Matches(foo)) { owner.Items.AddLast(victim); stats.Set(); } if (stats.Done) break;")]
    [InlineData("stats.Done = false; if (Pool.Matches(foo)) { owner.Items.AddLast(victim); Pool.Mark(stats); } if (stats.Done) break;")]
    [InlineData("if (Pool.Matches(foo)) { owner.Items.AddBefore(foo, victim); victim = default; goto done; }")]
    public Task AcceptsBodies(string body) => VerifyAcceptedAsync(
        $$"""
        static class Test
        {
            static void M(ref Owner owner, ref Owner other, Ptr<Foo> victim, Stats stats)
            {
                foreach (Ptr<Foo> foo in owner.Items)
                {
                    {{body}}
                }

                {{(body.Contains("goto") ? "done: ;" : "")}}
            }
        }
        """ + Owners);

    [Theory]

    // One list becomes another
    [InlineData("static class Test { static void M(Cache cache) { foreach (Ptr<Foo> foo in cache.Items) { cache = cache.Next; cache.Items.Clear(); } } }")]
    [InlineData("class Test { Ptr<Foo> _chosen; void Choose(Ptr<Foo> foo) => _chosen = foo; void M(Cache cache) { foreach (Ptr<Foo> foo in cache.Items) { Choose(foo); cache.Items.Remove(_chosen); } } }")]
    [InlineData("class Test { Cache _cache = new(); void M() { foreach (Ptr<Foo> foo in _cache.Items) { _cache = new Cache(); _cache.Items.AddLast(foo); } } }")]
    [InlineData("static class Test { static void M(Cache cache) { foreach (Ptr<Foo> foo in cache.Next.Items) cache.Next.Items.Clear(); } }")]
    [InlineData("static class Test { static void M(Owner[] owners, int i) { foreach (Ptr<Foo> foo in owners[i].Items) { i++; owners[i].Items.Clear(); } } }")]

    [InlineData("class Test { Cache _front = new(), _back = new(); void Flip() => (_front, _back) = (_back, _front); void M() { foreach (Ptr<Foo> foo in _front.Items) { Flip(); _front.Items.AddLast(Pool.New()); } } }")]
    [InlineData("static class Test { static void M(Cache cache, Ptr<Foo> victim) { int id = victim.Value.Value; foreach (Ptr<Foo> foo in cache.Items) if (foo.Value.Value == id) cache.Items.Remove(victim); } }")]
    [InlineData("static class Test { struct Outcome { public bool Done; public void Finish() => Done = true; } static void M(ref Owner owner) { Outcome result = default; foreach (Ptr<Foo> foo in owner.Items) { result.Done = false; if (foo.Value.Value == 1) { owner.Items.MoveToFirst(foo); result.Finish(); } if (result.Done) break; } } }")]
    [InlineData("static class Test { static void M(ref Owner owner, Ptr<Foo> victim) { foreach (var (value, isLinked) in owner.Items) { if (victim.Value.Value == value) owner.Items.Remove(victim); } } }")]
    [InlineData("class Test { bool _done; void Finish() => _done = true; void M(Cache cache) { foreach (Ptr<Foo> foo in cache.Items) { if (Pool.Matches(foo)) { cache.Items.Clear(); Finish(); } if (_done) break; } } }")]
    [InlineData("class Test { bool _done; void M(Cache cache) { foreach (Ptr<Foo> foo in cache.Items) { if (Pool.Matches(foo)) { cache.Items.Clear(); _done = true; Log(); } if (_done) break; } } void Log() { } }")]
    [InlineData("static class Test { static void M(Cache cache) { bool done = false; Action stop = () => done = true; foreach (Ptr<Foo> foo in cache.Items) { if (Pool.Matches(foo)) { cache.Items.Clear(); stop(); } if (done) break; } } }")]
    [InlineData("struct Slot { public Cache Cache; } static class Test { static void M(Slot[] slots, int i) { foreach (Ptr<Foo> foo in slots[i].Cache.Items) { slots[i] = slots[i + 1]; slots[i].Cache.Items.Clear(); } } }")]
    [InlineData("struct Slot { public Cache Cache; } static class Test { static void M(Slot[] slots, int i) { ref Slot slot = ref slots[i]; foreach (Ptr<Foo> foo in slot.Cache.Items) { slots[i] = slots[i + 1]; slot.Cache.Items.Clear(); } } }")]
    [InlineData("static class Test { static void M(Cache[] caches, int i) { ref Cache cache = ref caches[i]; foreach (Ptr<Foo> foo in caches[i].Items) { cache = caches[i + 1]; caches[i].Items.Clear(); } } }")]

    // Drained
    [InlineData("static class Test { static void M(ref Owner owner) { foreach (Ptr<Foo> foo in owner.Items.Drain()) { owner.Items.AddLast(foo); owner.Items.Clear(); } } }")]

    // Before and after
    [InlineData("static class Test { static void M(ref Owner owner) { owner.Items.Reverse(); foreach (Ptr<Foo> foo in owner.Items) Pool.Free(foo); owner.Items.Clear(); } }")]
    [InlineData("static class Test { static bool M(ref Owner owner) { foreach (Ptr<Foo> foo in owner.Items) { if (Pool.Matches(foo)) return owner.Items.TryRemoveFirst(out _); } return false; } }")]

    // Another walk
    [InlineData("static class Test { static void M(ref Owner owner) { for (Ptr<Foo> foo = owner.Items.First; !foo.IsNull; foo = owner.Items.Next(foo)) owner.Items.AddFirst(Pool.New()); } }")]
    [InlineData("static class Test { static void M(ref Owner owner) { foreach (Ptr<Foo> foo in owner.Items.ToArray()) owner.Items.MoveToFirst(foo); } }")]
    [InlineData("static class Test { static void M(System.Collections.Generic.List<int> list) { foreach (int item in list) list.Clear(); } }")]

    // Not known to be called
    [InlineData("static class Test { static void M(Cache cache) { foreach (Ptr<Foo> foo in cache.Items) { Action later = () => cache.Items.Clear(); } } }")]
    [InlineData("static class Test { static void M(Cache cache) { foreach (Ptr<Foo> foo in cache.Items) { void Later() => cache.Items.Clear(); } } }")]

    // A flag says that there was a change
    [InlineData("static class Test { static void M(ref Owner owner) { var result = (Done: false, Number: 0); foreach (Ptr<Foo> foo in owner.Items) { if (foo.Value.Value == 1) { owner.Items.MoveToFirst(foo); result.Done = true; } if (result.Done) break; } } }")]
    [InlineData("static class Test { enum Step { None, Moved, Failed } static void M(ref Owner owner) { Step step = Step.None; foreach (Ptr<Foo> foo in owner.Items) { if (foo.Value.Value == 1) { owner.Items.MoveToFirst(foo); step = Step.Moved; } if (step is Step.Moved or Step.Failed) break; } } }")]
    [InlineData("static class Test { enum Step { None, Moved, Failed } static void M(ref Owner owner) { Step step = Step.None; foreach (Ptr<Foo> foo in owner.Items) { if (foo.Value.Value == 1) { owner.Items.MoveToFirst(foo); step = Step.Moved; } if (step is > Step.None) break; } } }")]
    [InlineData("static class Test { static void M(ref Owner owner, bool other) { bool moved = false; foreach (Ptr<Foo> foo in owner.Items) { if (foo.Value.Value == 1) { owner.Items.MoveToFirst(foo); moved = true; } if (other | moved) break; } } }")]
    public Task AcceptsPrograms(string source) => VerifyAcceptedAsync(source + Owners);

    private static string Message(string operation, string list, string harm) => $"'{operation}' changes '{list}' while foreach walks it: {harm}";
}
