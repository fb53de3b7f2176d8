using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// The abstract members that what is generated for a head would hide: no class derived from the owner could override them, and the compiler rejects that (CS0533).
/// Any other inherited member may be hidden.
/// </summary>
/// <param name="owner">The type that declares the head.</param>
/// <param name="accessibility">The accessibility of what is generated. What other assemblies do not see hides nothing from them.</param>
/// <param name="compilation">The compilation of the owner.</param>
internal readonly struct HiddenMembers(INamedTypeSymbol owner, Accessibility accessibility, Compilation compilation)
{
    /// <summary>Returns why a property or a type cannot have a name.</summary>
    public string? Reject(string name) => RejectFirst(name, static _ => true);

    /// <summary>Returns why a method cannot have a name: it hides methods with the same parameters only, which are none or an index.</summary>
    public string? RejectMethod(string name, bool hasIndex = false) => RejectFirst(name, member => member is not IMethodSymbol method || HasParameters(method, hasIndex));

    // The nearest type that has such a member hides those further away.
    private string? RejectFirst(string name, System.Func<ISymbol, bool> isHidden)
    {
        bool isVisible = accessibility is Accessibility.Public or Accessibility.ProtectedOrInternal;
        for (INamedTypeSymbol? type = isVisible ? owner.BaseType : null; type is not null; type = type.BaseType)
        {
            ISymbol[] hidden = type.GetMembers(name).Where(isHidden).Where(IsInherited).ToArray();
            if (hidden.Length > 0)
            {
                return hidden.FirstOrDefault(static member => member is { IsAbstract: true, Kind: not SymbolKind.NamedType }) is { } member ? $"it would hide the abstract '{member.InMessage()}'" : null;
            }
        }

        return null;
    }

    private bool IsInherited(ISymbol member) => !member.IsGenerated() && compilation.IsSymbolAccessibleWithin(member, owner);

    private static bool HasParameters(IMethodSymbol method, bool hasIndex) =>
        method.Arity == 0
        && method.Parameters.Length == (hasIndex ? 1 : 0)
        && method.Parameters.All(static parameter => parameter.RefKind == RefKind.None && parameter.Type.SpecialType == SpecialType.System_Int32);
}
