using System;
using IntrusiveLists.Tests.Scheduling;
using Xunit;

namespace IntrusiveLists.Tests.Maps;

/// <summary>The hard races of the map under every schedule, and maps with the flaws that each of them is about.</summary>
public sealed class MapInterleavingTests
{
    private const int Key = 7;

    // Three threads have many more schedules than two.
    private const int ForTwo = 3;
    private const int ForThree = 2;

    /// <summary>Gets the races by name, with the flaw that each must find and the bound of pre-emptions.</summary>
    public static TheoryData<string, Flaw, int> Races => new()
    {
        { nameof(RemoveAgainstAdd), Flaw.RemovalFrees, ForTwo },
        { nameof(RemoveAgainstLookUp), Flaw.RaisesFromZero, ForTwo },
        { nameof(UpdateAgainstLookUp), Flaw.RaisesFromZero, ForTwo },
        { nameof(GetOrAddAgainstRemove), Flaw.CountsAfterAdding, ForTwo },
        { nameof(TwoRemovesOfOneKey), Flaw.RemovesByKey, ForTwo },
        { nameof(DisposeAgainstGetOrAdd), Flaw.LooksBeforeAdding, ForTwo },
        { nameof(EnumerationAgainstRemove), Flaw.EnumeratesUncounted, ForTwo },
        { nameof(TwoGetOrAddsAgainstRemove), Flaw.CountsAfterAdding, ForThree },
        { nameof(RemoveAgainstUpdateAgainstLookUp), Flaw.RaisesFromZero, ForThree },
    };

    [Theory]
    [MemberData(nameof(Races))]
    public void TheLibraryHoldsUnderEverySchedule(string race, Flaw flaw, int preemptions)
    {
        Assert.NotEqual(Flaw.None, flaw);
        int schedules = Explorer.Run(() => Create(race, new MapFixture()), preemptions);
        Assert.True(schedules > 5, $"{schedules} schedules");
    }

    [Theory]
    [MemberData(nameof(Races))]
    public void AFlawIsFound(string race, Flaw flaw, int preemptions)
    {
        ScheduleFailedException exception = Assert.Throws<ScheduleFailedException>(() => Explorer.Run(() => Create(race, new MapFixture(flaw)), preemptions));
        Assert.DoesNotContain("Deadlock", exception.Message);
    }

    [Theory]
    [MemberData(nameof(Races))]
    public void ItIsTheFlawThatIsFound(string race, Flaw flaw, int preemptions)
    {
        Assert.NotEqual(Flaw.None, flaw);
        Explorer.Run(() => Create(race, new MapFixture(Flaw.None)), preemptions);
    }

    private static Interleaving Create(string race, MapFixture fixture) => race switch
    {
        nameof(RemoveAgainstAdd) => RemoveAgainstAdd(fixture),
        nameof(RemoveAgainstLookUp) => RemoveAgainstLookUp(fixture),
        nameof(UpdateAgainstLookUp) => UpdateAgainstLookUp(fixture),
        nameof(GetOrAddAgainstRemove) => GetOrAddAgainstRemove(fixture),
        nameof(TwoRemovesOfOneKey) => TwoRemovesOfOneKey(fixture),
        nameof(DisposeAgainstGetOrAdd) => DisposeAgainstGetOrAdd(fixture),
        nameof(EnumerationAgainstRemove) => EnumerationAgainstRemove(fixture),
        nameof(TwoGetOrAddsAgainstRemove) => TwoGetOrAddsAgainstRemove(fixture),
        nameof(RemoveAgainstUpdateAgainstLookUp) => RemoveAgainstUpdateAgainstLookUp(fixture),
        _ => throw new ArgumentOutOfRangeException(nameof(race)),
    };

    private static Interleaving RemoveAgainstAdd(MapFixture fixture)
    {
        fixture.GetOrAdd(Key, fixture.Add);
        return new Interleaving([() => fixture.Find(Key, fixture.Add), () => fixture.Map.Remove(Key)], fixture.Close);
    }

    private static Interleaving RemoveAgainstLookUp(MapFixture fixture)
    {
        fixture.GetOrAdd(Key, fixture.Add);
        return new Interleaving([() => fixture.Find(Key, MapFixture.Walk), () => fixture.Map.Remove(Key)], fixture.Close);
    }

    private static Interleaving UpdateAgainstLookUp(MapFixture fixture)
    {
        fixture.GetOrAdd(Key, fixture.Add);
        return new Interleaving([() => Assert.True(fixture.Find(Key, fixture.Add)), () => fixture.Map.Update(Key)], fixture.Close);
    }

    private static Interleaving GetOrAddAgainstRemove(MapFixture fixture) =>
        new([() => fixture.GetOrAdd(Key, fixture.Add), () => fixture.Map.Remove(Key)], fixture.Close);

    private static Interleaving TwoRemovesOfOneKey(MapFixture fixture)
    {
        fixture.GetOrAdd(Key, fixture.Add);
        int removed = 0;
        void Remove() => removed += fixture.Map.Remove(Key) ? 1 : 0;
        return new Interleaving(
            [Remove, Remove],
            () =>
            {
                Assert.Equal(1, removed);
                fixture.Close();
            });
    }

    private static Interleaving DisposeAgainstGetOrAdd(MapFixture fixture) => new(
        [
            () =>
            {
                try
                {
                    fixture.GetOrAdd(Key, fixture.Add);
                }
                catch (ObjectDisposedException)
                {
                    // The map was first.
                }
            },
            fixture.Map.Dispose,
        ],
        fixture.Close);

    private static Interleaving EnumerationAgainstRemove(MapFixture fixture)
    {
        fixture.GetOrAdd(Key, fixture.Add);
        fixture.GetOrAdd(Key + 1, fixture.Add);
        return new Interleaving([fixture.ForEach, () => fixture.Map.Remove(Key + 1)], fixture.Close);
    }

    private static Interleaving TwoGetOrAddsAgainstRemove(MapFixture fixture) => new(
        [() => fixture.GetOrAdd(Key, fixture.Add), () => fixture.GetOrAdd(Key, fixture.Add), () => fixture.Map.Remove(Key)],
        fixture.Close);

    private static Interleaving RemoveAgainstUpdateAgainstLookUp(MapFixture fixture)
    {
        fixture.GetOrAdd(Key, fixture.Add);
        return new Interleaving(
            [() => fixture.Find(Key, fixture.Add), () => fixture.Map.Update(Key), () => fixture.Map.Remove(Key)],
            fixture.Close);
    }
}
