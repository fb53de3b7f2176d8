using System.Collections.Generic;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Tells what patterns do to the values that they match: one that names the value copies it, one that only looks at it does not matter.
/// </summary>
internal static class PatternUses
{
    /// <summary>Returns what a pattern does to the value that it matches, or null where it leaves it in its place.</summary>
    public static ValueUse? Of(IPatternOperation pattern, ISymbol owner)
    {
        ISymbol? variable = pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
            _ => null,
        };

        return variable switch
        {
            _ when CalledBy(pattern).FirstOrDefault(called => !called.IsReadOnly) is { } called && PlaceOf(pattern, owner) != Place.None => ValueUse.ReadOnly(called.AssociatedSymbol ?? called),
            _ when pattern is IRecursivePatternOperation { PropertySubpatterns.Length: > 0 } && pattern.InputType.IsListHead() && PlaceOf(pattern, owner) != Place.None
                => new ValueUse(DiagnosticDescriptors.ReadOnlyReceiver, "matched in a copy, which does not know whether it is empty", "ask for 'IsEmpty' where the head is"),
            ILocalSymbol { Type.IsReferenceType: true } local => ValueUse.Box($"as '{local.Type.InMessage()}'"),
            null when pattern is IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol deconstruct } && !ValueUses.OnlyReads(deconstruct) && PlaceOf(pattern, owner) != Place.None
                => ValueUse.Copy("by the deconstruction", "match its fields by name, or declare 'Deconstruct' as 'readonly'"),
            ILocalSymbol local when PlaceOf(pattern, owner) != Place.None => ValueUse.Copy($"into the variable '{local.Name}'", "match its fields only"),
            _ => null,
        };
    }

    /// <summary>Returns what a list pattern calls on the value that it matches, or a slice pattern on that around it.</summary>
    private static IEnumerable<IMethodSymbol> CalledBy(IPatternOperation pattern)
    {
        ISymbol?[] members = pattern switch
        {
            IListPatternOperation list => [list.LengthSymbol, list.IndexerSymbol],
            ISlicePatternOperation slice => [slice.SliceSymbol],
            _ => [],
        };
        return members.Select(member => (member as IPropertySymbol)?.GetMethod ?? member as IMethodSymbol).OfType<IMethodSymbol>();
    }

    /// <summary>Returns where the value is that a pattern matches.</summary>
    public static Place PlaceOf(IPatternOperation pattern, ISymbol owner)
    {
        IOperation current = pattern;
        while (current.Parent is INegatedPatternOperation or IBinaryPatternOperation || current is ISlicePatternOperation { Parent: IListPatternOperation })
        {
            current = current.Parent;
        }

        return current.Parent switch
        {
            IIsPatternOperation match => Places.Of(match.Value, owner),
            IPatternCaseClauseOperation { Parent.Parent: ISwitchOperation match } => Places.Of(match.Value, owner),
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation match } => Places.Of(match.Value, owner),
            IPropertySubpatternOperation subpattern => OfMember(subpattern, owner),

            // What 'Deconstruct' has handed out.
            IRecursivePatternOperation => Place.None,
            _ => Place.Writable,
        };
    }

    // The field of a fresh value is as fresh.
    private static Place OfMember(IPropertySubpatternOperation subpattern, ISymbol owner) =>
        subpattern is { Member: IFieldReferenceOperation { Field.ContainingType.IsValueType: true }, Parent: IPatternOperation outer } ? PlaceOf(outer, owner) : Places.Of(subpattern.Member, owner);
}
