using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds the lists that members of the program itself look at: <c>bool IsIdle => ReadyQueue.IsEmpty;</c>.
/// Which way such a member is meant is not asked, and more than one list may be meant: correct code must not be rejected.
/// </summary>
/// <param name="compilation">The program. Each of its members is read once.</param>
internal sealed class OwnTests(Compilation compilation)
{
    // Of members that ask other members, the nearest.
    private const int MaximalMembers = 20;

    private readonly ConcurrentDictionary<ISymbol, (Term[] Lists, OwnCall[] Calls)> _bodies = new(SymbolEqualityComparer.Default);

    /// <summary>Returns the lists that a condition looks at through members, as they are named where it stands, and the elements that were given to these members.</summary>
    public IEnumerable<(Term List, Term[] Elements)> ListsBehind(IOperation condition, CancellationToken cancellationToken) =>
        from operation in condition.DescendantsAndSelf()
        let call = OwnCall.Of(operation)
        where call is not null
        from list in ListsBehind(call, cancellationToken)
        select (list, call.Elements);

    private IEnumerable<Term> ListsBehind(OwnCall first, CancellationToken cancellationToken)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { first.Member };
        var pending = new Queue<(ISymbol Member, Func<Term, Term?> Outside)>([(first.Member, first.Outside)]);
        while (pending.Count > 0)
        {
            (ISymbol member, Func<Term, Term?> outside) = pending.Dequeue();
            (Term[] lists, OwnCall[] calls) = _bodies.GetOrAdd(member, read => Read(read, cancellationToken));
            foreach (Term list in lists.Select(outside).OfType<Term>())
            {
                yield return list;
            }

            foreach (OwnCall call in calls.Where(call => seen.Count < MaximalMembers && seen.Add(call.Member)))
            {
                pending.Enqueue((call.Member, list => call.Outside(list) is { } further ? outside(further) : null));
            }
        }
    }

    private (Term[] Lists, OwnCall[] Calls) Read(ISymbol member, CancellationToken cancellationToken)
    {
        if (!member.DeclaringSyntaxReferences.Any(declaration => compilation.ContainsSyntaxTree(declaration.SyntaxTree)))
        {
            return (ListsBeside(member), []);
        }

        IOperation[] operations = BodiesOf(member, cancellationToken).SelectMany(body => body.Descendants()).ToArray();
        return (operations.Select(ListAt).OfType<Term>().Distinct().ToArray(), operations.Select(OwnCall.Of).OfType<OwnCall>().ToArray());
    }

    private static Term? ListAt(IOperation operation) =>
        operation.Type.IsIntrusiveList() ? Terms.Of(operation) : operation.Type.IsAnyHead() ? Terms.ListOfHead(Terms.Of(operation)) : null;

    // What cannot be read may look at any list that it is given, and at any of its owner.
    private static Term[] ListsBeside(ISymbol member)
    {
        IEnumerable<IParameterSymbol> given = member is IMethodSymbol method ? method.Parameters : Enumerable.Empty<IParameterSymbol>();
        IEnumerable<IPropertySymbol> owned = member.IsStatic ? Enumerable.Empty<IPropertySymbol>() : member.ContainingType.GetMembers().OfType<IPropertySymbol>();
        return given.Where(parameter => parameter.Type.IsIntrusiveList()).Select(list => new Term(list))
            .Concat(owned.Where(property => property.Type.IsIntrusiveList() && property.IsInGeneratedCode()).Select(list => new Term(list, Terms.This)))
            .ToArray();
    }

    private IEnumerable<IOperation> BodiesOf(ISymbol member, CancellationToken cancellationToken)
    {
        ISymbol implementation = (member as IMethodSymbol)?.PartialImplementationPart ?? member;
        foreach (SyntaxNode declaration in implementation.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).Where(declaration => compilation.ContainsSyntaxTree(declaration.SyntaxTree)))
        {
            SemanticModel model = compilation.GetSemanticModel(declaration.SyntaxTree);
            foreach (SyntaxNode body in declaration.DescendantNodes(node => !IsBody(node)).Where(IsBody))
            {
                if (model.GetOperation(body, cancellationToken) is { } operation)
                {
                    yield return operation;
                }
            }
        }
    }

    private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax;
}
