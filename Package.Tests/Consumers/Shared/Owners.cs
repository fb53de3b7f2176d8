using Elements;
using IntrusiveLists;

namespace Owners;

public partial struct Owner
{
    [Contains(typeof(Item), nameof(Item.Node))] private ListHead _items;
    [Contains(typeof(Item), nameof(Item.Hidden))] private ListHead _hidden;
    [Contains(typeof(Plain), nameof(Plain.Node))] private ListHead _plains;
    [Contains(typeof(Plain), nameof(Plain.OwnedHere))] private ListHead _shared;
    [Contains(typeof(Secret), nameof(Secret.Node))] private ListHead _secrets;
    [Contains(typeof(Backlog<Point>.Entry), nameof(Backlog<Point>.Entry.Node))] private ListHead _points;
}

public struct Point
{
    public int X;
}

internal static class Program
{
    private static void Main()
    {
        using NativePool<Item> items = new();
        using NativePool<Plain> plains = new();
        using NativePool<Secret> secrets = new();
        using NativePool<Backlog<Point>.Entry> points = new();
        Owner owner = default;
        Shelf shelf = new();
        Backlog<Point> backlog = new();

        Ptr<Item> item = items.Allocate();
        owner.Items.AddLast(item);
        owner.Hidden.AddLast(item);
        owner.Items.Remove(item);
        shelf.ItemHeadList.AddLast(item);

        Ptr<Plain> plain = plains.Allocate();
        owner.Plains.AddLast(plain);
        shelf.PlainHeadList.AddLast(plain);
        shelf.PlainHeadList.Remove(plain);
        owner.Shared.AddLast(plain);

        Ptr<Secret> secret = secrets.Allocate();
        shelf.SecretHeadList.AddLast(secret);
        shelf.SecretHeadList.Remove(secret);
        owner.Secrets.AddLast(secret);

        Ptr<Backlog<Point>.Entry> point = points.Allocate();
        owner.Points.AddLast(point);
        owner.Points.Remove(point);
        backlog.EntryHeadList.AddLast(point);

        Console.WriteLine($"{CountBoth(shelf.ItemHeadList, owner.Items)} {owner.Hidden.Count()} {owner.Plains.Count()} {CountBoth(shelf.PlainHeadList, owner.Shared)} {CountBoth(shelf.SecretHeadList, owner.Secrets)} {CountBoth(backlog.EntryHeadList, owner.Points)}");
        shelf.ItemHeadList.Clear();
        owner.Hidden.Clear();
        owner.Plains.Clear();
        owner.Shared.Clear();
        owner.Secrets.Clear();
        backlog.EntryHeadList.Clear();
    }

    // All heads over one node have one type of list, whichever assembly declares them: else this is an error.
    private static int CountBoth<T, TLink>(IntrusiveList<T, TLink> first, IntrusiveList<T, TLink> second)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => first.Count() + second.Count();
}
