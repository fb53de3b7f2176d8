using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// Reads the arguments of attributes.
/// </summary>
internal static class AttributeArguments
{
    /// <summary>Returns a named argument; null when it is not given. One that does not compile is of the kind <see cref="TypedConstantKind.Error"/>.</summary>
    public static TypedConstant? Named(this AttributeData attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
