using System;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// Names that are hard to write: keywords, words that are keywords in some places, other alphabets, and names of the framework and of the runtime.
/// </summary>
internal static class Names
{
    public static readonly string[] Namespaces =
    [
        "", "", "", "App", "App", "App.Inner", "@class.@if", "App.System", "App.IntrusiveLists", "IntrusiveLists", "IntrusiveLists.Links", "IntrusiveLists.Inner", "System", "System.Collections", "Ünï.Код", "@global",
    ];

    public static readonly string[] Types =
    [
        "Foo", "foo", "Bar", "Item", "Item_1", "Job", "Cache", "Node", "Items", "_", "__", "@class", "@struct", "@int", "@record", "@file", "@field", "@value", "@required", "@scoped", "@extension",
        "@var", "@dynamic", "@nint", "@managed", "@allows", "@where", "@partial", "@await", "@global", "@Plain", "Équipe", "Ключ", "Ⅷ", "no\u200Dde", "\\u0041bc",
        "Microsoft",
    ];

    /// <summary>The names of what generated code uses. They are not declared where they would hide it from all code: in its own namespace.</summary>
    public static readonly string[] UsedTypes =
        ["System", "IntrusiveLists", "Ptr", "ListNode", "ListHead", "IntrusiveList", "IListLink", "INodeProvider", "GeneratedCodeAttribute", "Object", "IntPtr", "Links", "@unmanaged", "@notnull"];

    public static readonly string[] TypeParameters =
        ["T", "T", "TKey", "U", "_", "t", "@in", "@out", "@record", "@file", "@scoped", "@field", "@var", "@dynamic", "@nint", "@unmanaged", "@notnull", "@allows", "System", "IntrusiveLists", "Ptr", "ListNode", "Ü", "Foo", "Node", "NodeLink"];

    public static readonly string[] Nodes =
        ["Node", "Node", "node", "_node", "m_node", "Other", "_", "_1", "__", "m_", "NODE", "@event", "@field", "@value", "@scoped", "@required", "Ключ", "ß", "ı", "\\u0041bc", "no\u200Dde", "at", "probe", "element", "Offset", "NodeName", "ContainerOf", "Unlink", "record"];

    public static readonly string[] Heads =
        ["_items", "_items", "Items", "items", "m_items", "s_items", "_", "_1", "@int", "@field", "@value", "@event", "@scoped", "_ключ", "_ß", "_ı", "\\u0041bc", "_no\u200Dde", "_dispose", "_owner", "owner", "Owner", "_enterLock", "_lock", "_lockGuard", "_system", "_intrusiveLists", "_ptr", "record", "_itemsDrain", "_drainItems", "_clone", "_equals", "_gate", "_getHashCode"];

    /// <summary>Returns the name that code writes so.</summary>
    public static string ValueOf(string code) =>
        code.TrimStart('@').Replace("\\u0041", "A", StringComparison.Ordinal).Replace("\u200D", "", StringComparison.Ordinal);
}
