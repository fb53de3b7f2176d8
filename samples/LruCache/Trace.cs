using System.Collections.Generic;

namespace LruCache;

/// <summary>The keys that a program accessed, in order. Equal keys are one string.</summary>
internal sealed class Trace
{
    /// <summary>Reads the keys into memory.</summary>
    public Trace(string name, IEnumerable<string> keys)
    {
        Name = name;
        Keys = [.. Intern(keys)];
    }

    /// <summary>Gets the name to report.</summary>
    public string Name { get; }

    /// <summary>Gets the keys.</summary>
    public string[] Keys { get; }

    private static IEnumerable<string> Intern(IEnumerable<string> keys)
    {
        var known = new HashSet<string>();
        foreach (string key in keys)
        {
            if (!known.TryGetValue(key, out string? shared))
            {
                known.Add(key);
                shared = key;
            }

            yield return shared;
        }
    }
}
