using System.Reflection;
using System.Runtime.CompilerServices;

namespace IntrusiveLists.Tests.Disassembly;

/// <summary>What the tests of the disassembly start as a process of its own: it has the hot paths compiled, and the JIT, told to by the environment, writes them down.</summary>
internal static class Program
{
    private static void Main()
    {
        // The switch is a constant for what is compiled once it has been read.
        _ = IntrusiveListSwitches.Hardened;
        foreach (MethodInfo method in typeof(HotPaths).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
        }

        foreach (string name in (string[])[nameof(NativePool<Item>.Allocate), nameof(NativePool<Item>.Free)])
        {
            RuntimeHelpers.PrepareMethod(typeof(NativePool<Item>).GetMethod(name)!.MethodHandle, [typeof(Item).TypeHandle]);
        }
    }
}
