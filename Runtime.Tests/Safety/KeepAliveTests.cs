using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>
/// Every public member that touches a list's memory holds on to the owner until it is done: its code reaches <see cref="GC.KeepAlive"/>.
/// </summary>
/// <remarks>
/// A collection in the middle of an operation without callbacks cannot be forced, and most code keeps the owner alive by accident.
/// What a forced collection can show, <see cref="OwnerCollectionTests"/> shows.
/// </remarks>
public sealed class KeepAliveTests
{
    private const byte Call = 0x28;
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly MethodBase KeepAlive = typeof(GC).GetMethod(nameof(GC.KeepAlive))!;

    private static readonly Type[] Types =
    [
        typeof(IntrusiveList<,>),
        typeof(IntrusiveList<,>.Enumerator),
        typeof(IntrusiveList<,>.ReverseEnumerator),
        typeof(IntrusiveList<,>.DrainEnumerator),
        typeof(PinnedListHead),
    ];

    // These only pass the owner on, or return what is stored.
    private static readonly string[] Exceptions = ["GetEnumerator", "Reversed", "StartingAt", "Drain", "get_Current"];

    private static readonly Dictionary<string, MethodInfo> Methods = Types
        .SelectMany(type => type.GetMethods(Declared))
        .Where(method => method.IsPublic && !Exceptions.Contains(method.Name))
        .ToDictionary(method => $"{method.DeclaringType!.Name}: {method}");

    public static TheoryData<string> Names => [.. Methods.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryOwnerIsHeldToTheEnd(string name)
    {
        int otherLists = Methods[name].GetParameters().Count(parameter => parameter.ParameterType.MetadataToken == Types[0].MetadataToken);
        Assert.InRange(CountKeepAlive(Methods[name]), 1 + otherLists, int.MaxValue);
    }

    private static int CountKeepAlive(MethodBase method) => Callees(method).Sum(callee =>
        callee == KeepAlive ? 1 : IsOurs(callee) ? CountKeepAlive(Definition(callee)) : 0);

    private static bool IsOurs(MethodBase method) => Types.Any(type => type.MetadataToken == method.DeclaringType?.MetadataToken && type.Module == method.Module);

    /// <summary>Returns the method of the generic type itself, which has a body.</summary>
    private static MethodBase Definition(MethodBase method) => method.Module.ResolveMethod(method.MetadataToken)!;

    /// <summary>Returns the methods that a method calls.</summary>
    private static IEnumerable<MethodBase> Callees(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int index = 0; index + sizeof(int) < code.Length; index++)
        {
            if (code[index] == Call && Resolve(method, BitConverter.ToInt32(code, index + 1)) is { } callee)
            {
                yield return callee;
            }
        }
    }

    /// <summary>Returns what a token stands for, or null where the bytes are not a call.</summary>
    private static MethodBase? Resolve(MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveMethod(token, method.DeclaringType!.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
