namespace System.Threading;

/// <summary>What the tests use of the type that newer frameworks have.</summary>
internal static class SpinWaitExtensions
{
    /// <summary>Spins once. Here, sleeping cannot be forbidden.</summary>
    public static void SpinOnce(ref this SpinWait spinner, int sleep1Threshold)
    {
        _ = sleep1Threshold;
        spinner.SpinOnce();
    }
}
