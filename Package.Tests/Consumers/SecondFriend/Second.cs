using IntrusiveLists;

namespace Friends
{
    internal struct SecondElement
    {
        public int Number;
        public ListNode Node;
    }

    internal partial class SecondOwner
    {
        [Contains(typeof(FirstElement), nameof(FirstElement.Node))] private readonly PinnedListHead _firsts = new PinnedListHead();
        [Contains(typeof(FirstElement), nameof(FirstElement.Other))] private readonly PinnedListHead _others = new PinnedListHead();
        [Contains(typeof(SecondElement), nameof(SecondElement.Node))] private readonly PinnedListHead _seconds = new PinnedListHead();
    }

    public static class Second
    {
        public static string Run()
        {
            First.Register();
            IntrusiveLists.Links.Registration_SecondFriend.Register();
            var first = new FirstOwner();
            var second = new SecondOwner();
            using (var firsts = new NativePool<FirstElement>())
            using (var seconds = new NativePool<SecondElement>())
            {
                Ptr<FirstElement> element = firsts.Allocate();
                first.Elements.AddLast(element);
                first.Elements.Remove(element);
                second.Firsts.AddLast(element);
                second.Others.AddLast(element);
                second.Seconds.AddLast(seconds.Allocate());
                string counts = second.Firsts.Count() + " " + second.Others.Count() + " " + second.Seconds.Count();
                second.Firsts.Clear();
                second.Others.Clear();
                second.Seconds.Clear();
                return counts + ", nodes " + IntrusiveRecord.Of<FirstElement>().Nodes.Count + " " + IntrusiveRecord.Of<SecondElement>().Nodes.Count;
            }
        }
    }
}
