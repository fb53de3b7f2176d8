using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds promises of an interface that a class leaves to a method of its base class which makes none: that method does not know of the interface.
/// </summary>
internal sealed class InheritedImplementations(BoundTypes bound)
{
    public void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type is { TypeKind: TypeKind.Class, BaseType.SpecialType: not SpecialType.System_Object, Interfaces.IsEmpty: false, Locations.IsEmpty: false } && !type.IsInGeneratedCode())
        {
            foreach (Diagnostic diagnostic in Describe(type))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private IEnumerable<Diagnostic> Describe(INamedTypeSymbol type) =>
        from implemented in type.Interfaces.SelectMany(listed => listed.AllInterfaces.Append(listed)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
        from declaration in implemented.GetMembers().OfType<IMethodSymbol>()
        where declaration.IsGenericMethod
        let implementation = type.FindImplementationForInterfaceMember(declaration) as IMethodSymbol
        where implementation is { ContainingType.TypeKind: TypeKind.Class } && implementation.TypeParameters.Length == declaration.TypeParameters.Length
        from pair in declaration.TypeParameters.Zip(implementation.TypeParameters, (promised, kept) => (Promised: promised, Kept: kept))
        where bound.ForbidMoves(pair.Promised) && !BoundTypes.IsBound(pair.Kept)
        select Describe(type, declaration, implementation, pair.Promised, pair.Kept);

    private Diagnostic Describe(INamedTypeSymbol type, IMethodSymbol declaration, IMethodSymbol implementation, ITypeParameterSymbol promised, ITypeParameterSymbol kept)
    {
        string movement = $"'{implementation.InMessage()}', which implements '{declaration.InMessage()}', does not promise to leave a '{kept.Name}' where it is";
        string mend = $"implement it in '{type.InMessage()}'";
        return MovableStorage.Report(bound, type.Locations[0], promised.Name, promised, movement, kept.DeclaringSyntaxReferences.IsEmpty ? mend : $"mark '{kept.Name}' [AddressStable] if it does, or {mend}");
    }
}
