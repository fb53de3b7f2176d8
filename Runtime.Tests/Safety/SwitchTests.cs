using System;
using Xunit;

namespace IntrusiveLists.Tests;

public sealed class SwitchTests
{
#if HARDENED
    private const bool Expected = true;
#else
    private const bool Expected = false;
#endif

    [Fact]
    public void HardenedIsWhatTheProjectSays() => Assert.Equal(Expected, IntrusiveListSwitches.Hardened);

    [Fact]
    public void TheBuildWritesTheSwitchInEitherCase()
    {
        Assert.True(AppContext.TryGetSwitch("IntrusiveLists.Hardened", out bool hardened));
        Assert.Equal(Expected, hardened);
    }
}
