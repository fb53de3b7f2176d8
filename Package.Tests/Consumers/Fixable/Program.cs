using IntrusiveLists;

Console.WriteLine(new Server());

public partial struct Connection
{
    public ListNode ByAge;
}

public class Server
{
    [Contains(typeof(Connection), nameof(Connection.ByAge))] private readonly PinnedListHead _connections = new();
}
