using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace IntrusiveLists.Analyzers.Tests;

public sealed class UnprovedElementTests() : RuleTests("ILIST205", DiagnosticSeverity.Warning)
{
    private const string Empty = "when the list is empty";
    private const string End = "behind the last element";
    private const string Start = "before the first element";

    // Each test is the body of M, or more members.
    private const string Before = """
        partial struct Owner
        {
            [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _ready;
            [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _waiting;

            static void Log(Ptr<Foo> foo) { }
            static bool IsGood(Ptr<Foo> foo) => true;
            static void Require(Ptr<Foo> foo) { if (foo.IsNull) throw new ArgumentNullException(nameof(foo)); }
            [System.Diagnostics.CodeAnalysis.DoesNotReturn] static void Fail() => throw new Exception();

        """;

    public static TheoryData<string, string, string> Twins => new()
    {
        { "static void ThrowEmpty() «{ }→=> throw new Exception();» void M() { if (Ready.IsEmpty) ThrowEmpty(); {|#0:Ready.First|}.Value.Value = 1; }", "Ready.First", Empty },
        { "static void Stop(bool c) { if (c) { «return;→» } throw new Exception(); } void M(bool c) { if (Ready.IsEmpty) Stop(c); {|#0:Ready.First|}.Value.Value = 1; }", "Ready.First", Empty },
        { "void M(bool c) { if (Ready.IsEmpty) Stop(); {|#0:Ready.First|}.Value.Value = 1; void Stop() { Console.Beep(); «if (c)→» throw new Exception(); } }", "Ready.First", Empty },
        { "int M(Ptr<Foo> mark, Ptr<Foo> x) { if (Waiting.IsEmpty) return 0; Ready.MoveAfter(mark, «Waiting.First→x»); return {|#0:Waiting.First|}.Value.Value; }", "Waiting.First", Empty },
        { "static int M(Ptr<Owner>[] o, int i) { if (o[i + «2→1»].Value.Ready.IsEmpty) return 0; return {|#0:o[i + 1].Value.Ready.First|}.Value.Value; }", "o[i + 1].Value.Ready.First", Empty },
        { "static int M(Ptr<Owner>[] o, int i) { if (o[i & «3→7»].Value.Ready.IsEmpty) return 0; return {|#0:o[i & 7].Value.Ready.First|}.Value.Value; }", "o[i & 7].Value.Ready.First", Empty },
        { "static int M(Ptr<Owner>[] o) { if (o[^«2→1»].Value.Ready.IsEmpty) return 0; return {|#0:o[^1].Value.Ready.First|}.Value.Value; }", "o[^1].Value.Ready.First", Empty },
        { "int M() => Ready.First switch { var f when «!→»f.IsNull => 0, var f => {|#0:f|}.Value.Value };", "f", Empty },
        { "static void Ensure(bool condition) { if (!condition) throw new Exception(); } int M() { Ensure(!«Waiting→Ready».IsEmpty); return {|#0:Ready.First|}.Value.Value; }", "Ready.First", Empty },
        { "int M() => {|#0:Ready.First|}«→.OrThrow()».Value.Value;", "Ready.First", Empty },
        { "int M() { var p = Ready.Last; if («p.IsNull→!p.IsNull») { return {|#0:p|}.Value.Value; } return 0; }", "p", Empty },
        { "int M() { var p = Ready.First; if («!→»p.IsNull) { return 0; } return {|#0:p|}.Value.Value; }", "p", Empty },
        { "int M() { var p = Ready.First; return p «==→!=» default ? {|#0:p|}.Value.Value : 0; }", "p", Empty },
        { "int M() { var p = Ready.First; return p is { «→IsNull: false» } ? {|#0:p|}.Value.Value : 0; }", "p", Empty },
        { "unsafe int M() { Foo* p = Ready.First; if (p «==→!=» null) { return {|#0:p|}->Value; } return 0; }", "p", Empty },
        { "unsafe int M() { var p = Ready.First; return p.Pointer is «→not» null ? (*{|#0:p.Pointer|}).Value : 0; }", "p.Pointer", Empty },
        { "int M() => «Ready→!Ready».IsEmpty ? {|#0:Ready.First|}.Value.Value : 0;", "Ready.First", Empty },
        { "int M() => «Waiting→Ready».HasSingle ? {|#0:Ready.First|}.Value.Value : 0;", "Ready.First", Empty },
        { "int M() => Ready.Count() «>=→>» 0 ? {|#0:Ready.Last|}.Value.Value : 0;", "Ready.Last", Empty },
        { "int M() { int n = Ready.Count(); return n «<→>» 1 ? {|#0:Ready.First|}.Value.Value : 0; }", "Ready.First", Empty },
        { "int M() => «→!»_ready.IsEmpty ? {|#0:Ready.First|}.Value.Value : 0;", "Ready.First", Empty },
        { "int M() => !«_waiting→_ready».IsEmpty ? {|#0:Ready.First|}.Value.Value : 0;", "Ready.First", Empty },
        { "void M(Ptr<Foo> x) { «Waiting→Ready».AddLast(x); {|#0:Ready.First|}.Value.Value = 1; }", "Ready.First", Empty },
        { "void M(Ptr<Foo> x) { Ready.AddLast(x); «Ready→Waiting».TryRemoveFirst(out _); {|#0:Ready.First|}.Value.Value = 1; }", "Ready.First", Empty },
        { "void M() { «Ready→Waiting».Remove({|#0:Waiting.First|}«→.OrThrow()»); }", "Waiting.First", Empty },
        { "void M(Ptr<Foo> x) { Ready.AddAfter({|#0:Ready.First|}«→.OrThrow()», x); }", "Ready.First", Empty },
        { "void M() => Foo.NodeLink.Unlink({|#0:Ready.First|}«→.OrThrow()»);", "Ready.First", Empty },
        { "void M(NativePool<Foo> pool) { var p = Ready.Last; «→if (!p.IsNull)» pool.Free({|#0:p|}); }", "p", Empty },
        { "void M(Ptr<Foo> x) { var n = Ready.Next(x); «→if (!n.IsNull)» {|#0:n|}.Value.Value = 2; }", "n", End },
        { "void M(Ptr<Foo> x) { if (Ready.IsLast(x)) { «→return;» } {|#0:Ready.Next(x)|}.Value.Value = 2; }", "Ready.Next(x)", End },
        { "void M(Ptr<Foo> x) { if (!Ready.«IsLast→IsFirst»(x)) { {|#0:Ready.Previous(x)|}.Value.Value = 2; } }", "Ready.Previous(x)", Start },
        { "int M() { int sum = 0; for (var p = Ready.First; «→!»p.IsNull; p = Ready.Next(p)) { sum += {|#0:p|}.Value.Value; } return sum; }", "p", Empty },
        { "int M() { int sum = 0; var p = Ready.First; while (!p.IsNull) { p = Ready.Next(p); «→if (p.IsNull) break;» sum += {|#0:p|}.Value.Value; } return sum; }", "p", End },
        { "void M() { «→if (»Ready.TryRemoveFirst(out var p)«;→)» {|#0:p|}.Value.Value = 1; }", "p", "when the list was empty" },
        { "void M() { var p = Ready.First; if (p.IsNull) { «Console.Beep→Fail»(); } {|#0:p|}.Value.Value = 1; }", "p", Empty },
        { "void M() { var p = Ready.First; System.Diagnostics.Debug.Assert(«→!»p.IsNull); {|#0:p|}.Value.Value = 1; }", "p", Empty },
        { "void M() { var p = Ready.First; «Log→Require»(p); {|#0:p|}.Value.Value = 1; }", "p", Empty },
        { "int M() { var p = Ready.First; _ = p.IsNull ? «0→throw new Exception()» : 1; return {|#0:p|}.Value.Value; }", "p", Empty },
        { "int M(bool c) { var p = Ready.First; return c «||→&&» !p.IsNull ? {|#0:p|}.Value.Value : 0; }", "p", Empty },
        { "int M(bool c) { var p = Ready.First; bool ok = !p.IsNull «|→&» c; if (ok) { return {|#0:p|}.Value.Value; } return 0; }", "p", Empty },
        { "int M(bool c) { var p = Ready.First; bool ok = c «||→&&» !p.IsNull; if (ok) { return {|#0:p|}.Value.Value; } return 0; }", "p", Empty },
        { "int M(int n) { var p = Ready.First; switch (n) { case 0: if (p.IsNull) return 0; break; default: «break→return 1»; } return {|#0:p|}.Value.Value; }", "p", Empty },
        { "int M() { var p = Ready.First; return p.IsNull switch { «true→false» => {|#0:p|}.Value.Value, _ => 0 }; }", "p", Empty },
        { "int M() { var p = Ready.First; try { if (p.IsNull) { «Console.Beep()→return 0»; } } finally { Console.Beep(); } return {|#0:p|}.Value.Value; }", "p", Empty },
        { "void M() { Local(); void Local() { var o = new Owner(); «→if (!o.Ready.IsEmpty)» {|#0:o.Ready.First|}.Value.Value = 1; } }", "o.Ready.First", Empty },
        { "static void M(Ptr<Owner> o) { Action a = () => { «→if (!o.Value.Ready.IsEmpty)» {|#0:o.Value.Ready.First|}.Value.Value = 1; }; a(); }", "o.Value.Ready.First", Empty },
        { "int this[int i] { get { var list = Ready; «→if (list.IsEmpty) return 0;» return {|#0:list.First|}.Value.Value; } }", "list.First", Empty },
        { "public static Owner operator +(Owner o, int i) { «→if (!o.Ready.IsEmpty)» {|#0:o.Ready.First|}.Value.Value = i; return default; }", "o.Ready.First", Empty },
        { "public Owner(int i) : this() { using var s = new System.IO.MemoryStream(); using (s) { «→if (!Ready.IsEmpty)» {|#0:Ready.First|}.Value.Value = i; } }", "Ready.First", Empty },
        { "static System.Collections.Generic.IEnumerable<int> M(Ptr<Owner> o) { var p = o.Value.Ready.First; «→if (!p.IsNull)» yield return {|#0:p|}.Value.Value; }", "p", Empty },
        { "static async System.Threading.Tasks.Task<int> M(Ptr<Owner> o) { var p = o.Value.Ready.First; «→if (p.IsNull) return 0;» await System.Threading.Tasks.Task.Yield(); return {|#0:p|}.Value.Value; }", "p", Empty },
        { "static void M<T, TLink>(IntrusiveList<T, TLink> list) where T : unmanaged where TLink : unmanaged, IListLink<T> { «→if (!list.IsEmpty)» {|#0:list.Last|}.Initialize(); }", "list.Last", Empty },
        { "void M() { var p = Ready.First; if (p.IsNull) return; p = Ready.«First→First.OrThrow()»; Waiting.Clear(); Ready.Clear(); p = «Ready.First→p»; {|#0:p|}.Value.Value = 1; }", "p", Empty },
        { "int M() { if (Ready.First is not { IsNull: «true→false» } p) return 0; return {|#0:p|}.Value.Value; }", "p", Empty },
        { "unsafe int M() { var p = Ready.First.Pointer; if ((nint)p «==→!=» 0) return (*{|#0:p|}).Value; return 0; }", "p", Empty },
        { "unsafe int M() { var p = Ready.First; if (p.Pointer «==→!=» (Foo*)0) return {|#0:p|}.Value.Value; return 0; }", "p", Empty },
        { "void M() { ref var head = ref _ready; if («→!»head.IsEmpty) {|#0:Ready.First|}.Value.Value = 1; }", "Ready.First", Empty },
        { "static int M(Ptr<Owner> s, Ptr<Owner> t) { ref Owner o = ref s.Value; if («t.Value→s.Value».Ready.IsEmpty) return 0; return {|#0:o.Ready.First|}.Value.Value; }", "o.Ready.First", Empty },
        { "static int M(Ptr<Owner> s, Ptr<Owner> t) { ref Owner o = ref s.Value; if (s.Value.Ready.IsEmpty) return 0; «o = ref t.Value→s = t»; return {|#0:o.Ready.First|}.Value.Value; }", "o.Ready.First", Empty },
        { "static unsafe int M(Owner* o, int i) => «o[1 - i]→o[i]».Ready.IsEmpty ? 0 : {|#0:o[i].Ready.First|}.Value.Value;", "o[i].Ready.First", Empty },
        { "bool IsIdle => «Waiting→Ready».IsEmpty; int M() => IsIdle ? 0 : {|#0:Ready.First|}.Value.Value;", "Ready.First", Empty },
        { "bool IsIdle => _«waiting→ready».IsEmpty; int M() { if (IsIdle) return 0; return {|#0:Ready.First|}.Value.Value; }", "Ready.First", Empty },
        { "bool IsIdle() { var list = «Waiting→Ready»; return list.IsEmpty; } int M() { bool isIdle = IsIdle(); if (!isIdle) return {|#0:Ready.First|}.Value.Value; return 0; }", "Ready.First", Empty },
        { "bool IsIdle => !Any; bool Any { get { return !«Waiting→Ready».IsEmpty; } } int M() => IsIdle ? 0 : {|#0:Ready.First|}.Value.Value;", "Ready.First", Empty },
        { "int Pending => «Waiting→Ready».Count(); int M() => Pending > 0 ? {|#0:Ready.First|}.Value.Value : 0;", "Ready.First", Empty },
        { "static bool IsIdle(ref Owner o) => o.«Waiting→Ready».IsEmpty; static int M(ref Owner s) => IsIdle(ref s) ? 0 : {|#0:s.Ready.First|}.Value.Value;", "s.Ready.First", Empty },
        { "static bool IsIdle(Ptr<Owner> o) => o.Value.Ready.IsEmpty; static int M(Ptr<Owner> s, Ptr<Owner> t) => IsIdle(«t→s») ? 0 : {|#0:s.Value.Ready.First|}.Value.Value;", "s.Value.Ready.First", Empty },
        { "static bool IsIdle(IntrusiveList<Foo, Foo.NodeLink> list) => list.IsEmpty; int M() => IsIdle(«Waiting→Ready») ? 0 : {|#0:Ready.First|}.Value.Value;", "Ready.First", Empty },
        { "bool IsEnd(Ptr<Foo> x) => «Waiting→Ready».IsLast(x); void M(Ptr<Foo> y) { if (!IsEnd(y)) {|#0:Ready.Next(y)|}.Value.Value = 2; }", "Ready.Next(y)", End },
        { "void RequireWork() { if («Waiting→Ready».IsEmpty) throw new Exception(); } int M() { RequireWork(); return {|#0:Ready.First|}.Value.Value; }", "Ready.First", Empty },
        { "bool IsIdle => «Waiting→Ready».IsEmpty; int M() { System.Diagnostics.Debug.Assert(!IsIdle); return {|#0:Ready.First|}.Value.Value; }", "Ready.First", Empty },
        { "static int M(Ptr<Owner> s) { return IsIdle() ? 0 : {|#0:s.Value.Ready.First|}.Value.Value; bool IsIdle() => s.Value.«Waiting→Ready».IsEmpty; }", "s.Value.Ready.First", Empty },
        { "sealed class Wrapper { Ptr<Owner> _owner; bool IsIdle => _owner.Value.«Waiting→Ready».IsEmpty; int M() => IsIdle ? 0 : {|#0:_owner.Value.Ready.First|}.Value.Value; }", "_owner.Value.Ready.First", Empty },
        { "sealed class Wrapper { Ptr<Owner> _owner; bool IsIdle => _owner.Value.«Waiting→Ready».IsEmpty; int M() => this is { IsIdle: false } ? {|#0:_owner.Value.Ready.First|}.Value.Value : 0; }", "_owner.Value.Ready.First", Empty },
        { "partial struct Box<T> where T : unmanaged { public T Value; [Contains(typeof(Foo), nameof(Foo.Node))] internal ListHead _ready; public bool IsIdle => «Value.Equals(default(T))→Ready.IsEmpty»; } static int M(Ptr<Box<int>> b) => b.Value.IsIdle ? 0 : {|#0:b.Value.Ready.First|}.Value.Value;", "b.Value.Ready.First", Empty },
        { "bool A => B || Value > 0; bool B => A || «Value > 1→Ready.IsEmpty»; int Value; int M() => A ? 0 : {|#0:Ready.First|}.Value.Value;", "Ready.First", Empty },
        { "int M() { var a = Ready.First; var b = Waiting.First; return (a.IsNull, b.IsNull) switch { («true→false», false) => {|#0:a|}.Value.Value, _ => 0 }; }", "a", Empty },
        { "int M() { if (Ready.Count() is «0 or 1→1 or 2») return {|#0:Ready.Last|}.Value.Value; return 0; }", "Ready.Last", Empty },
        { "void M() { int last = Ready.Count() - 1; if (last >= «-1→0») {|#0:Ready.Last|}.Value.Value = last; }", "Ready.Last", Empty },
        { "void M(Ptr<Foo> x) { if («x→default» != Ready.First) {|#0:Ready.First|}.Value.Value = 1; }", "Ready.First", Empty },
        { "void M() { if (Ready.IsEmpty«→ || Ready.HasSingle») return; {|#0:Ready.Next(Ready.First.OrThrow())|}.Value.Value = 1; }", "Ready.Next(Ready.First.OrThrow())", End },
        { "void M(Ptr<Foo> x) { if (x != «Waiting→Ready».Last) {|#0:Ready.Next(x)|}.Value.Value = 1; }", "Ready.Next(x)", End },
        { "void M(Ptr<Foo> a, Ptr<Foo> b) { Ready.AddFirst(a); «Waiting→Ready».AddLast(b); {|#0:Ready.Next(a)|}.Value.Value = 1; }", "Ready.Next(a)", End },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public Task RejectsOneTwin(string twins, string element, string when) => VerifyTwinsAsync(Before + twins + "}", Message(element, when));

    /// <summary>Gets searches of a list that begin with its first element, which is there where the list is found to have any.</summary>
    public static TheoryData<string, string, string> Searches => new()
    {
        { "int M() { var best = Ready.First; foreach (var p in «Waiting→Ready») { if (p.Value.Value < {|#0:best|}.Value.Value) best = p; } return best.IsNull ? 0 : best.Value.Value; }", "best", Empty },
        { "int M() { var best = Ready.Last; foreach (var p in «Waiting→Ready».Reversed()) { best = p.Value.Value < {|#0:best|}.Value.Value ? p : best; } return best.IsNull ? 0 : 1; }", "best", Empty },
        { "int M() { var best = «Waiting→Ready».First; for (var p = Ready.First; !p.IsNull; p = Ready.Next(p)) { if (p.Value.Value < {|#0:best|}.Value.Value) best = p; } return best.IsNull ? 0 : 1; }", "best", Empty },
        { "void M() { var best = «Waiting→Ready».First; var p = Ready.First; while (p != default) { if (p.Value.Value < {|#0:best|}.Value.Value) { best = p; } p = Ready.Next(p); } }", "best", Empty },
        { "unsafe void M() { Foo* best = «Waiting→Ready».First; for (Foo* p = Ready.First; p != null; p = Ready.Next(p)) { if (p->Value < {|#0:best|}->Value) best = p; } }", "best", Empty },
        { "void M(Ptr<Foo> x) { var best = Ready.Last; «Ready→Waiting».AddLast(x); foreach (var p in Ready) { if (p.Value.Value < {|#0:best|}.Value.Value) best = p; } }", "best", Empty },
        { "void M(Ptr<Foo> x) { var best = Ready.Last; «Ready→Waiting».MoveToLast(x); foreach (var p in Ready) { if (p.Value.Value < {|#0:best|}.Value.Value) best = p; } }", "best", Empty },
        { "int M() { int sum = 0; var before = «Waiting→Ready».First; foreach (var p in Ready) { sum += p.Value.Value - {|#0:before|}.Value.Value; before = p; } return sum; }", "before", Empty },
        { "int M() { var last = Ready.First; foreach (var p in Ready) { last = p; } if («Waiting→Ready».IsEmpty) return 0; return {|#0:last|}.Value.Value; }", "last", Empty },
    };

    /// <summary>Gets two queues of which one has an element.</summary>
    public static TheoryData<string, string, string> EitherOfTwo => new()
    {
        { "int M() { if (Ready.IsEmpty && «Ready→Waiting».IsEmpty) return 0; var p = Ready.IsEmpty ? Waiting.First : Ready.First; return {|#0:p|}.Value.Value; }", "p", Empty },
        { "int M() { if (!(Ready.IsEmpty «&&→||» Waiting.IsEmpty)) { } else return 0; return Ready.IsEmpty ? 0 : {|#0:Waiting.First|}.Value.Value; }", "Waiting.First", Empty },
        { "int M() { if (_ready.IsEmpty && _waiting.IsEmpty) return 0; if («Waiting→Ready».IsEmpty) return {|#0:Waiting.First|}.Value.Value; return 0; }", "Waiting.First", Empty },
        { "int M() { if (Ready.IsEmpty && Waiting.IsEmpty) return 0; «Waiting.TryRemoveFirst(out _);→» return Ready.IsEmpty ? {|#0:Waiting.First|}.Value.Value : 0; }", "Waiting.First", Empty },
        { "int M(Ptr<Foo> x) { if (Ready.IsEmpty && Waiting.IsEmpty) return 0; Waiting.«Clear→AddLast»(«→x»); return Ready.IsEmpty ? {|#0:Waiting.First|}.Value.Value : 0; }", "Waiting.First", Empty },
        { "int M() { if (Ready.Count() == 0 && Waiting.Count() == 0) return 0; return Ready.Count() «>→==» 0 ? {|#0:Waiting.First|}.Value.Value : 0; }", "Waiting.First", Empty },
        { "int M() { if (Ready.Count() < 1 && Waiting.Count() is 0) return 0; if (Ready.Count() is «>→<=» 0) return {|#0:Waiting.First|}.Value.Value; return 0; }", "Waiting.First", Empty },
        { "int M() { bool a = Ready.IsEmpty, b = «Ready→Waiting».IsEmpty; if (a && b) return 0; return ({|#0:a ? Waiting.First : Ready.First|}).Value.Value; }", "a ? Waiting.First : Ready.First", Empty },
        { "int M() { var a = Ready.First; var b = Waiting.First; if (a.IsNull && b.IsNull) return 0; var p = a.IsNull ? «a→b» : a; return {|#0:p|}.Value.Value; }", "p", Empty },
        { "int M() { var a = Ready.First; var b = Waiting.First; if (a == default && b == default) return 0; return a «!=→==» default ? {|#0:b|}.Value.Value : 0; }", "b", Empty },
        { "int M() { var a = Ready.First; var b = Waiting.First; if (a is { IsNull: true } && b is { IsNull: true }) return 0; return a is { IsNull: «false→true» } ? {|#0:b|}.Value.Value : 0; }", "b", Empty },
        { "int M() { var a = Ready.First; var b = Waiting.First; if (a.IsNull && b.IsNull) return 0; return «Waiting→Ready».IsEmpty ? {|#0:b|}.Value.Value : 0; }", "b", Empty },
        { "int M() { var a = Ready.First; var b = Waiting.First; if (a.IsNull && b.IsNull) return 0; «a = Waiting.First;→» return a.IsNull ? {|#0:b|}.Value.Value : 0; }", "b", Empty },
        { "int M(bool c) { int sum = 0; var a = Ready.First; var b = Waiting.First; while (!a.IsNull || !b.IsNull) { if («c→b.IsNull») { sum += {|#0:a|}.Value.Value; a = Ready.Next(a.OrThrow()); } else { b = Waiting.Next(b.OrThrow()); } } return sum; }", "a", Empty },
        { "unsafe int M() { Foo* a = Ready.First; Foo* b = Waiting.First; if (a == null && b == null) return 0; return «b→a» == null ? {|#0:b|}->Value : 0; }", "b", Empty },
    };

    /// <summary>Gets counts in other types than <c>int</c>, and methods that throw where they are wrong.</summary>
    public static TheoryData<string, string, string> Counted => new()
    {
        { "int M() { long n = «Waiting→Ready».Count(); if (n > 0) return {|#0:Ready.First|}.Value.Value; return 0; }", "Ready.First", Empty },
        { "int M() { long n = Ready.Count(); if (n «>=→>» 0L) return {|#0:Ready.First|}.Value.Value; return 0; }", "Ready.First", Empty },
        { "int M() { if ((long)Ready.Count() «>=→!=» 0) return {|#0:Ready.First|}.Value.Value; return 0; }", "Ready.First", Empty },
        { "int M() { if (Ready.Count() «<→>=» 1L) return {|#0:Ready.First|}.Value.Value; return 0; }", "Ready.First", Empty },
        { "int M() { if ((uint)Ready.Count() «>=→>» 0u) return {|#0:Ready.First|}.Value.Value; return 0; }", "Ready.First", Empty },
        { "int M() { ulong n = (ulong)Ready.Count(); return n is «>=→>» 0ul ? {|#0:Ready.First|}.Value.Value : 0; }", "Ready.First", Empty },
        { "int M() { ArgumentOutOfRangeException.ThrowIfZero(«Waiting→Ready».Count()); return {|#0:Ready.First|}.Value.Value; }", "Ready.First", Empty },
        { "int M() { int n = «Waiting→Ready».Count(); ArgumentOutOfRangeException.ThrowIfLessThan(n, 1); return {|#0:Ready.First|}.Value.Value; }", "Ready.First", Empty },
        { "static void RequireWork(long count) { if (count == 0) throw new Exception(); } int M() { RequireWork(«Waiting→Ready».Count()); return {|#0:Ready.First|}.Value.Value; }", "Ready.First", Empty },
        { "static void Note(long count) { } static void Require(long count) { if (count == 0) throw new Exception(); } int M() { «Note→Require»(Ready.Count()); return {|#0:Ready.First|}.Value.Value; }", "Ready.First", Empty },
    };

    /// <summary>Gets patterns that read an element.</summary>
    public static TheoryData<string, string, string> ReadInPatterns => new()
    {
        { "int M() { if ({|#0:Ready.First|} is { «→IsNull: false, »Value.Value: 3 }) return 1; return 0; }", "Ready.First", Empty },
        { "int M() { var p = Ready.First; return «→!p.IsNull && »{|#0:p|} is { Value: { Value: > 3 } } ? 1 : 0; }", "p", Empty },
        { "int M() { if (!Ready.TryRemoveFirst(out var p)«→) return 0; if (p.IsNull») { } return {|#0:p|} is not { Value.Value: 3 } ? 1 : 0; }", "p", "when the list was empty" },
        { "int M() { var p = Ready.First; return {|#0:p|} switch { «→{ IsNull: true } => 0, »{ Value.Value: 3 } => 1, _ => 2 }; }", "p", Empty },
    };

    /// <summary>Gets variables that are assigned together.</summary>
    public static TheoryData<string, string, string> AssignedTogether => new()
    {
        { "int M() { var a = Ready.First; var b = Waiting.First; if («b→a».IsNull) return 0; (a, b) = (b, a); return {|#0:b|}.Value.Value; }", "b", Empty },
        { "int M() { var a = Ready.First; var b = Waiting.First; if («a→b».IsNull) return 0; (b, a) = (a, b); return {|#0:a|}.Value.Value; }", "a", Empty },
        { "int M() { var a = Ready.First; if (a.IsNull) return 0; Ptr<Foo> b; (b, a) = (a, Ready.Next(a)); return {|#0:«a→b»|}.Value.Value; }", "a", End },
        { "int M() { var a = Ready.First; var b = Waiting.First; var c = a; if («b→a».IsNull) return 0; (_, (b, c)) = (1, (a, b)); return {|#0:b|}.Value.Value; }", "b", Empty },
        { "int M() { int n = Ready.Count(), m = 3; (n, m) = (m, n); return «n→m» > 0 ? {|#0:Ready.First|}.Value.Value : 0; }", "Ready.First", Empty },
    };

    [Theory]
    [MemberData(nameof(Searches))]
    [MemberData(nameof(EitherOfTwo))]
    [MemberData(nameof(Counted))]
    [MemberData(nameof(ReadInPatterns))]
    [MemberData(nameof(AssignedTogether))]
    public Task RejectsOneTwinOfPrograms(string twins, string element, string when) => VerifyTwinsAsync(Before + twins + "}", Message(element, when));

    public static TheoryData<string, string, string> Lost => new()
    {
        { "void M() { if (Ready.IsEmpty) return; Ready.RemoveFirst(); {|#0:Ready.First|}.Value.Value = 1; }", "Ready.First", Empty },
        { "void M() { if (Ready.IsEmpty) return; Waiting.SpliceLast(Ready); {|#0:Ready.First|}.Value.Value = 1; }", "Ready.First", Empty },
        { "void M() { if (Ready.Count() > 1) { Ready.RemoveFirst(); _ = Ready.RemoveLast(); {|#0:Ready.First|}.Value.Value = 1; } }", "Ready.First", Empty },
        { "void M() { if (Ready.IsEmpty) return; Waiting.MoveToLast(Ready.First); {|#0:Ready.First|}.Value.Value = 1; }", "Ready.First", Empty },
        { "void M() { foreach (var p in Ready) p.Value.Value = 1; {|#0:Ready.First|}.Value.Value = 1; }", "Ready.First", Empty },
        { "void M(Ptr<Foo> x) { var p = x; p = Ready.First; {|#0:p|}.Value.Value = 1; }", "p", Empty },
        { "void M() { var p = Ready.First; if (!p.IsNull) { p = Ready.Next(p); {|#0:p|}.Value.Value = 1; } }", "p", End },
        { "static Owner Make() => default; static void M(Ptr<Owner> a, Ptr<Owner> b) { if (a.Value.Ready.IsEmpty) return; a = b; {|#0:a.Value.Ready.First|}.Value.Value = 1; }", "a.Value.Ready.First", Empty },
    };

    [Theory]
    [MemberData(nameof(Lost))]
    public Task RejectsWhereTheEvidenceIsLost(string members, string element, string when) => VerifyRejectedAsync(Before + members + "}", Message(element, when));

    // Another assembly's members cannot be read: they may test what they say.
    [Theory]
    [InlineData("static int M(Ptr<Shared> s) => s.Value.IsIdle ? 0 : s.Value.JobsList.First.Value.Value;")]
    [InlineData("static int M(ref Shared s) => Shared.IsAnyBusy(ref s) ? s.JobsList.First.Value.Value : 0;")]
    [InlineData("static int M(Ptr<Shared> s) => Shared.IsBusy(s.Value.JobsList) ? s.Value.JobsList.First.Value.Value : 0;")]
    public Task AcceptsTestsOfALibrary(string members) => VerifyAcceptedAsync(Before + members + """
        }
        // library
        public partial struct Item { public int Value; public ListNode Node; }
        public partial struct Shared
        {
            [Contains(typeof(Item), nameof(Item.Node))] public ListHead Jobs;
            public bool IsIdle => JobsList.IsEmpty;
            public static bool IsBusy(IntrusiveList<Item, Item.NodeLink> list) => !list.IsEmpty;
            public static bool IsAnyBusy(ref Shared shared) => !shared.JobsList.IsEmpty;
        }
        """);

    // One element, one warning: having been used, it is there
    [Fact]
    public Task RejectsOnce() => VerifyRejectedAsync(Before + "int M() { var p = Ready.First; return {|#0:p|}.Value.Value + p.Value.Value; } }", Message("p", Empty));

    [Theory]
    [InlineData("int M() { if (Ready.IsEmpty) { return 0; } var p = Ready.First; var q = Ready.Last; return p.Value.Value + q.Value.Value; }")]
    [InlineData("void M() { while (!Ready.IsEmpty) { var p = Ready.First; Log(p); p.Value.Value = 1; Ready.Remove(p); } }")]
    [InlineData("void M() { while (Ready.First is { IsNull: false } p) { p.Value.Value++; Ready.Remove(p); } }")]
    [InlineData("void M() { Ptr<Foo> p; while (!(p = Ready.First).IsNull) { Ready.Remove(p); } }")]
    [InlineData("int M() { int sum = 0; for (var p = Ready.First; p != default(Ptr<Foo>); p = Ready.Next(p)) sum += p.Value.Value; for (var p = Ready.Last; !p.IsNull; p = Ready.Previous(p)) sum += p.Value.Value; return sum; }")]
    [InlineData("unsafe int M() { int sum = 0; for (Foo* p = Ready.First; p != null; p = Ready.Next(p)) sum += p->Value; return sum; }")]
    [InlineData("void M() { for (Ptr<Foo> p = Ready.First, next; !p.IsNull; p = next) { next = Ready.Next(p); if (p.Value.Value == 0) Ready.Remove(p); } }")]
    [InlineData("Ptr<Foo> M() => Ready.First; Ptr<Foo> N { get { Log(Ready.Last); return Ready.Last; } } Ptr<Foo> _kept; void K() => _kept = Ready.First; bool B() => Ready.First == Ready.Last;")]
    [InlineData("void M(Ptr<Foo> x) { Ready.AddFirst(x); Log(x); if (Ready.First == x) Ready.First.Value.Value = 1; Ready.Last.Value.Value = 2; }")]
    [InlineData("void M() { if (Ready.Count() > 1) { Ready.RemoveFirst(); Ready.First.Value.Value = 1; } }")]
    [InlineData("void M() { if (Ready.IsEmpty || Ready.HasSingle) return; Ready.Next(Ready.First).Value.Value = 1; var f = Ready.First; Ready.Next(f).Value.Value = 2; }")]
    [InlineData("void M(Ptr<Foo> x) { if (Ready.Contains(x)) { Ready.First.Value.Value = 1; } if (Waiting.IsFirst(x)) Waiting.Last.Value.Value = 1; }")]
    [InlineData("void M() { var p = Ready.First; if (IsGood(p)) { p.Value.Value = 1; } }")]
    [InlineData("void M() { var list = Ready; var p = list.First; if (!list.IsEmpty) { p.Value.Value = 1; } if (!Waiting.IsEmpty) { var w = Waiting; w.First.Value.Value = 1; } }")]
    [InlineData("void M() { Ptr<Foo> found = default; foreach (var p in Ready) { if (p.Value.Value == 3) { found = p; break; } } if (!found.IsNull) found.Value.Value = 1; foreach (var p in Ready) p.Value.Value = 2; }")]
    [InlineData("int M(bool c) { Ptr<Foo> p = c ? Ready.First : Waiting.First; if (p.IsNull) throw new Exception(); return p.Value.Value; }")]
    [InlineData("static void M(Ptr<Owner> o) { if (o.Value.Ready.IsEmpty) return; Action a = () => o.Value.Ready.First.Value.Value = 1; a(); }")]
    [InlineData("void M() { if (!Ready.IsEmpty) { Ready.TryRemoveFirst(out var p); p.Value.Value = 1; } bool ok = Ready.TryRemoveLast(out var q); if (ok) q.Value.Value = 1; if (!Ready.TryRemoveLast(out var r)) return; r.Value.Value = 2; }")]
    [InlineData("int M() { var p = Ready.First; bool none = p.IsNull; if (none) return 0; return p.Value.Value; }")]
    [InlineData("int M() { var first = Ready.First; var last = Ready.Last; if (first.IsNull || last.IsNull) return 0; return first.Value.Value + last.Value.Value; }")]
    [InlineData("void M() { var p = Ready.First; if (p.Equals(default)) return; p.Value.Value = 1; var q = Ready.Last; if (default(Ptr<Foo>) == q) return; q.Value.Value = 1; }")]
    [InlineData("void M() { try { var p = Ready.First; if (p.IsNull) return; p.Value.Value = 1; } catch (Exception) when (!Ready.IsEmpty) { Ready.First.Value.Value = 1; } finally { Ready.Clear(); } }")]
    [InlineData("void M() { lock (s_lock) { var p = Ready.First; if (p.IsNull) { return; } p.Value.Value = 1; } } static readonly object s_lock = new();")]
    [InlineData("int M() { if (Ready.First.IsNull) return 0; return Ready.First.Value.Value; } int N() => Ready.First.IsNull ? 0 : Ready.First.Value.Value; int O() => !Ready.First.IsNull && Ready.First.Value.Value > 1 ? 1 : 0;")]
    [InlineData("void M() { if (Ready.IsEmpty) Fail(); Ready.First.Value.Value = 1; if (Waiting.IsEmpty) throw new InvalidOperationException(); Waiting.First.Value.Value = 1; }")]
    [InlineData("void M() { Ready.Sort((a, b) => a.Value.Value - b.Value.Value); Waiting.SpliceLast(Ready); if (!Waiting.IsEmpty) { Waiting.Sort((a, b) => 0); Waiting.Reverse(); Waiting.RotateLeft(); Waiting.First.Value.Value = 1; Ready.SpliceFirst(Waiting); Ready.First.Value.Value = 1; } }")]
    [InlineData("void M() { for (var p = Ready.First; p != Ready.Last; p = Ready.Next(p)) { p.Value.Value = 1; } }")]
    [InlineData("void M() { var p = Ready.First; if (p.IsNull) return; do { p.Value.Value = 1; p = Ready.Next(p); } while (!p.IsNull); }")]
    [InlineData("void M() { var p = Ready.First; while (true) { if (p.IsNull) break; p.Value.Value = 1; p = Ready.Next(p); } }")]
    [InlineData("void M(Ptr<Foo> x) { for (int i = 0; i < Ready.Count(); i++) { Ready.First.Value.Value = 1; Ready.RotateLeft(); } }")]
    [InlineData("void M() { var (a, b) = (Ready.First, Ready.Last); if (a.IsNull || b.IsNull) return; a.Value.Value = b.Value.Value; }")]
    [InlineData("static void M(Ptr<Owner>[] owners, int i) { if (!owners[i].Value.Ready.IsEmpty) { owners[i].Value.Ready.First.Value.Value = 1; } }")]
    [InlineData("static Ptr<Owner> Current() => default; static void M() { if (Current().Value.Ready.IsEmpty) return; Current().Value.Ready.First.Value.Value = 1; }")]
    [InlineData("void M() { Ptr<Foo> p = Ready.First; void Reset() { p = default; } Reset(); if (!p.IsNull) p.Value.Value = 1; Reset(); }")]
    [InlineData("void M(Ptr<Foo> x) { if (Ready.IsLast(x)) { return; } var n = Ready.Next(x); n.Value.Value = 1; Ready.MoveToLast(x); Ready.Last.Value.Value = 2; x.Value.Value = 1; }")]
    [InlineData("int M() => Ready.Count() switch { 0 => 0, 1 => Ready.First.Value.Value, _ => Ready.First.Value.Value + Ready.Last.Value.Value };")]
    [InlineData("void M() { foreach (var p in Ready) { Ready.First.Value.Value = p.Value.Value; } foreach (var p in Waiting.Reversed()) { Waiting.Last.Value.Value = 1; } }")]
    [InlineData("void M(bool c) { var p = Ready.First; bool ok = c; ok &= !p.IsNull; if (ok) { p.Value.Value = 1; } }")]
    [InlineData("void M() { Ptr<Foo> none = default; var p = Ready.First; if (p != none) { p.Value.Value = 1; } if (p == none) return; p.Value.Value = 2; }")]
    [InlineData("unsafe void M() { var p = Ready.First; if (p != new Ptr<Foo>(null)) { p.Value.Value = 1; } ArgumentNullException.ThrowIfNull(Ready.Last.Pointer); Ready.Last.Value.Value = 1; }")]
    [InlineData("void M() { int n = Ready.Count(); for (int i = 0; i < n; i++) { var p = Ready.First; p.Value.Value = 1; Ready.MoveToLast(p); } }")]
    [InlineData("void M(Ptr<Foo> p) { var n = Ready.Next(p); if (n.IsNull) { n = Ready.First; } n.Value.Value = 1; }")]
    [InlineData("void M() { if (Ready.TryRemoveFirst(out var p)) { do { p.Value.Value = 1; } while (Ready.TryRemoveFirst(out p)); } while (Waiting.TryRemoveLast(out Ptr<Foo> q)) { q.Value.Value = 1; Ready.AddLast(q); } }")]
    [InlineData("Ptr<Foo> _p; void Check() { } void M() { _p = Ready.First; Check(); _p.Value.Value = 1; _p = Ready.First; if (!_p.IsNull) { _p.Value.Value = 2; } }")]
    [InlineData("void M(Ptr<Foo> fallback) { var p = Ready.First.IsNull ? fallback : Ready.First; p.Value.Value = 1; var q = Ready.First; if (q.IsNull) q = fallback; q.Value.Value = 2; }")]
    [InlineData("int M() { switch (Ready.Count()) { case 0: return 0; case 1: return Ready.First.Value.Value; default: return Ready.Last.Value.Value; } }")]
    [InlineData("void M() { if (Ready.IsEmpty is false and var any && any) { Ready.First.Value.Value = 1; } if (Ready.First.IsNull == false) { Ready.First.Value.Value = 1; } if (Ready.First.IsNull is not true) { Ready.First.Value.Value = 1; } }")]
    [InlineData("void M() { if (Ready is { IsEmpty: false }) { Ready.First.Value.Value = 1; } if (Ready.Next(Ready.First.OrThrow()) is { IsNull: false } next) { next.Value.Value = 1; } }")]
    [InlineData("void M() { if (Ready.IsEmpty) { Ready.AddLast(Waiting.RemoveFirst()); } Ready.First.Value.Value = 1; }")]
    [InlineData("static void M(Ptr<Owner> o, Ptr<Owner> next) { var list = o.Value.Ready; if (list.IsEmpty) return; o = next; list.First.Value.Value = 1; ref Owner r = ref next.Value; if (!r.Ready.IsEmpty) r.Ready.First.Value.Value = 1; }")]
    [InlineData("void M() { Ptr<Foo> best = default; for (var p = Ready.First; !p.IsNull; p = Ready.Next(p)) { if (best.IsNull || p.Value.Value > best.Value.Value) { best = p; } } if (best.IsNull) return; best.Value.Value = 0; }")]
    [InlineData("void M(Ptr<Foo> x) { for (var p = Ready.First; !p.IsNull; p = Ready.Next(p)) { if (p.Value.Value > x.Value.Value) { Ready.AddBefore(p, x); return; } } Ready.AddLast(x); }")]
    [InlineData("void M() { var a = Ready.First; var b = Waiting.First; while (!a.IsNull && !b.IsNull) { if (a.Value.Value < b.Value.Value) { a = Ready.Next(a); } else { b = Waiting.Next(b); } } for (; !a.IsNull; a = Ready.Next(a)) a.Value.Value = 0; }")]
    [InlineData("int M() { bool any = false; var p = Ready.First; if (!p.IsNull) { any = true; } if (any) { return p.Value.Value; } return 0; }")]
    [InlineData("int M() { var a = Ready.First; var b = Waiting.First; return (a.IsNull, b.IsNull) switch { (false, false) => a.Value.Value + b.Value.Value, (false, true) => a.Value.Value, (true, false) => b.Value.Value, _ => 0 }; }")]
    [InlineData("static int M(Ptr<Owner> a, Ptr<Owner> b) => (a.Value.Ready.IsEmpty, b.Value.Ready.IsEmpty) switch { (true, true) => 0, (true, _) => -1, (_, true) => 1, _ => a.Value.Ready.First.Value.Value.CompareTo(b.Value.Ready.First.Value.Value) };")]
    [InlineData("int M() { if ((Ready.First, Waiting.First) is ({ IsNull: false } a, { IsNull: false } b)) return a.Value.Value + b.Value.Value; return 0; }")]
    [InlineData("void M(Ptr<Foo> x) { if (x != Ready.First) { Ready.Previous(x).Value.Value++; } if (Ready.Last == x) return; var next = Ready.Next(x); next.Value.Value++; }")]
    [InlineData("bool M(int key) { foreach (var p in Ready) { if (p.Value.Value != key) continue; if (!Ready.IsFirst(p)) { Ready.MoveToFirst(p); Ready.Next(p).Value.Value++; } return true; } return false; }")]
    [InlineData("void M(Ptr<Foo> a, Ptr<Foo> b) { Ready.AddFirst(a); Ready.AddLast(b); Ready.Next(Ready.First).Value.Value = 1; Ready.Next(a).Value.Value = 1; Ready.Previous(b).Value.Value = 1; }")]
    [InlineData("void M() { int n = Ready.Count(); if (n == 0) return; var p = Ready.First; p.Value.Value = 1; if (n == 1) return; Ready.Next(p).Value.Value = 2; }")]
    [InlineData("void M() { for (int i = Ready.Count(); i > 0; i--) { var p = Ready.First; p.Value.Value = 2; Ready.RotateLeft(); } }")]
    [InlineData("void M() { int n = Ready.Count(); while (n-- > 0) { var p = Ready.First; p.Value.Value = 1; Ready.Remove(p); Waiting.AddLast(p); } }")]
    [InlineData("void M() { int n = Ready.Count(); while (--n >= 0) { var p = Ready.First; p.Value.Value = 1; Ready.MoveToLast(p); } }")]
    [InlineData("void M() { for (int i = Ready.Count() - 1; i >= 0; i--) { var p = Ready.Last; p.Value.Value = i; Ready.Remove(p); } }")]
    [InlineData("void M() { if (Ready is { HasSingle: false, IsEmpty: false }) { Ready.Next(Ready.First).Value.Value = 1; } if (Waiting is { IsEmpty: false, HasSingle: false }) { Waiting.Next(Waiting.First).Value.Value = 1; } }")]
    [InlineData("static void M(ref Owner o) { ref Owner p = ref o; if (p.Ready.IsEmpty) return; o.Ready.First.Value.Value = 1; }")]
    [InlineData("int M(bool c) { if (Waiting.IsEmpty && Ready.IsEmpty) return 0; Ptr<Foo> p; if (c && !Waiting.IsEmpty) { p = Waiting.First; } else if (!Ready.IsEmpty) { p = Ready.First; } else { p = Waiting.First; } return p.Value.Value; }")]
    [InlineData("int M() { int sum = 0; while (!(Ready.IsEmpty && Waiting.IsEmpty)) { if (Waiting.IsEmpty) { sum += Ready.First.Value.Value; Ready.Remove(Ready.First); } else { sum += Waiting.First.Value.Value; Waiting.Remove(Waiting.First); } } return sum; }")]
    [InlineData("int M() { int sum = 0; var a = Ready.First; var b = Waiting.First; while (!a.IsNull || !b.IsNull) { if (b.IsNull || (!a.IsNull && a.Value.Value <= b.Value.Value)) { sum += a.Value.Value; a = Ready.Next(a); } else { sum -= b.Value.Value; b = Waiting.Next(b); } } return sum; }")]
    [InlineData("int M() { if (Ready.IsEmpty && Waiting.IsEmpty) return 0; Ready.Sort((x, y) => 0); Waiting.Reverse(); var p = Ready.IsEmpty ? Waiting.First : Ready.First; return p.Value.Value; }")]
    [InlineData("int M() { var best = Ready.First; while (!Ready.IsEmpty) { var p = Ready.RemoveFirst(); if (p.Value.Value < best.Value.Value) best = p; } return best.IsNull ? 0 : best.Value.Value; }")]
    [InlineData("int M() { var best = Ready.First; Ready.Reverse(); foreach (var p in Ready) { if (p.Value.Value < best.OrThrow().Value.Value) best = p; Ready.Remove(p); } return 0; }")]
    [InlineData("int M() { var a = Ready.First; var b = Waiting.First; if (a.IsNull) return 0; if (b.IsNull) { (a, b) = (b, a); } return b.Value.Value; }")]
    [InlineData("int M() { var p = Ready.First; if (p.IsNull) return 0; var (a, b) = (p, p); (a, (b, _)) = (b, (a, p)); return a.Value.Value + b.Value.Value; }")]
    [InlineData("int M() => Ready.First is { IsNull: false } and { Value.Value: 3 } ? 1 : 0;")]
    [InlineData("int M() => Ready.First is { IsNull: true } or { Value.Value: 3 } ? 1 : 0;")]
    [InlineData("unsafe int M() => Ready.First is { Pointer: not null, Value.Value: 3 } ? 1 : 0;")]
    public Task AcceptsWhatIsTested(string members) => VerifyAcceptedAsync(Before + members + "}");

    /// <summary>Gets uses of elements of guarded lists and of those of arrays.</summary>
    public static TheoryData<string, string, string> GuardedLists => new()
    {
        { "using var guard = word.EnterLock(); «→if (!guard.Items.IsEmpty)» {|#0:guard.Items.First|}.Value.Value = 1;", "guard.Items.First", Empty },
        { "using var guard = word.EnterLock(); if (guard.«Others→Items».IsEmpty) return; {|#0:guard.Items.Last|}.Value.Value = 1;", "guard.Items.Last", Empty },
        { "using (var guard = word.EnterLock()) { var list = guard.Items; var p = list.First; if («→!»p.IsNull) {|#0:p|}.Value.Value = 1; }", "p", Empty },
        { "using var guard = word.EnterLock(); guard.«Others→Items».AddFirst(foo); {|#0:guard.Items.Last|}.Value.Value = 1;", "guard.Items.Last", Empty },
        { "if (!wheel.Slots[«j→i»].IsEmpty) {|#0:wheel.Slots[i].First|}.Value.Value = 1;", "wheel.Slots[i].First", Empty },
        { "if (wheel.Slots[«2→1»].IsEmpty) return; {|#0:wheel.Slots[1].First|}.Value.Value = 1;", "wheel.Slots[1].First", Empty },
        { "var slot = wheel.Slots[i]; if («→!»slot.IsEmpty) {|#0:slot.First|}.Value.Value = 1;", "slot.First", Empty },
        { "foreach (var slot in wheel.Slots) { if («→!»slot.IsEmpty) {|#0:slot.First|}.Value.Value = 1; }", "slot.First", Empty },
    };

    [Theory]
    [MemberData(nameof(GuardedLists))]
    public Task RejectsOneTwinOfGuardedLists(string twins, string element, string when) => VerifyTwinsAsync(
        $$"""
        partial struct Word { ListLock _gate; [Contains(typeof(Foo), "Node")] ListHead _items, _others; }
        partial struct Wheel { [Contains(typeof(Foo), "Node")] Heads _slots; }
        [InlineArray(4)] struct Heads { ListHead _first; }
        static class Test { static void M(ref Word word, ref Wheel wheel, int i, int j, Ptr<Foo> foo) { {{twins}} } }
        """,
        Message(element, when));

    /// <summary>Gets tests through <c>?.</c>, in nested patterns, and of both ends in variables.</summary>
    public static TheoryData<string, string, string> NullableOwners => new()
    {
        { "if (s?.Queue.First is { IsNull: «true→false» } job) return {|#0:job|}.Value.Value; return 0;", "job", Empty },
        { "if (s?.Queue.First is «{ }→{ IsNull: false }» job) return {|#0:job|}.Value.Value; return 0;", "job", Empty },
        { "if (s?.Queue.First is { IsNull: «true→false» }) return {|#0:s.Queue.First|}.Value.Value; return 0;", "s.Queue.First", Empty },
        { "var p = s?.Queue.First; if (p «== null→?.IsNull ?? true») return 0; return {|#0:p.Value|}.Value.Value;", "p.Value", Empty },
        { "var p = s?.Queue.First; if (p.HasValue«→ && !p.Value.IsNull») return {|#0:p.Value|}.Value.Value; return 0;", "p.Value", Empty },
        { "var p = s?.Queue.First ?? default; if («!→»p.IsNull) return 0; return {|#0:p|}.Value.Value;", "p", Empty },
        { "if (s?.Queue.First.IsNull == «true→false») return {|#0:s.Queue.First|}.Value.Value; return 0;", "s.Queue.First", Empty },
        { "if (s?.Queue.IsEmpty == «true→false») return {|#0:s.Queue.First|}.Value.Value; return 0;", "s.Queue.First", Empty },
        { "if («true→false» == s?.Queue.IsEmpty) return {|#0:s.Queue.First|}.Value.Value; return 0;", "s.Queue.First", Empty },
        { "if (s?.Queue.IsEmpty != «true→false») return 0; return {|#0:s.Queue.First|}.Value.Value;", "s.Queue.First", Empty },
        { "if (s?.«Others→Queue».IsEmpty ?? true) return 0; return {|#0:s.Queue.First|}.Value.Value;", "s.Queue.First", Empty },
        { "if («→!»(s?.Queue.IsEmpty ?? true)) return {|#0:s!.Queue.First|}.Value.Value; return 0;", "s!.Queue.First", Empty },
        { "if (s?.«Others→Queue».IsEmpty ?? false) return 0; return {|#0:s!.Queue.First|}.Value.Value;", "s!.Queue.First", Empty },
        { "bool? none = s?.Queue.IsEmpty; if (none == «true→false») return {|#0:s!.Queue.First|}.Value.Value; return 0;", "s!.Queue.First", Empty },
        { "bool? none = null; if (s != null) none = s.Queue.IsEmpty; if (none == «true→false») return {|#0:s!.Queue.First|}.Value.Value; return 0;", "s!.Queue.First", Empty },
        { "if (s?.Queue.IsEmpty is «true→false») return {|#0:s.Queue.First|}.Value.Value; return 0;", "s.Queue.First", Empty },
        { "if (s?.Queue.IsEmpty is null or «false→true») return 0; return {|#0:s.Queue.First|}.Value.Value;", "s.Queue.First", Empty },
        { "if (s?.Next?.«Others→Queue».IsEmpty == false) return {|#0:s.Next.Queue.First|}.Value.Value; return 0;", "s.Next.Queue.First", Empty },
        { "if (s?.Queue.Count() «>=→>» 0) return {|#0:s.Queue.First|}.Value.Value; return 0;", "s.Queue.First", Empty },
        { "if ((s?.Queue.Count() ?? 0) «>=→>» 0) return {|#0:s!.Queue.First|}.Value.Value; return 0;", "s!.Queue.First", Empty },
        { "if (s?.Queue.Count() is «>=→>» 0) return {|#0:s.Queue.First|}.Value.Value; return 0;", "s.Queue.First", Empty },
        { "if (s?.HasWork == true) return {|#0:s.«Others→Queue».First|}.Value.Value; return 0;", "s.Others.First", Empty },
        { "if (s?.Queue.TryRemoveFirst(out var p) == «false→true») return {|#0:p|}.Value.Value; return 0;", "p", "when the list was empty" },
        { "if (s?.Queue.IsEmpty == false) { «s→t» = t; return {|#0:s.Queue.First|}.Value.Value; } return 0;", "s.Queue.First", Empty },
        { "if (s is not null && s.«Others→Queue».IsEmpty) return 0; return {|#0:s!.Queue.First|}.Value.Value;", "s!.Queue.First", Empty },
        { "if (s is { Queue.IsEmpty: «true→false» }) return {|#0:s.Queue.First|}.Value.Value; return 0;", "s.Queue.First", Empty },
        { "if (s is not { Queue: { IsEmpty: «true→false» } }) return 0; return {|#0:s.Queue.First|}.Value.Value;", "s.Queue.First", Empty },
        { "if (s is { Queue: { IsEmpty: «true→false» } q }) return {|#0:q.First|}.Value.Value; return 0;", "q.First", Empty },
        { "if (s is { Queue: var q }«→ && !q.IsEmpty») return {|#0:q.First|}.Value.Value; return 0;", "q.First", Empty },
        { "if (s is { Queue: { IsEmpty: «true→false» } q }) { s = t; return {|#0:q.First|}.Value.Value; } return 0;", "q.First", Empty },
        { "if (s is { Queue.First: { IsNull: «true→false» } p }) return {|#0:p|}.Value.Value; return 0;", "p", Empty },
        { "if (s is { Queue: { First: var p, IsEmpty: «true→false» } }) return {|#0:p|}.Value.Value; return 0;", "p", Empty },
        { "if (s is { «Next.→»Queue.IsEmpty: false }) return {|#0:s.Queue.First|}.Value.Value; return 0;", "s.Queue.First", Empty },
        { "if (s is { Next.HasWork: true }) return {|#0:s.Next.«Others→Queue».First|}.Value.Value; return 0;", "s.Next.Others.First", Empty },
        { "if (s is { Queue.IsEmpty: var none } && «→!»none) return {|#0:s.Queue.First|}.Value.Value; return 0;", "s.Queue.First", Empty },
        { "object o = t; if (o is Server { Queue.IsEmpty: «true→false» } u) return {|#0:u.Queue.First|}.Value.Value; return 0;", "u.Queue.First", Empty },
        { "return t switch { { Queue.IsEmpty: «false→true» } => 0, _ => {|#0:t.Queue.First|}.Value.Value };", "t.Queue.First", Empty },
        { "switch (t) { case { Queue: { IsEmpty: «true→false» } q }: return {|#0:q.First|}.Value.Value; default: return 0; }", "q.First", Empty },
        { "return (s, t) switch { (_, { Queue.IsEmpty: «true→false» }) => {|#0:t.Queue.First|}.Value.Value, _ => 0 };", "t.Queue.First", Empty },
        { "return (s, t) switch { (not null, { Queue: { IsEmpty: «true→false» } q }) => {|#0:q.First|}.Value.Value, _ => 0 };", "q.First", Empty },
        { "return (s, t) switch { ({ HasWork: true }, _) => {|#0:s.«Others→Queue».First|}.Value.Value, _ => 0 };", "s.Others.First", Empty },
        { "return t.IsBusy ? {|#0:t.«Others→Queue».First|}.Value.Value : 0;", "t.Others.First", Empty },
        { "return t.IsNextBusy ? {|#0:t.Next!.«Others→Queue».First|}.Value.Value : 0;", "t.Next!.Others.First", Empty },
        { "var first = t.Queue.First; var last = t.Queue.Last; return first «==→!=» last ? {|#0:first|}.Value.Value : 0;", "first", Empty },
        { "var first = t.Queue.First; var last = t.Queue.Last; if (first.Equals(last)) return «{|#0:last|}.Value.Value→0»; return last.Value.Value;", "last", Empty },
        { "unsafe { Foo* first = t.Queue.First, last = t.Queue.Last; return last «==→!=» first ? {|#0:last|}->Value : 0; }", "last", Empty },
        { "var last = t.Queue.Last; for (var p = t.Queue.First; p «==→!=» last; p = t.Queue.Next(p)) {|#0:p|}.Value.Value = 1; return 0;", "p", Empty },
    };

    [Theory]
    [MemberData(nameof(NullableOwners))]
    public Task RejectsOneTwinOfNullableOwners(string twins, string element, string when) => VerifyTwinsAsync(
        $$"""
        partial class Server
        {
            [Contains(typeof(Foo), nameof(Foo.Node))] private readonly PinnedListHead _queue = new(), _others = new();
            public Server? Next;
            public bool HasWork => !Queue.IsEmpty;
            public bool IsBusy => this is { Queue.IsEmpty: false };
            public bool IsNextBusy => Next?.Queue.IsEmpty == false;
            static int M(Server? s, Server t) { {{twins}} }
        }
        """,
        Message(element, when));

    /// <summary>Gets tests by operators, and by local functions and lambdas that know the variables around them.</summary>
    public static TheoryData<string, string, string> OperatorsAndFunctions => new()
    {
        { "if (t) return {|#0:t.«Others→Queue».First|}.Value.Value; return 0;", "t.Others.First", Empty },
        { "if (!t) return 0; return {|#0:t.«Others→Queue».First|}.Value.Value;", "t.Others.First", Empty },
        { "if (t > 0) return {|#0:t.«Others→Queue».First|}.Value.Value; return 0;", "t.Others.First", Empty },
        { "if ((bool)t.Next!) return {|#0:t.Next!.«Others→Queue».First|}.Value.Value; return 0;", "t.Next!.Others.First", Empty },
        { "var f = t.Queue.First; var g = t.Others.First; if (!Ok()) return 0; return {|#0:f|}.Value.Value; bool Ok() => !«g→f».IsNull;", "f", Empty },
        { "var f = t.Queue.First; var g = t.Others.First; Check(); return {|#0:f|}.Value.Value; void Check() { if («g→f».IsNull) throw new Exception(); }", "f", Empty },
        { "Func<bool> ok = () => !t.«Others→Queue».IsEmpty; if (!ok()) return 0; return {|#0:t.Queue.First|}.Value.Value;", "t.Queue.First", Empty },
        { "var f = t.Queue.First; var g = t.Others.First; Func<bool> ok = () => { return !«g→f».IsNull; }; if (!ok.Invoke()) return 0; return {|#0:f|}.Value.Value;", "f", Empty },
        { "return 0; } int N() { if (!Ok()) return 0; return {|#0:«Others→Queue».First|}.Value.Value; bool Ok() => !Queue.IsEmpty;", "Others.First", Empty },
        { "if (t.«Others→Queue».IsEmpty) return 0; return Peek(); int Peek() => {|#0:t.Queue.First|}.Value.Value;", "t.Queue.First", Empty },
        { "if (t.Queue.IsEmpty) return «Peek()→0»; return Peek(); int Peek() => {|#0:t.Queue.First|}.Value.Value;", "t.Queue.First", Empty },
        { "if (t.Queue.IsEmpty) return 0; return Twice(); int Peek() => {|#0:t.«Others→Queue».First|}.Value.Value; int Twice() => Peek() + Peek();", "t.Others.First", Empty },
        { "if (t.«Others→Queue».IsEmpty) return 0; Func<int> peek = Peek; return peek(); int Peek() { return {|#0:t.Queue.First|}.Value.Value; }", "t.Queue.First", Empty },
        { "return 0; } int N() { if («Others→Queue».IsEmpty) return 0; return Peek(3); int Peek(int n) => n == 0 ? {|#0:Queue.First|}.Value.Value : Peek(n - 1);", "Queue.First", Empty },
        { "if (t.«HasOthers→HasWork») return {|#0:t.Queue.First|}.Value.Value; return 0;", "t.Queue.First", Empty },
        { "return 0; } int N(IQueue q) { «→if (!IsIdle)» return {|#0:Queue.First|}.Value.Value; return 0;", "Queue.First", Empty },
        { "return 0; } int N(IQueue q) { if ((«q→(IQueue)this»).IsBusy) return {|#0:Queue.First|}.Value.Value; return 0;", "Queue.First", Empty },
        { "return 0; } int N(IQueue q) { if (!q.TryFill(«Others→Queue»)) return 0; return {|#0:Queue.First|}.Value.Value;", "Queue.First", Empty },
        { "return 0; } int N() { Func<bool> ok = delegate { return !Queue.IsEmpty; }; return ok() ? {|#0:«Others→Queue».First|}.Value.Value : 0;", "Others.First", Empty },
    };

    [Theory]
    [MemberData(nameof(OperatorsAndFunctions))]
    public Task RejectsOneTwinOfOperatorsAndFunctions(string twins, string element, string when) => VerifyTwinsAsync(
        $$"""
        partial class Server : Base, IQueue
        {
            [Contains(typeof(Foo), nameof(Foo.Node))] private readonly PinnedListHead _queue = new(), _others = new();
            public Server? Next;
            public static bool operator true(Server s) => !s.Queue.IsEmpty;
            public static bool operator false(Server s) => s.Queue.IsEmpty;
            public static bool operator !(Server s) => s.Queue.IsEmpty;
            public static bool operator >(Server s, int n) => s.Queue.Count() > n;
            public static bool operator <(Server s, int n) => s.Queue.Count() < n;
            public static explicit operator bool(Server s) => !s.Queue.IsEmpty;
            public partial bool HasWork { get; }
            public partial bool HasWork => !Queue.IsEmpty;
            public partial bool HasOthers { get; }
            public partial bool HasOthers { get { return !Others.IsEmpty; } }
            public override bool IsIdle => Queue.IsEmpty;
            bool IQueue.IsBusy => !Queue.IsEmpty;
            bool IQueue.TryFill(IntrusiveList<Foo, Foo.NodeLink> list) => true;
            static int M(Server t) { {{twins}} }
        }
        interface IQueue { bool IsBusy { get; } bool TryFill(IntrusiveList<Foo, Foo.NodeLink> list); }
        abstract class Base { public abstract bool IsIdle { get; } }
        """,
        Message(element, when));

    /// <summary>Gets searches through several lists: an index that is not where a search ends has found one that is not empty.</summary>
    public static TheoryData<string, string, string> SearchesThroughLists => new()
    {
        { "int i = 0; while (i < 16 && Free[i].IsEmpty) i++; if (i «!=→==» 16) return 0; return {|#0:Free[i].First|}.Value.Value;", "Free[i].First", Empty },
        { "int i = 0; while (i < 16 && Free[i].IsEmpty) i++; if (i «<→>=» 16) return 0; return {|#0:Free[i].First|}.Value.Value;", "Free[i].First", Empty },
        { "int i = 0; while (i < 16 && Free[i].IsEmpty) i++; return i «>=→<» 16 ? {|#0:Free[i].First|}.Value.Value : 0;", "Free[i].First", Empty },
        { "int i = 0; while (i < 16 && «!→»Free[i].IsEmpty) i++; if (i == 16) return 0; return {|#0:Free[i].First|}.Value.Value;", "Free[i].First", Empty },
        { "int i = 0; while (i < 16 && Free[i].IsEmpty) i++; if (i == «n→16») return 0; return {|#0:Free[i].First|}.Value.Value;", "Free[i].First", Empty },
        { "int i = 0; while (i < 16 && Free[i].IsEmpty) i++; if (i == 16) return 0; «i→n» = n - 1; return {|#0:Free[i].First|}.Value.Value;", "Free[i].First", Empty },
        { "int i = 0; while (i < 16 && Free[i].IsEmpty) i++; if (i == 16) return 0; Free[«i→n»].Clear(); return {|#0:Free[i].First|}.Value.Value;", "Free[i].First", Empty },
        { "int i = 0; while (i < 16 && Free[i].IsEmpty) i++; Free[«i→n»].Clear(); if (i == 16) return 0; return {|#0:Free[i].First|}.Value.Value;", "Free[i].First", Empty },
        { "int i = 0; while (i < 16 && Free[i].IsEmpty) i += 1; switch (i) { case «15→16»: return 0; default: return {|#0:Free[i].First|}.Value.Value; }", "Free[i].First", Empty },
        { "int i = -1; do { i++; } while (i < 16 && Free[i].IsEmpty); return i is «15→16» ? 0 : {|#0:Free[i].First|}.Value.Value;", "Free[i].First", Empty },
        { "int i; for (i = 0; i < 16; i++) { if («→!»Free[i].IsEmpty) break; } if (i == 16) throw new Exception(); return {|#0:Free[i].First|}.Value.Value;", "Free[i].First", Empty },
        { "int i = n; while (i < Free.Length && Free[i].IsEmpty) i++; if (i == Free.Length«+ 1→») return 0; var first = Free[i].First; return {|#0:first|}.Value.Value;", "first", Empty },
        { "int i = 0; for (; 16 > i && Buckets[«n→i»].Items.IsEmpty; i++) { } if (i == 16) return 0; return {|#0:Buckets[i].Items.First|}.Value.Value;", "Buckets[i].Items.First", Empty },
        { "int i = 0; while (i != Buckets.Length && Buckets[i].Items.IsEmpty) ++i; return Buckets.Length «!=→==» i ? 0 : {|#0:Buckets[i].Items.First|}.Value.Value;", "Buckets[i].Items.First", Empty },
        { "uint i = 0; while (i <= 15 && Buckets[i].Items.IsEmpty) i++; if («!→»(i > 15)) return 0; return {|#0:Buckets[i].Items.First|}.Value.Value;", "Buckets[i].Items.First", Empty },
        { "int i = 15; while (i >= 0 && Free[i].IsEmpty) i--; if (i «>=→<» 0) return 0; return {|#0:Free[i].First|}.Value.Value;", "Free[i].First", Empty },
        { "int i; for (i = Buckets.Length - 1; i >= 0; i--) { if (!Buckets[i].Items.IsEmpty) break; } if (i == -«2→1») return 0; return {|#0:Buckets[i].Items.First|}.Value.Value;", "Buckets[i].Items.First", Empty },
        { "int i = 15; while (i >= 0 && Free[i].IsEmpty) i--; «i→n»--; return i < 0 ? 0 : {|#0:Free[i + 1 - 1].First|}«→.OrThrow()».Value.Value;", "Free[i + 1 - 1].First", Empty },
        { "int found = -1; for (int i = 0; i < 16; i++) { if (!Free[i].IsEmpty) { found = «n→i»; break; } } return found >= 0 ? {|#0:Free[found].First|}.Value.Value : 0;", "Free[found].First", Empty },
        { "int found = -1; for (int i = 0; i < 16; i++) { if («n == i→!Free[i].IsEmpty») found = i; } if (found == -1) return 0; return {|#0:Free[found].First|}.Value.Value;", "Free[found].First", Empty },
        { "int found = «0→-1»; for (int i = 0; i < 16; i++) { if (!Free[i].IsEmpty) { found = i; break; } } return found is >= 0 ? {|#0:Free[found].First|}.Value.Value : 0;", "Free[found].First", Empty },
        { "int i = 16; while (i-- > 0 && Free[i].IsEmpty) { } if (i «>→<» 0) return 0; return {|#0:Free[i].First|}.Value.Value;", "Free[i].First", Empty },
        { "int i = 16; while (--i >= 0 && Free[i].IsEmpty) { } if (i «>→<» 0) return 0; return {|#0:Free[i].First|}.Value.Value;", "Free[i].First", Empty },
        { "int found = -1; for (int i = 0; i < 16; i++) { if (!Free[i].IsEmpty) { found = i; break; } } return («int→uint»)found < 16 ? {|#0:Free[found].First|}.Value.Value : 0;", "Free[found].First", Empty },
        { "int found = -1; for (int i = 0; i < 16; i++) { if (!Free[i].IsEmpty) { found = i; break; } } if ((uint)found «<→>=» (uint)Free.Length) return 0; return {|#0:Free[found].First|}.Value.Value;", "Free[found].First", Empty },
        { "int best = -1; for (int i = 0; i < 16; i++) { if («!→»Free[i].IsEmpty) continue; if (best < 0 || Free[i].First.OrThrow().Value.Value < {|#0:Free[best].First|}.Value.Value) best = i; } return best;", "Free[best].First", Empty },
        { "var g = Groups.First; while (!g.IsNull && «!→»g.Value.Items.IsEmpty) g = Groups.Next(g); if (g.IsNull) return 0; return {|#0:g.Value.Items.First|}.Value.Value;", "g.Value.Items.First", Empty },
        { "Ptr<Group> g; for (g = Groups.First; !g.IsNull; g = Groups.Next(g)) { if («→!»g.Value.Items.IsEmpty) break; } return g.IsNull ? 0 : {|#0:g.Value.Items.First|}.Value.Value;", "g.Value.Items.First", Empty },
        { "var g = Step(default); while (!g.IsNull && g.Value.Items.IsEmpty) g = Step(g); if (g.IsNull) return 0; «g = →»Step(g); return g.IsNull ? 0 : {|#0:g.Value.Items.First|}.Value.Value;", "g.Value.Items.First", Empty },
        { "var g = Step(default); while (!g.IsNull && g.Value.Items.IsEmpty) g = Step(g); if (g.IsNull) return 0; «g→Groups.First.OrThrow()».Value.Items.Clear(); return {|#0:g.Value.Items.First|}.Value.Value;", "g.Value.Items.First", Empty },
        { "Ptr<Group> found = «Step(default)→default»; foreach (var g in Groups) { if (!g.Value.Items.IsEmpty) { found = g; break; } } return found.IsNull ? 0 : {|#0:found.Value.Items.First|}.Value.Value;", "found.Value.Items.First", Empty },
        { "Bucket? found = null; foreach (var b in Buckets) { if («→!»b.Items.IsEmpty) { found = b; break; } } return found is null ? 0 : {|#0:found.Items.First|}.Value.Value;", "found.Items.First", Empty },
        { "Bucket? found = «Buckets[n]→null»; foreach (var b in Buckets) { if (!b.Items.IsEmpty) { found = b; break; } } return found == null ? 0 : {|#0:found.Items.First|}.Value.Value;", "found.Items.First", Empty },
    };

    [Theory]
    [MemberData(nameof(SearchesThroughLists))]
    public Task RejectsOneTwinOfSearchesThroughLists(string twins, string element, string when) => VerifyTwinsAsync(
        $$"""
        partial class Bucket
        {
            [Contains(typeof(Foo), nameof(Foo.Node))] private readonly PinnedListHead _items = new();
        }
        [System.Runtime.CompilerServices.InlineArray(16)]
        struct SixteenHeads
        {
            private ListHead _first;
        }
        partial struct Group
        {
            public ListNode Node;
            [Contains(typeof(Foo), nameof(Foo.Node))] private ListHead _items;
        }
        partial class Shelf
        {
            [Contains(typeof(Group), nameof(Group.Node))] private readonly PinnedListHead _groups = new();
        }
        partial struct Allocator
        {
            private static readonly Shelf Shelf = new();
            private static IntrusiveList<Group, Group.NodeLink> Groups => Shelf.Groups;
            private static readonly Bucket[] Buckets = new Bucket[16];
            [Contains(typeof(Foo), nameof(Foo.Node))] private SixteenHeads _free;
            static Ptr<Group> Step(Ptr<Group> group) => group;
            int M(int n) { {{twins}} }
        }
        """,
        Message(element, when));

    private static string Message(string element, string when) =>
        $"'{element}' is null {when}, and nothing on the way here says otherwise: using it would throw; test IsNull first, or call OrThrow() where it cannot be null";
}
