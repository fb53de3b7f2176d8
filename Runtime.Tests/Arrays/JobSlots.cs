using System.Runtime.CompilerServices;

namespace IntrusiveLists.Tests.Arrays;

[InlineArray(Length)]
public struct JobSlots
{
    public const int Length = 3;

    private ListHead _first;
}
