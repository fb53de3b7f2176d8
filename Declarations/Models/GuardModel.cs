namespace IntrusiveLists.Declarations;

/// <summary>
/// The lock of an owner, and what is generated for it.
/// </summary>
/// <param name="Field">The name of the lock, escaped.</param>
/// <param name="Kind">How it is entered and left.</param>
/// <param name="IsStatic">Whether the lock, and so the heads that it guards, are static.</param>
/// <param name="Method">The name of the method that enters it.</param>
/// <param name="Type">The name of the type of the guard.</param>
internal sealed record GuardModel(string Field, LockKind Kind, bool IsStatic, string Method, string Type);
