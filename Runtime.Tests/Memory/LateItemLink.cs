using System.Runtime.InteropServices;

namespace IntrusiveLists.Tests.Memory;

#pragma warning disable ILIST207 // The link is right: it is here to be registered late.

/// <summary>Stands for the link that an assembly which is loaded later brings along: one that is generated here would be registered from the start.</summary>
public readonly struct LateItemLink : IListLink<LateItem>
{
    public nint Offset => Marshal.OffsetOf<LateItem>(nameof(LateItem.Node));

    public string NodeName => nameof(LateItem.Node);
}
