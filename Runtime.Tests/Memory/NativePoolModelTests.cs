using System.Linq;
using CsCheck;
using Xunit;

namespace IntrusiveLists.Tests.Memory;

/// <summary>Random sequences of calls against a model.</summary>
public sealed class NativePoolModelTests
{
    // Runs of one kind, so that batches fill, empty and change hands.
    private static readonly Gen<(NativePoolModelCall Call, int Argument)[]> Calls =
        Gen.Select(Gen.Enum<NativePoolModelCall>(), Gen.Int[0, 1_000_000], Gen.Int[1, 200]).Array[0, 30]
            .Select(runs => runs.SelectMany(run => Enumerable.Range(0, run.Item3).Select(step => (run.Item1, run.Item2 + (step * 7919)))).ToArray());

    [Fact]
    public void SmallElementsAgreeWithTheModel() => Calls.Sample(Run<PooledItem>, iter: 300);

    [Fact]
    public void LargeElementsAgreeWithTheModel() => Calls.Sample(Run<Sizes.Of3000Bytes>, iter: 100);

    private static void Run<[AddressStable] T>((NativePoolModelCall Call, int Argument)[] calls)
        where T : unmanaged
    {
        using var model = new NativePoolModel<T>();
        foreach ((NativePoolModelCall call, int argument) in calls)
        {
            model.Apply(call, argument);
        }

        model.AssertContents();
    }
}
