using IntrusiveLists;

var server = new Server();
Console.WriteLine(server.Connections.IsEmpty);

public partial struct Connection
{
    public ListNode ByAge;
}

public partial class Server
{
    [Contains(typeof(Connection), "ByAgee")] private readonly PinnedListHead _connections = new();
}
