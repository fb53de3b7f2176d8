using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntrusiveLists.Declarations;

/// <summary>
/// What older versions of C# do not know as an element (ILIST003). Generated code is of the version of the program, and would not compile.
/// </summary>
internal static class LanguageRules
{
    /// <summary>Returns why a struct that is unmanaged today cannot be an element in the language of the program.</summary>
    public static string? Reject(ITypeSymbol element, Compilation compilation)
    {
        LanguageVersion version = ((CSharpCompilation)compilation).LanguageVersion;
        return version switch
        {
            < LanguageVersion.CSharp7_2 => $"C# {version.ToDisplayString()} has no readonly structs, which links are; let the project set LangVersion to 7.3 or later",
            < LanguageVersion.CSharp8 when GenericPartOf(element) is { } generic =>
                $"C# {version.ToDisplayString()} has no unmanaged types with type arguments, as '{generic.InMessage()}' has; let the project set LangVersion to 8 or later",
            _ => null,
        };
    }

    /// <summary>Returns the first generic type among a struct and what lies within it.</summary>
    private static INamedTypeSymbol? GenericPartOf(ITypeSymbol type)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<ITypeSymbol>([type]);
        while (pending.Count > 0)
        {
            if (pending.Dequeue() is not INamedTypeSymbol { TypeKind: TypeKind.Struct } part || !seen.Add(part))
            {
                continue;
            }

            if (part.IsGenericType)
            {
                return part;
            }

            foreach (IFieldSymbol field in part.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic))
            {
                pending.Enqueue(field.Type);
            }
        }

        return null;
    }
}
