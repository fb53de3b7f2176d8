using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace IntrusiveLists.Benchmarks;

/// <summary>
/// The contenders in C# once more: where this program was compiled ahead of time, it starts a second runtime in its process, which compiles the same program just in time.
/// The other way round would not do, since a library that was compiled ahead of time reaches its thread statics more slowly than a program.
/// </summary>
internal static unsafe class JustInTime
{
    // The delegate of hostfxr.h that finds a method, and what it is told of a method that is callable as it is.
    private const int FindMethod = 6;
    private const nint UnmanagedCallersOnly = -1;

    private static readonly Dictionary<int, IReadOnlyList<Contender>> Hosted = [];

    /// <summary>Starts the runtime, with a program to compile, by the library that <c>dotnet</c> starts programs with.</summary>
    /// <returns>A function that returns the contenders for one size of elements.</returns>
    public static Func<int, IEnumerable<Contender>> Start(string hostLibrary, string program)
    {
        nint find = FindOperationOf(hostLibrary, program);
        return elementSize => Load(find, elementSize);
    }

    private static nint FindOperationOf(string hostLibrary, string program)
    {
        nint host = NativeLibrary.Load(Path.GetFullPath(hostLibrary));
        nint argument = Marshal.StringToCoTaskMemUTF8(Path.GetFullPath(program));
        nint context;
        Check(((delegate* unmanaged<int, nint*, nint, nint*, int>)NativeLibrary.GetExport(host, "hostfxr_initialize_for_dotnet_command_line"))(1, &argument, 0, &context));
        nint findMethod;
        Check(((delegate* unmanaged<nint, int, nint*, int>)NativeLibrary.GetExport(host, "hostfxr_get_runtime_delegate"))(context, FindMethod, &findMethod));
        nint type = Marshal.StringToCoTaskMemUTF8(typeof(JustInTime).AssemblyQualifiedName);
        nint method = Marshal.StringToCoTaskMemUTF8(nameof(FindOperation));
        nint find;
        Check(((delegate* unmanaged<nint, nint, nint, nint, nint, nint*, int>)findMethod)(type, method, UnmanagedCallersOnly, 0, 0, &find));
        return find;
    }

    private static IEnumerable<Contender> Load(nint find, int elementSize) => Contenders.Managed(elementSize).Select(contender => contender with
    {
        Compiler = Compilers.JustInTime,
        Operations = contender.Operations.Keys.ToDictionary(operation => operation, operation => Find(find, contender.Name, operation, elementSize)),
    });

    private static Operation Find(nint find, string contender, string operation, int elementSize)
    {
        nint address = ((delegate* unmanaged<nint, nint, int, nint>)find)(Marshal.StringToCoTaskMemUTF8(contender), Marshal.StringToCoTaskMemUTF8(operation), elementSize);
        return plan => ((delegate* unmanaged<Plan*, long>)address)(plan);
    }

    /// <summary>What the second runtime is asked: the address of an operation, which stays as long as the process.</summary>
    [UnmanagedCallersOnly]
    internal static nint FindOperation(nint contender, nint operation, int elementSize)
    {
        if (!Hosted.TryGetValue(elementSize, out IReadOnlyList<Contender>? contenders))
        {
            Hosted.Add(elementSize, contenders = [.. Contenders.Managed(elementSize)]);
        }

        string name = Marshal.PtrToStringUTF8(contender)!;
        return Marshal.GetFunctionPointerForDelegate(contenders.Single(found => found.Name == name).Operations[Marshal.PtrToStringUTF8(operation)!]);
    }

    private static void Check(int status)
    {
        if (status < 0)
        {
            throw new InvalidOperationException($"The runtime does not start: 0x{status:x8}.");
        }
    }
}
