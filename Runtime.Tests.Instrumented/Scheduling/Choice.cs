namespace IntrusiveLists.Tests.Scheduling;

/// <summary>One decision of a schedule.</summary>
/// <param name="Taken">Which alternative was taken, from 0.</param>
/// <param name="Alternatives">How many there were.</param>
internal readonly record struct Choice(int Taken, int Alternatives)
{
    public bool IsLast => Taken + 1 == Alternatives;
}
