using System.Runtime.CompilerServices;

namespace IntrusiveLists.Tests.Debugging;

/// <summary>An owner with a list and an array of lists.</summary>
public partial struct Crate
{
    public int Number;

    [Contains(typeof(Part), nameof(Part.Node))]
    private ListHead _parts;

    [Contains(typeof(Part), nameof(Part.Node))]
    private TrayHeads _trays;

    [InlineArray(2)]
    public struct TrayHeads
    {
        private ListHead _first;
    }
}
