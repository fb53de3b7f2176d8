using System.Collections.Generic;

namespace IntrusiveLists.Tests.Maps;

/// <summary>What a value should hold.</summary>
internal sealed class ModelValue
{
    /// <summary>Gets the numbers of the elements on its list.</summary>
    public List<long> Numbers { get; } = [];

    /// <summary>Gets or sets whether somebody has written its key into it.</summary>
    public bool IsUsed { get; set; }
}
