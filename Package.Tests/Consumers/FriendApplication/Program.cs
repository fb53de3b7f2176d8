using Friends;
using IntrusiveLists;

Console.WriteLine(Second.Run());

internal struct ThirdElement
{
    public ListNode Node;
}

internal partial class ThirdOwner
{
    [Contains(typeof(ThirdElement), nameof(ThirdElement.Node))] private readonly PinnedListHead _thirds = new();
    [Contains(typeof(SecondElement), nameof(SecondElement.Node))] private readonly PinnedListHead _seconds = new();
}
