using System;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;

namespace IntrusiveLists;

/// <summary>
/// Every exception of the library, with its message.
/// </summary>
/// <remarks>Not marked <c>NoInlining</c>: the compiler would then miss that these never return, and spill registers around the calls.</remarks>
internal static unsafe class Throw
{
    [DoesNotReturn]
    public static void NullReference() => throw new NullReferenceException("The pointer is null.");

    [DoesNotReturn]
    public static void AlreadyLinked<T, TLink>(ListNode* node)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => throw new InvalidOperationException(DescribeLink<T, TLink>(node));

    [DoesNotReturn]
    public static void NotLinked<T, TLink>()
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => throw new InvalidOperationException(
            $"The '{NameOf(typeof(T))}' is not on a list through '{NodeName<T, TLink>()}'.");

    [DoesNotReturn]
    public static void Empty<T, TLink>()
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => throw new InvalidOperationException(
            $"The list of '{NameOf(typeof(T))}' through '{NodeName<T, TLink>()}' is empty.");

    [DoesNotReturn]
    public static void NotOnThisList<T, TLink>()
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => throw new InvalidOperationException(
            $"The '{NameOf(typeof(T))}' is on another list through '{NodeName<T, TLink>()}': this list is empty.");

    [DoesNotReturn]
    public static void SameList<T, TLink>()
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => throw new InvalidOperationException(
            $"The other list of '{NameOf(typeof(T))}' through '{NodeName<T, TLink>()}' must not be the list itself.");

    [DoesNotReturn]
    public static void NotEmpty<T, TLink>()
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => throw new InvalidOperationException(
            $"The list of '{NameOf(typeof(T))}' through '{NodeName<T, TLink>()}' that receives the elements must be empty.");

    [DoesNotReturn]
    public static void NextUnlinked<T, TLink>()
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => throw new InvalidOperationException(
            $"The loop removed the next '{NameOf(typeof(T))}' from its list through '{NodeName<T, TLink>()}'; the body may remove the current element only.");

    [DoesNotReturn]
    public static void DrainMoved<T, TLink>()
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => throw new InvalidOperationException(
            $"The enumerator that drains a list of '{NameOf(typeof(T))}' through '{NodeName<T, TLink>()}' was copied after it had started.");

    [DoesNotReturn]
    public static void DestinationTooShort(string parameter) => throw new ArgumentException("The destination is shorter than the list.", parameter);

    [DoesNotReturn]
    public static void IndexOutOfRange(int index, int length) => throw new IndexOutOfRangeException($"There is no list {index}: the array has {length}.");

    [DoesNotReturn]
    public static void LockReentered() => throw new LockRecursionException("This thread holds the lock already; entering it again would wait forever.");

    [DoesNotReturn]
    public static void LockNotHeld() => throw new SynchronizationLockException("This thread does not hold the lock: another one does, or it is free.");

    [DoesNotReturn]
    public static void HeadWithoutLock(Type value, string head) => throw new InvalidOperationException(
        $"The head '{NameOf(value)}.{head}' has no lock, and the values of a map are shared; add a ListLock to '{NameOf(value)}'.");

    [DoesNotReturn]
    public static void NoValue() => throw new InvalidOperationException("There is no value: the map had none for the key, or the scope has been disposed.");

    [DoesNotReturn]
    public static void MapDisposed() => throw new ObjectDisposedException("ValueMap");

    [DoesNotReturn]
    public static void NoPool<T>(T* element)
        where T : unmanaged => throw new InvalidOperationException(
            $"The '{NameOf(typeof(T))}' at 0x{(ulong)element:x} came from no NativePool; say where it goes with ElementRelease.Add<{NameOf(typeof(T))}>.");

    [DoesNotReturn]
    public static void ArgumentNull(string parameter) => throw new ArgumentNullException(parameter);

    [DoesNotReturn]
    public static void Disposed<T>()
        where T : unmanaged => throw new ObjectDisposedException($"NativePool<{NameOf(typeof(T))}>");

    [DoesNotReturn]
    public static void ForeignElement<T>(T* element)
        where T : unmanaged => throw new InvalidOperationException(
            $"There is no '{NameOf(typeof(T))}' of this pool at 0x{(ulong)element:x}; it belongs to another pool, or to none.");

    [DoesNotReturn]
    public static void NoElement<T>(T* element)
        where T : unmanaged => throw new InvalidOperationException(
            $"The address 0x{(ulong)element:x} lies in this pool, but no '{NameOf(typeof(T))}' starts there.");

    [DoesNotReturn]
    public static void NotAllocated<T>(T* element)
        where T : unmanaged => throw new InvalidOperationException(
            $"The '{NameOf(typeof(T))}' at 0x{(ulong)element:x} is not allocated: it was freed already, or never allocated.");

    [DoesNotReturn]
    public static void StillLinked<T>(string node)
        where T : unmanaged => throw new InvalidOperationException(
            $"The '{NameOf(typeof(T))}' is still on a list through '{node}'; remove it there before it is freed.");

    [DoesNotReturn]
    public static void Corrupted(ListNode* previous, ListNode* next) => throw new ListCorruptedException(
        $"The links of a list are corrupted between 0x{(ulong)previous:x} and 0x{(ulong)next:x}: they do not point at each other.");

    /// <summary>Returns the name of a type as C# writes it, without namespaces.</summary>
    internal static string NameOf(Type type)
    {
        Type[] arguments = type.GetGenericArguments();
        return NameOf(type, arguments);
    }

    private static string NameOf(Type type, Type[] arguments)
    {
        // A nested type lists the arguments of the types around it first.
        string prefix = type.DeclaringType is { } outer ? NameOf(outer, arguments) + "." : "";
        int inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        int tick = type.Name.IndexOf('`');
        if (tick < 0)
        {
            return prefix + type.Name;
        }

        string own = string.Join(", ", arguments.Skip(inherited).Take(type.GetGenericArguments().Length - inherited).Select(NameOf));
        return $"{prefix}{type.Name.Substring(0, tick)}<{own}>";
    }

    // Apart from what throws: that must be one block, or the compiler does not see that it never returns.
    private static string DescribeLink<T, TLink>(ListNode* node)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => node->IsLinked
            ? $"The '{NameOf(typeof(T))}' is already on a list through '{NodeName<T, TLink>()}'; remove it there first, or move it."
            : $"The '{NameOf(typeof(T))}' is being drained from a list through '{NodeName<T, TLink>()}': it belongs to the loop that drains it.";

    private static string NodeName<T, TLink>()
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => default(TLink).NodeName;
}
