using System;
using System.Runtime.CompilerServices;

namespace IntrusiveLists.Tests;

/// <summary>Sets the switch before anything else happens: the build of an older framework has nowhere to write it.</summary>
internal static class SwitchInitializer
{
#if HARDENED
    private const bool Hardened = true;
#else
    private const bool Hardened = false;
#endif

#pragma warning disable CA2255 // What runs these tests knows nothing of the switch.
    [ModuleInitializer]
    internal static void Set() => AppContext.SetSwitch("IntrusiveLists.Hardened", Hardened);
#pragma warning restore CA2255
}
