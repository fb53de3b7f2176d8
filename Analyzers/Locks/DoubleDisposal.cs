using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds where a guard is disposed of, by a call of <c>Dispose</c> or as the resource of <c>using</c>, of which something else certainly disposes too: the lock would be left twice. Scopes and drains do nothing the second time.
/// </summary>
internal static class DoubleDisposal
{
    /// <summary>Returns the guard of which a call or <c>using</c> disposes; null for what does something else.</summary>
    public static IOperation? GuardOf(IOperation disposal) => disposal is IUsingOperation { Resources: ILocalReferenceOperation resource } ? resource : Disposal.DisposedBy(disposal);

    /// <summary>Returns what else disposes of the guard of which this does, for a message; null if nothing certainly does.</summary>
    public static string? Of(IOperation disposal)
    {
        if (GuardOf(disposal)?.Plain() is not ILocalReferenceOperation { Local: { } guard } reference || !guard.Type.IsLockGuard() || IsCaptured(guard, reference))
        {
            return null;
        }

        return Disposal.IsDeclaredByUsing(guard, reference) ? "disposed by 'using' as well" : OfAssigned(guard, disposal);
    }

    // Which the compiler refuses.
    private static bool IsCaptured(ILocalSymbol guard, IOperation reference) =>
        OperationTree.FunctionsAround(reference).FirstOrDefault() is { } function && !SymbolEqualityComparer.Default.Equals(guard.ContainingSymbol, function);

    private static string? OfAssigned(ILocalSymbol guard, IOperation disposal)
    {
        if (AssignedValues.Of(guard, disposal).Length != 1)
        {
            return null;
        }

        for (IOperation current = disposal; current.Parent is { } parent && OperationTree.FunctionOf(current) is null; current = parent)
        {
            if (parent is IUsingOperation && Disposal.IsResourceOf(parent, guard))
            {
                return "disposed by 'using' as well";
            }

            if (parent is ITryOperation { Body: var body, Finally: var handler } && body == current && Disposal.Certainly(handler, guard))
            {
                return "disposed in 'finally' as well";
            }
        }

        return Disposal.IsBefore(disposal, guard) ? "disposed already" : null;
    }
}
