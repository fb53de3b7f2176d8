using System.Runtime.InteropServices;

namespace Interop;

/// <summary>The functions of <c>native/work_queue.h</c>, which describes them.</summary>
internal static unsafe partial class NativeQueue
{
    private const string Library = "workqueue";

    /// <summary>Gets whether there is a library: whether a C compiler was there when this sample was built.</summary>
    public static bool IsBuilt { get; } = NativeLibrary.TryLoad(Library, typeof(NativeQueue).Assembly, searchPath: null, out _);

    [LibraryImport(Library, EntryPoint = "work_queue_create")]
    public static partial WorkQueue* Create(int jobs);

    [LibraryImport(Library, EntryPoint = "work_queue_destroy")]
    public static partial void Destroy(WorkQueue* queue);

    [LibraryImport(Library, EntryPoint = "job_create")]
    public static partial Job* CreateJob(int number);

    [LibraryImport(Library, EntryPoint = "job_destroy")]
    public static partial void DestroyJob(Job* job);

    [LibraryImport(Library, EntryPoint = "work_queue_submit")]
    public static partial void Submit(WorkQueue* queue, Job* job);

    [LibraryImport(Library, EntryPoint = "work_queue_take")]
    public static partial Job* Take(WorkQueue* queue);

    [LibraryImport(Library, EntryPoint = "work_queue_finish")]
    public static partial void Finish(WorkQueue* queue, Job* job);

    [LibraryImport(Library, EntryPoint = "job_cancel")]
    public static partial void Cancel(Job* job);

    [LibraryImport(Library, EntryPoint = "list_numbers")]
    public static partial int Numbers(void* head, int backwards, int* numbers, int capacity);

    [LibraryImport(Library, EntryPoint = "job_is_free")]
    public static partial int IsFree(Job* job);

    [LibraryImport(Library, EntryPoint = "list_size")]
    public static partial nuint ListSize();

    [LibraryImport(Library, EntryPoint = "list_next_offset")]
    public static partial nuint NextOffset();

    [LibraryImport(Library, EntryPoint = "list_previous_offset")]
    public static partial nuint PreviousOffset();

    [LibraryImport(Library, EntryPoint = "job_size")]
    public static partial nuint JobSize();

    [LibraryImport(Library, EntryPoint = "job_in_queue_offset")]
    public static partial nuint InQueueOffset();

    [LibraryImport(Library, EntryPoint = "work_queue_size")]
    public static partial nuint QueueSize();

    [LibraryImport(Library, EntryPoint = "work_queue_pending_offset")]
    public static partial nuint PendingOffset();

    [LibraryImport(Library, EntryPoint = "work_queue_done_offset")]
    public static partial nuint DoneOffset();
}
