using System.Runtime.CompilerServices;

namespace IntrusiveLists.Benchmarks;

/// <summary>What compiles C#: each is judged by itself, beside the same peers.</summary>
internal static class Compilers
{
    public const string JustInTime = "JIT";
    public const string AheadOfTime = "NativeAOT";

    /// <summary>Gets the one that this program was compiled by.</summary>
    public static string OfThisProgram => RuntimeFeature.IsDynamicCodeSupported ? JustInTime : AheadOfTime;
}
