using System;
using System.Diagnostics.CodeAnalysis;

namespace IntrusiveLists;

/// <summary>
/// The switches of the library, fixed when a list is first used.
/// </summary>
public static class IntrusiveListSwitches
{
    private const string HardenedName = "IntrusiveLists.Hardened";

    /// <summary>
    /// Gets whether list operations check the neighbours of every node that they are about to write.
    /// </summary>
    /// <remarks>
    /// <para>
    /// An operation that finds a link that does not point back throws <see cref="ListCorruptedException"/>: before the first write
    /// where it is O(1) or looks at the whole list anyway, otherwise at the fault. Set it with the MSBuild property <c>IntrusiveListsHardened</c> (by default on in Debug builds), with
    /// <c>IntrusiveLists.Hardened</c> in <c>runtimeconfig.json</c>, or with <see cref="AppContext.SetSwitch"/> before the first use of a list.
    /// </para>
    /// <para>The property and <c>runtimeconfig.json</c> are of .NET alone: programs for .NET Framework, Mono and Unity call <see cref="AppContext.SetSwitch"/>.</para>
    /// <para>The kernel's counterpart is <c>CONFIG_LIST_HARDENED</c>.</para>
    /// </remarks>
    [FeatureSwitchDefinition(HardenedName)]
    public static bool Hardened { get; } = AppContext.TryGetSwitch(HardenedName, out bool hardened) && hardened;
}
