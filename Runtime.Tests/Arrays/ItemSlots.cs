using System.Runtime.CompilerServices;

namespace IntrusiveLists.Tests.Arrays;

[InlineArray(Length)]
public struct ItemSlots
{
    public const int Length = 4;

    private ListHead _first;
}
