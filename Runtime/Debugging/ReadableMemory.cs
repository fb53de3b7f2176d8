using System;
#if NET
using System.IO;
using System.IO.Pipes;
#endif

namespace IntrusiveLists;

/// <summary>
/// Reads memory for a debugger: a pointer that leads nowhere must not end the process that is looked at.
/// </summary>
internal sealed unsafe class ReadableMemory : IDisposable
{
    // What lies below is never mapped on the systems that .NET runs on.
    private const ulong LowestAddress = 0x10000;

#if NET
    // The system is asked to copy the bytes: it reports an address that cannot be read, where an access would be fatal.
    private readonly AnonymousPipeServerStream _entrance = new(PipeDirection.Out);
    private readonly AnonymousPipeClientStream _exit;

    public ReadableMemory()
    {
        _exit = new AnonymousPipeClientStream(PipeDirection.In, _entrance.ClientSafePipeHandle);
    }
#endif

    /// <summary>Copies a value, if there is memory at its address.</summary>
    public bool TryRead<T>(void* address, out T value)
        where T : unmanaged
    {
        value = default;
        if ((ulong)address < LowestAddress || (ulong)address % (ulong)Math.Min(sizeof(T), sizeof(void*)) != 0)
        {
            return false;
        }

        fixed (T* copy = &value)
        {
            return TryCopy((byte*)address, (byte*)copy, sizeof(T));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
#if NET
        _exit.Dispose();
        _entrance.Dispose();
#endif
    }

#if NET
    private bool TryCopy(byte* from, byte* to, int size)
    {
        // No more at a time than every system's pipes hold: the writer is the reader.
        const int ChunkSize = 4096;
        try
        {
            for (int done = 0; done < size; done += ChunkSize)
            {
                int length = Math.Min(ChunkSize, size - done);
                _entrance.Write(new ReadOnlySpan<byte>(from + done, length));
                _exit.ReadExactly(new Span<byte>(to + done, length));
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
#else
    // The oldest frameworks have no way to ask without one of the system's own functions.
    private bool TryCopy(byte* from, byte* to, int size)
    {
        Buffer.MemoryCopy(from, to, size, size);
        return true;
    }
#endif
}
