using Elements;
using IntrusiveLists;

var owner = new Owner();
Console.WriteLine(owner.Items.IsEmpty);

public partial class Owner
{
    [Contains(typeof(Item), nameof(Item.Node))] private ListHead _items;
}
