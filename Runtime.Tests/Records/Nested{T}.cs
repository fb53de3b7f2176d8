namespace IntrusiveLists.Tests;

/// <summary>An owner whose elements own lists, all in one generic type.</summary>
public partial struct Nested<T>
    where T : unmanaged
{
    public T Value;

    [Contains(typeof(Nested<>.Middle), nameof(Nested<int>.Middle.Node))]
    private ListHead _middles;

    public partial struct Middle
    {
        public ListNode Node;

        [Contains(typeof(Nested<>.Leaf), nameof(Nested<int>.Leaf.Node))]
        private ListHead _leaves;
    }

    public partial struct Leaf
    {
        public T Value;
        public ListNode Node;
    }
}
