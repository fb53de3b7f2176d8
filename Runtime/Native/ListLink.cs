using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace IntrusiveLists;

/// <summary>
/// The operations of a generated link: from node to element and back, and what can be done with the element alone.
/// </summary>
/// <remarks>Generated links forward to these; programs call the link's own members, such as <c>Connection.ReadyLink.ContainerOf(node)</c>.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ListLink
{
    /// <summary>Takes the address of a byte for that of a value, of which nothing is read or written: distances inside a value do not depend on where it is.</summary>
    /// <typeparam name="T">The type of the value: an element or an owner. Owners may be generic, which C# 7.3 does not know as unmanaged.</typeparam>
    /// <param name="probe">Any byte.</param>
    /// <returns>The place of the byte, as a value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T ElementAt<[AddressStable] T>(ref byte probe)
        where T : struct => ref Unsafe.As<byte, T>(ref probe);

    /// <summary>Returns the distance in bytes from a value to one of its fields. Folds to a constant where both are parts of one place.</summary>
    /// <typeparam name="T">The type of the value: an element or an owner.</typeparam>
    /// <typeparam name="TField">The type of the field: a node, a head, heads or a lock.</typeparam>
    /// <param name="value">The place of the value.</param>
    /// <param name="field">The place of its field.</param>
    /// <returns>The distance in bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Distance<[AddressStable] T, [AddressStable] TField>(ref T value, in TField field)
        where T : struct
        where TField : unmanaged => Unsafe.ByteOffset(ref Unsafe.As<T, byte>(ref value), ref Unsafe.As<TField, byte>(ref Unsafe.AsRef(in field)));

    /// <summary>Returns the element that embeds a node. O(1). The kernel's <c>container_of</c>.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TLink">The generated link.</typeparam>
    /// <param name="node">The address of the node of this link; another node is not detected.</param>
    /// <returns>The address of the element.</returns>
    /// <exception cref="NullReferenceException">The node is null.</exception>
    public static Ptr<T> ContainerOf<T, TLink>(Ptr<ListNode> node)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        if (node.IsNull)
        {
            Throw.NullReference();
        }

        return ElementOf<T, TLink>(node);
    }

    /// <summary>Returns the node of an element. O(1).</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TLink">The generated link.</typeparam>
    /// <param name="element">The address of the element.</param>
    /// <returns>The address of the node.</returns>
    /// <exception cref="NullReferenceException">The element is null.</exception>
    public static Ptr<ListNode> NodeOf<T, TLink>(Ptr<T> element)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        if (element.IsNull)
        {
            Throw.NullReference();
        }

        return AddressOfNode<T, TLink>(element);
    }

    /// <summary>Returns whether an element is on a list through the node of this link. O(1).</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TLink">The generated link.</typeparam>
    /// <param name="element">The address of the element.</param>
    /// <returns>Whether the element is linked.</returns>
    /// <exception cref="NullReferenceException">The element is null.</exception>
    public static bool IsLinked<T, TLink>(Ptr<T> element)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => AddressOfNode<T, TLink>(element)->IsLinked;

    /// <summary>Takes an element off the list that it is on, whichever that is. O(1). The kernel's <c>list_del_init</c>.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TLink">The generated link.</typeparam>
    /// <param name="element">The address of the element.</param>
    /// <exception cref="NullReferenceException">The element is null.</exception>
    /// <exception cref="InvalidOperationException">The element is not linked through this node.</exception>
    public static void Unlink<T, TLink>(Ptr<T> element)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => ListCore.Unlink(RequireLinked<T, TLink>(element));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ListNode* AddressOfNode<T, TLink>(Ptr<T> element)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        nint offset = default(TLink).Offset;
        GuardPage.RequireNonNull(element.Pointer, offset);
        return (ListNode*)((byte*)element.Pointer + offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Ptr<T> ElementOf<T, TLink>(ListNode* node)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T> => (T*)((byte*)node - default(TLink).Offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ListNode* RequireLinked<T, TLink>(Ptr<T> element)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        ListNode* node = AddressOfNode<T, TLink>(element);
        if (!node->IsLinked)
        {
            Hardening.VerifyUnlinked(node);
            Throw.NotLinked<T, TLink>();
        }

        return node;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ListNode* RequireUnlinked<T, TLink>(Ptr<T> element)
        where T : unmanaged
        where TLink : unmanaged, IListLink<T>
    {
        ListNode* node = AddressOfNode<T, TLink>(element);
        if (!node->IsFree)
        {
            Throw.AlreadyLinked<T, TLink>(node);
        }

        Hardening.VerifyUnlinked(node);
        return node;
    }
}
