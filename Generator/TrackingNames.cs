namespace IntrusiveLists.Generator;

/// <summary>
/// The names of the steps of the pipeline, by which tests follow them.
/// </summary>
internal static class TrackingNames
{
    /// <summary>Each tag, read into a value.</summary>
    public const string Tags = nameof(Tags);

    /// <summary>The heads of each owner.</summary>
    public const string Owners = nameof(Owners);

    /// <summary>The links of each element.</summary>
    public const string Links = nameof(Links);

    /// <summary>The links to register.</summary>
    public const string Registrations = nameof(Registrations);

    /// <summary>The class that registers them.</summary>
    public const string RegistrationClass = nameof(RegistrationClass);
}
