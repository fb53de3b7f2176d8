using IntrusiveLists;

namespace Friends
{
    // Not partial: both friends have a class that registers such elements.
    internal struct FirstElement
    {
        public int Number;
        public ListNode Node;
        public ListNode Other;
    }

    internal partial class FirstOwner
    {
        [Contains(typeof(FirstElement), nameof(FirstElement.Node))] private readonly PinnedListHead _elements = new PinnedListHead();
    }

    internal static class First
    {
        public static void Register()
        {
            IntrusiveLists.Links.Registration_FirstFriend.Register();
        }
    }
}
