namespace IntrusiveLists.Declarations;

/// <summary>
/// The identifiers of all rules. Fixed: new ones go to the end of a block, none is renumbered.
/// </summary>
internal static class RuleIdentifiers
{
    public const string HeadWithoutContains = "ILIST001";
    public const string ContainsWithoutHead = "ILIST002";
    public const string InvalidElement = "ILIST003";
    public const string MissingNode = "ILIST004";
    public const string InvalidNode = "ILIST005";
    public const string InaccessibleNode = "ILIST007";
    public const string OwnerNotPartial = "ILIST008";
    public const string ReadOnlyHeadOrNode = "ILIST009";
    public const string InvalidLayout = "ILIST010";
    public const string SelfOwningType = "ILIST011";
    public const string AmbiguousLock = "ILIST013";
    public const string NameCollision = "ILIST014";
    public const string NothingGenerated = "ILIST015";
    public const string CopiedValue = "ILIST101";
    public const string BoxedValue = "ILIST102";
    public const string MovableStorage = "ILIST103";
    public const string ReadOnlyReceiver = "ILIST104";
    public const string OverwrittenValue = "ILIST105";
    public const string OutlivingList = "ILIST106";
    public const string SharedHead = "ILIST107";
    public const string WrongNode = "ILIST201";
    public const string UnprovedNode = "ILIST202";
    public const string ChangedInLoop = "ILIST203";
    public const string LostElement = "ILIST204";
    public const string UnprovedElement = "ILIST205";
    public const string WrongElement = "ILIST206";
    public const string GeneratedCodeOnly = "ILIST207";
    public const string UnguardedMapValue = "ILIST301";
    public const string UndisposedValue = "ILIST302";
    public const string EscapedList = "ILIST303";
    public const string WorkUnderLock = "ILIST304";
    public const string ReenteredLock = "ILIST305";
}
