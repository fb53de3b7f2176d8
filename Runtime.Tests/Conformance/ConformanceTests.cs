using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Xunit;

namespace IntrusiveLists.Tests;

/// <summary>Keeps Conformance.md honest.</summary>
public sealed class ConformanceTests
{
    private const string KernelPrefix = "list_test_list_";

    private static readonly string[] KernelCases =
    [
        "init", "add", "add_tail", "del", "replace", "replace_init", "swap", "del_init", "del_init_careful", "move", "move_tail", "bulk_move_tail",
        "is_head", "is_first", "is_last", "empty", "empty_careful", "rotate_left", "rotate_to_front", "is_singular", "cut_position", "cut_before",
        "splice", "splice_tail", "splice_init", "splice_tail_init", "entry", "entry_is_head", "first_entry", "last_entry", "first_entry_or_null",
        "next_entry", "prev_entry", "for_each", "for_each_prev", "for_each_safe", "for_each_prev_safe", "for_each_entry", "for_each_entry_reverse",
    ];

    private static readonly string[] SimpleIListCases =
    [
        "DefaultConstructor", "pushPopFront", "pushPopBack", "swap", "insertEraseAtEnd", "insertAtBegin", "remove", "removeAndDispose",
        "removeAndDisposeNullDeleter", "erase", "reverse_iterator", "eraseAndDispose", "eraseAndDisposeNullDeleter", "eraseRange",
        "eraseAndDisposeRange", "eraseAndDisposeRangeNullDeleter", "clear", "clearAndDispose", "clearAndDisposeNullDeleter", "spliceList",
        "spliceSingle", "spliceRange", "merge", "mergeIsStable", "mergeEmpty", "mergeBothEmpty", "sort", "sortIsStable", "sortEmpty", "TaggedLists",
    ];

    [Fact]
    public void EveryKernelCaseIsInTheTable()
    {
        Assert.Equal(39, KernelCases.Length);
        Assert.Equal(KernelCases.Select(name => KernelPrefix + name), Rows(nameof(KernelListTests)).Select(row => row.Case));
    }

    [Fact]
    public void EverySimpleIListCaseIsInTheTable()
    {
        Assert.Equal(30, SimpleIListCases.Length);
        Assert.Equal(SimpleIListCases, Rows(nameof(SimpleIListTests)).Select(row => row.Case));
    }

    [Theory]
    [InlineData(typeof(KernelListTests))]
    [InlineData(typeof(SimpleIListTests))]
    public void EveryCaseIsATestOfItsNameOrSaysWhyNot(Type tests)
    {
        foreach (ConformanceRow row in Rows(tests.Name))
        {
            if (row.Test.Length > 0)
            {
                Assert.Equal(Name(row.Case), row.Test);
                Assert.True(IsTest(tests.GetMethod(row.Test)), row.Case);
            }
            else
            {
                Assert.True(row.Remark.Length > 0, row.Case);
            }
        }
    }

    [Theory]
    [InlineData(typeof(KernelListTests))]
    [InlineData(typeof(SimpleIListTests))]
    public void EveryTestIsInTheTable(Type tests)
    {
        IEnumerable<string> methods = tests.GetMethods().Where(IsTest).Select(method => method.Name);
        Assert.Equal(methods.Order(), Rows(tests.Name).Select(row => row.Test).Where(test => test.Length > 0).Order());
    }

    private static bool IsTest(MethodInfo? method) => method?.IsDefined(typeof(FactAttribute)) ?? false;

    /// <summary>Returns a case's name as C# writes it.</summary>
    private static string Name(string testCase)
    {
        string name = testCase.StartsWith(KernelPrefix, StringComparison.Ordinal) ? testCase[KernelPrefix.Length..] : testCase;
        return string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    /// <summary>Reads the table below the heading that names a test class.</summary>
    private static List<ConformanceRow> Rows(string heading)
    {
        using Stream stream = typeof(ConformanceTests).Assembly.GetManifestResourceStream("Conformance.md")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n')
                .SkipWhile(line => line != "## " + heading)
                .Skip(1)
                .TakeWhile(line => !line.StartsWith('#'))
                .Where(line => line.StartsWith('|'))
                .Skip(2)
                .Select(ConformanceRow.Parse),
        ];
    }
}
