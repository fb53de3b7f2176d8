using System;

namespace Interop.Tests;

/// <summary>Whether there is a C side to test; the continuous integration has to have one.</summary>
internal static class CSide
{
    public static string? WhySkipped => NativeQueue.IsBuilt || Environment.GetEnvironmentVariable("CI") == "true"
        ? null
        : "There was no C compiler ('cc') when the sample was built.";
}
