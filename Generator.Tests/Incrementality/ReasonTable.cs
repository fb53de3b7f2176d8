using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// What each kind of edit makes of each output of each step.
/// </summary>
/// <remarks>
/// A letter for each output: <c>C</c> cached, its input being the same; <c>U</c> unchanged, read anew with the same result; <c>M</c> modified; <c>N</c> new; <c>R</c> removed.
/// The outputs before an edit are: the tags <c>_foos</c>, <c>_free</c>, <c>_waiting</c> and <c>_remote</c>; the owners <c>Owner</c> and <c>Queue</c>;
/// the links of <c>Free</c>, <c>Remote</c> and <c>Foo</c>; the registrations and their class; and one file for each of those owners, links and registrations, in this order.
/// </remarks>
internal static class ReasonTable
{
    private const string Text = """
        edit                                  | tags   | owners | links | registrations | class | files
        nothing                               | CCCC   | CC     | CCC   | C             | C     | CCCCCC
        comment, in a file without lists      | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        method body, in a file without lists  | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        type renamed, in a file without lists | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        file without lists added              | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        file without lists removed            | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        comment, in the elements' file        | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        comment, in the owner's file          | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        white space, in the owner's file      | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        line added above the tags             | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        method body of the owner              | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        member of the owner added             | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        member of the owner removed           | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        type added to the elements' file      | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        other field of an element renamed     | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        other field of an element retyped     | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        other field of an element added       | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        node moved within its element         | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        head renamed                          | MUUU   | MU     | CCC   | C             | U     | MCCCCC
        head made public                      | MUUU   | MU     | CCC   | C             | U     | MCCCCC
        head made static                      | UUUM   | UM     | UMU   | C             | U     | CMCMCC
        head added                            | UUNUU  | MU     | UUU   | U             | U     | MCCCCC
        head removed                          | MRUU   | MU     | UUM   | U             | U     | MCCCMC
        last head of a node removed           | UUUR   | UM     | UMR   | M             | U     | CMCMRM
        heads swapped                         | MMUU   | MU     | UUU   | U             | U     | MCCCCC
        head is no head any more              | MUUU   | MU     | CCC   | C             | U     | MCCCCC
        tag removed                           | MRUU   | MU     | UUM   | U             | U     | MCCCMC
        tag written otherwise                 | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        tag names another element             | MUUU   | MU     | UUM   | U             | U     | MCCCMC
        tag names another node                | MUUU   | MU     | UUM   | C             | U     | MCCCMC
        tag names no node                     | MUUU   | MU     | UUU   | C             | U     | MCCCCC
        tag gives the list a name             | MUUU   | MU     | CCC   | C             | U     | MCCCCC
        owner not partial any more            | MMUU   | MR     | CCC   | C             | U     | MRCCCC
        owner made generic                    | MMUU   | MU     | CCC   | C             | U     | MCCCCC
        owner made a record                   | MMUU   | MU     | CCC   | C             | U     | MCCCCC
        owner renamed                         | MMUU   | MM     | CCC   | C             | U     | MMCCCC
        owner made internal                   | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        owner has a member of the list's name | MUUU   | MU     | CCC   | C             | U     | MCCCCC
        owner in another namespace            | MMUU   | MU     | CCC   | C             | U     | MCCCCC
        owner added in another file           | UUUUNN | UUN    | UUU   | U             | U     | CCNCCCC
        owner's file removed                  | MMRR   | MR     | MMR   | M             | U     | MRMMRM
        lock removed                          | UUMM   | UM     | UMM   | C             | U     | CMCMMC
        lock added                            | MMUU   | MU     | MUM   | C             | U     | MCMCMC
        lock renamed                          | UUMM   | UM     | CCC   | C             | U     | CMCCCC
        lock of another kind                  | UUMM   | UM     | UMM   | C             | U     | CMCMMC
        node renamed                          | MUUU   | MU     | UUM   | C             | U     | MCCCMC
        node made private                     | MUUU   | CC     | UUM   | C             | U     | CCCCMC
        node made a number                    | MUUU   | MU     | UUM   | C             | U     | MCCCMC
        element not partial any more          | MUMU   | MM     | MMMN  | M             | U     | MMMMMNM
        element made partial                  | UMUU   | MU     | MMM   | M             | U     | MCMMMM
        element made a record                 | MUMU   | CC     | UUM   | C             | U     | CCCCMC
        element made internal                 | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        element holds a reference             | MUMU   | MM     | UUR   | C             | U     | MMCCRC
        element in another namespace          | MMMU   | MM     | MUM   | M             | U     | MMMCMM
        element renamed, but not in its tags  | MUMU   | MM     | UUR   | C             | U     | MMCCRC
        reference added                       | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        library's unrelated field added       | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        library's node renamed                | UUUM   | UM     | UMU   | M             | U     | CMCMCM
        assembly renamed                      | UUUU   | CC     | CCC   | C             | M     | CCCCCM
        optimization on                       | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        symbol defined                        | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        language version 12                   | UUUU   | CC     | CCC   | C             | U     | CCCCCC
        language version 8                    | UUUU   | CC     | CCC   | C             | M     | CCCCCM
        files in another order                | MMMM   | UU     | UUU   | U             | U     | CCCCCC
        """;

    private static readonly string[] Steps = [TrackingNames.Tags, TrackingNames.Owners, TrackingNames.Links, TrackingNames.Registrations, TrackingNames.RegistrationClass];

    private static readonly string[][] Rows = [.. Text.Split('\n').Skip(1).Select(row => row.Split('|', StringSplitOptions.TrimEntries))];

    public static IEnumerable<string> Edits => Rows.Select(row => row[0]);

    /// <summary>Returns the row of an edit: its name, and the cell of each step and of the files.</summary>
    public static string[] RowOf(string edit) => Rows.Single(row => row[0] == edit);

    /// <summary>Returns the row that a run would have.</summary>
    public static string[] RowOf(string edit, GeneratorRun run) => [edit, .. Steps.Select(step => CellOf(run.ReasonsOf(step))), CellOf(run.ReasonsOfFiles())];

    public static string CellOf(IEnumerable<IncrementalStepRunReason> reasons) => string.Concat(reasons.Select(reason => reason.ToString()[0]));

    /// <summary>Returns whether any file of the row is another one than before.</summary>
    public static bool ChangesFiles(string edit) => RowOf(edit)[^1].IndexOfAny(['N', 'M', 'R']) >= 0;
}
