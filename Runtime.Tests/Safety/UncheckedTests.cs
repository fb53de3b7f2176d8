#if !HARDENED
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>Without hardened mode, nobody looks at the neighbours.</summary>
public sealed unsafe class UncheckedTests : ListFixture
{
    [Fact]
    public void AWrongLinkIsNotFound()
    {
        Fill(3);
        RawNode* last = RawNode.Of<Item, Item.NodeLink>(Elements[2]);
        last->Previous = last;
        List.AddAfter(Elements[1], Elements[3]);

        // What was wrong has been overwritten.
        Expect([0, 1, 3, 2]);
    }
}
#endif
