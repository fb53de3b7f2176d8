using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Every rule of the verifier. Each has its page under <c>docs/rules</c>.
/// </summary>
internal static class DiagnosticDescriptors
{
    private const string Declarations = "IntrusiveLists.Declarations";
    private const string Addresses = "IntrusiveLists.Addresses";
    private const string Use = "IntrusiveLists.Use";
    private const string Locks = "IntrusiveLists.Locks";
    private const string HelpLink = "https://github.com/intrusivelists/intrusivelists/blob/main/docs/rules/";

    /// <summary>A field such as <c>ListHead _ready;</c> without a tag.</summary>
    public static readonly DiagnosticDescriptor HeadWithoutContains = new(
        RuleIdentifiers.HeadWithoutContains,
        "A list head says what it contains",
        "'{0}' is a list head that does not say what it contains: {1}",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.HeadWithoutContains + ".md");

    /// <summary>A tag on a field such as <c>[Contains(...)] int _ready;</c>.</summary>
    public static readonly DiagnosticDescriptor ContainsWithoutHead = new(
        RuleIdentifiers.ContainsWithoutHead,
        "Only a list head contains elements",
        "[Contains] on '{0}' has no effect: {1}, and only a field of type ListHead or PinnedListHead, or an inline array of ListHead, starts a list",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.ContainsWithoutHead + ".md");

    /// <summary>A tag such as <c>[Contains(typeof(string), ...)]</c>.</summary>
    public static readonly DiagnosticDescriptor InvalidElement = new(
        RuleIdentifiers.InvalidElement,
        "An element is an unmanaged struct",
        "'{0}' cannot be an element of '{1}': {2}",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.InvalidElement + ".md");

    /// <summary>A tag such as <c>[Contains(typeof(Foo), "Nod")]</c>.</summary>
    public static readonly DiagnosticDescriptor MissingNode = new(
        RuleIdentifiers.MissingNode,
        "The node is a member of the element",
        "'{0}' has no member '{1}' that could link the elements of '{2}'{3}",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.MissingNode + ".md");

    /// <summary>A tag that names a property, a static field, a field of another type.</summary>
    public static readonly DiagnosticDescriptor InvalidNode = new(
        RuleIdentifiers.InvalidNode,
        "A node is an instance field of type ListNode",
        "'{0}.{1}' cannot link the elements of '{2}': {3}, and a node is an instance field of type ListNode",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.InvalidNode + ".md");

    /// <summary>A tag that names a private node of an element that is not partial.</summary>
    public static readonly DiagnosticDescriptor InaccessibleNode = new(
        RuleIdentifiers.InaccessibleNode,
        "Generated code can reach the element and the node",
        "Generated code cannot reach '{0}' to link the elements of '{1}': {2}",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.InaccessibleNode + ".md");

    /// <summary>A head in a type to which nothing can be added.</summary>
    public static readonly DiagnosticDescriptor OwnerNotPartial = new(
        RuleIdentifiers.OwnerNotPartial,
        "The owner of a list head is partial",
        "'{0}' must {1}: the list of '{2}' is generated into it",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.OwnerNotPartial + ".md");

    /// <summary>A head, node or lock such as <c>readonly ListNode Node;</c>.</summary>
    public static readonly DiagnosticDescriptor ReadOnlyHeadOrNode = new(
        RuleIdentifiers.ReadOnlyHeadOrNode,
        "A list head, node or lock is not readonly",
        "'{0}' must not be readonly: {1}",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.ReadOnlyHeadOrNode + ".md");

    /// <summary>A head, node or lock that shares its bytes or straddles a word.</summary>
    public static readonly DiagnosticDescriptor InvalidLayout = new(
        RuleIdentifiers.InvalidLayout,
        "A list head, node or lock is aligned and overlaps nothing",
        "'{0}' must not lie where it does: {1}",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.InvalidLayout + ".md");

    /// <summary>A creation such as <c>new ValueMap&lt;int, Tree&gt;()</c>, where the branches of a tree are trees.</summary>
    public static readonly DiagnosticDescriptor SelfOwningType = new(
        RuleIdentifiers.SelfOwningType,
        "What a map frees does not own itself",
        "A map of '{0}' would free what can own itself: '{1}' does, by '{2}'; keep it outside of maps, or let one of these types refer to the next by a Ptr",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.SelfOwningType + ".md");

    /// <summary>An owner with two locks and a tag that chooses none.</summary>
    public static readonly DiagnosticDescriptor AmbiguousLock = new(
        RuleIdentifiers.AmbiguousLock,
        "It is clear which lock guards a list head",
        "It is not clear which lock guards '{0}': {1}; name the lock, as in Lock = nameof(_lock)",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.AmbiguousLock + ".md");

    /// <summary>A generated member whose name is taken.</summary>
    public static readonly DiagnosticDescriptor NameCollision = new(
        RuleIdentifiers.NameCollision,
        "A generated name is an identifier and is free",
        "The name '{0}' cannot be generated for '{1}': {2}",
        Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.NameCollision + ".md");

    /// <summary>A tag that is right and yet has no property: the generator is missing, or cannot see what the tag names.</summary>
    public static readonly DiagnosticDescriptor NothingGenerated = new(
        RuleIdentifiers.NothingGenerated,
        "A tag has its list generated",
        "No list has been generated for '{0}': {1}",
        Declarations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.NothingGenerated + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>A copy such as <c>Foo copy = element.Value;</c>.</summary>
    public static readonly DiagnosticDescriptor CopiedValue = new(
        RuleIdentifiers.CopiedValue,
        "What holds a list head or node is not copied",
        "'{0}' is {1}, but a value of '{2}' must stay where it is: {3}; {4}",
        Addresses,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.CopiedValue + ".md");

    /// <summary>A conversion such as <c>(object)element</c>.</summary>
    public static readonly DiagnosticDescriptor BoxedValue = new(
        RuleIdentifiers.BoxedValue,
        "What holds a list head or node is not boxed",
        "'{0}' is {1}, but a value of '{2}' must stay where it is: {3}; {4}",
        Addresses,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.BoxedValue + ".md");

    /// <summary>A head such as <c>ListHead _ready;</c> in a class, or an element in a <c>List&lt;Foo&gt;</c>.</summary>
    public static readonly DiagnosticDescriptor MovableStorage = new(
        RuleIdentifiers.MovableStorage,
        "What holds a list head or node does not move",
        "The address of '{0}' must not change, as {1}, but {2}; {3}",
        Addresses,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.MovableStorage + ".md");

    /// <summary>A list of a copy, such as that of an <c>in</c> parameter.</summary>
    public static readonly DiagnosticDescriptor ReadOnlyReceiver = new(
        RuleIdentifiers.ReadOnlyReceiver,
        "What holds a list head or node is not used through a copy",
        "'{0}' is {1}, but a value of '{2}' must stay where it is: {3}; {4}",
        Addresses,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.ReadOnlyReceiver + ".md");

    /// <summary>An assignment such as <c>element.Node = default;</c>.</summary>
    public static readonly DiagnosticDescriptor OverwrittenValue = new(
        RuleIdentifiers.OverwrittenValue,
        "A list head or node is not overwritten",
        "'{0}' is overwritten, and {1} would lose it: {2}; {3}",
        Addresses,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.OverwrittenValue + ".md");

    /// <summary>A list of a local variable that is returned.</summary>
    public static readonly DiagnosticDescriptor OutlivingList = new(
        RuleIdentifiers.OutlivingList,
        "A list does not outlive its head",
        "'{0}' is {1}, but its head is in the variable '{2}', which ends with the method: pass the owner by reference, or keep it where it stays, such as in a NativePool",
        Addresses,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.OutlivingList + ".md");

    /// <summary>One head for two tags, such as <c>_jobs = _tasks = new PinnedListHead()</c>.</summary>
    public static readonly DiagnosticDescriptor SharedHead = new(
        RuleIdentifiers.SharedHead,
        "A list head starts one list",
        "'{0}' holds '{1}' through '{2}' and gets the head of '{3}', which holds '{4}' through '{5}': elements of the one would be taken for those of the other; make a PinnedListHead for each",
        Addresses,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.SharedHead + ".md");

    /// <summary>A call such as <c>Foo.NodeLink.ContainerOf(&amp;foo.Other)</c>.</summary>
    public static readonly DiagnosticDescriptor WrongNode = new(
        RuleIdentifiers.WrongNode,
        "A node leads to its own element",
        "'{0}' expects the address of '{1}', and this is {2}: the program would read and write memory that is no '{3}'; pass the address of '{1}'",
        Use,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.WrongNode + ".md");

    /// <summary>A call such as <c>Foo.NodeLink.ContainerOf(node)</c> with a parameter.</summary>
    public static readonly DiagnosticDescriptor UnprovedNode = new(
        RuleIdentifiers.UnprovedNode,
        "It is known which node an address leads to",
        "'{0}' expects the address of '{1}', and nothing says that this is one: take it from an element, or state what it is where it comes from, as in [NodeOf(typeof({2}), \"{3}\")]",
        Use,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.UnprovedNode + ".md");

    /// <summary>A call such as <c>list.Clear()</c> inside <c>foreach (Ptr&lt;Foo&gt; foo in list)</c>.</summary>
    public static readonly DiagnosticDescriptor ChangedInLoop = new(
        RuleIdentifiers.ChangedInLoop,
        "A list is not changed while foreach walks it",
        "'{0}' changes '{1}' while foreach walks it: {2}",
        Use,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.ChangedInLoop + ".md");

    /// <summary>A statement such as <c>list.RemoveFirst();</c>.</summary>
    public static readonly DiagnosticDescriptor LostElement = new(
        RuleIdentifiers.LostElement,
        "An element that is removed is not lost",
        "The element that '{0}' takes off '{1}' is lost here, and memory that was allocated for it is never freed: keep or free it, or say '_ =' where that is meant",
        Use,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.LostElement + ".md");

    /// <summary>A use such as <c>list.First.Value</c> of a list that may be empty.</summary>
    public static readonly DiagnosticDescriptor UnprovedElement = new(
        RuleIdentifiers.UnprovedElement,
        "An element that may be null is tested before it is used",
        "'{0}' is null {1}, and nothing on the way here says otherwise: using it would throw; test IsNull first, or call OrThrow() where it cannot be null",
        Use,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.UnprovedElement + ".md");

    /// <summary>An operation such as <c>list.AddLast(element)</c> with an element of another type.</summary>
    public static readonly DiagnosticDescriptor WrongElement = new(
        RuleIdentifiers.WrongElement,
        "A list takes elements of its own type",
        "This list holds '{0}' through '{1}'; '{2}' is not a '{0}'",
        Use,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.WrongElement + ".md");

    /// <summary>A call such as <c>IntrusiveList&lt;Foo, Link&gt;.FromHead(ref head)</c> in a program.</summary>
    public static readonly DiagnosticDescriptor GeneratedCodeOnly = new(
        RuleIdentifiers.GeneratedCodeOnly,
        "What is meant for generated code stays there",
        "'{0}' is for generated code only: {1}",
        Use,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.GeneratedCodeOnly + ".md");

    /// <summary>A creation such as <c>new ValueMap&lt;int, Word&gt;()</c>, where a word has a head and no lock.</summary>
    public static readonly DiagnosticDescriptor UnguardedMapValue = new(
        RuleIdentifiers.UnguardedMapValue,
        "The lists of a map's value are guarded and drained",
        "'{0}' cannot be the value of a map: {1}; {2}",
        Locks,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.UnguardedMapValue + ".md");

    /// <summary>A statement such as <c>owner.EnterLock();</c>.</summary>
    public static readonly DiagnosticDescriptor UndisposedValue = new(
        RuleIdentifiers.UndisposedValue,
        "A guard is disposed once, whatever happens",
        "The {0} of '{1}' is {2}: {3}; {4}",
        Locks,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.UndisposedValue + ".md");

    /// <summary>A statement such as <c>return guard.Ready;</c>.</summary>
    public static readonly DiagnosticDescriptor EscapedList = new(
        RuleIdentifiers.EscapedList,
        "A list is used while its guard holds the lock",
        "'{0}' is {1}, where '{2}' no longer {3}: use it while '{2}' does",
        Locks,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.EscapedList + ".md");

    /// <summary>A call such as <c>pool.Allocate()</c> inside <c>using (owner.EnterLock())</c>.</summary>
    public static readonly DiagnosticDescriptor WorkUnderLock = new(
        RuleIdentifiers.WorkUnderLock,
        "Nothing is allocated and no unknown code is called under a lock",
        "'{0}' {1} while {2} is held, and other threads wait for that: do it before the lock is entered, or after it is left",
        Locks,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        helpLinkUri: HelpLink + RuleIdentifiers.WorkUnderLock + ".md");

    /// <summary>A call such as <c>owner.EnterLock()</c> inside <c>using (owner.EnterLock())</c>.</summary>
    public static readonly DiagnosticDescriptor ReenteredLock = new(
        RuleIdentifiers.ReenteredLock,
        "A lock is not entered twice",
        "'{0}' enters {1}, which {2} of the same owner holds already: {3}",
        Locks,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink + RuleIdentifiers.ReenteredLock + ".md");

    /// <summary>All rules.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = ImmutableArray.Create(
        HeadWithoutContains,
        ContainsWithoutHead,
        InvalidElement,
        MissingNode,
        InvalidNode,
        InaccessibleNode,
        OwnerNotPartial,
        ReadOnlyHeadOrNode,
        InvalidLayout,
        SelfOwningType,
        AmbiguousLock,
        NameCollision,
        NothingGenerated,
        CopiedValue,
        BoxedValue,
        MovableStorage,
        ReadOnlyReceiver,
        OverwrittenValue,
        OutlivingList,
        SharedHead,
        WrongNode,
        UnprovedNode,
        ChangedInLoop,
        LostElement,
        UnprovedElement,
        WrongElement,
        GeneratedCodeOnly,
        UnguardedMapValue,
        UndisposedValue,
        EscapedList,
        WorkUnderLock,
        ReenteredLock);

    /// <summary>Returns the rule of an identifier.</summary>
    public static DiagnosticDescriptor Of(string identifier) => All.First(rule => rule.Id == identifier);
}
