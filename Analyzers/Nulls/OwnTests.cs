using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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

    private readonly ConcurrentDictionary<ISymbol, (Term[] Lists, Term[] Elements, OwnCall[] Calls)> _bodies = new(SymbolEqualityComparer.Default);

    /// <summary>Returns the lists and elements that a condition looks at through members, as they are named where it stands, and for a list the elements that were given to its member.</summary>
    public IEnumerable<(Term Seen, bool IsElement, Term[] Given)> SeenBy(IOperation condition, CancellationToken cancellationToken) =>
        from operation in condition.DescendantsAndSelf()
        let call = OwnCall.Of(operation)
        where call is not null
        from item in SeenBy(call, cancellationToken)
        select (item.Seen, item.IsElement, call.Elements);

    /// <summary>Returns the lists and elements that a member looks at, itself or by others, as they are named where it is called.</summary>
    public IEnumerable<(Term Seen, bool IsElement)> SeenBy(OwnCall first, CancellationToken cancellationToken)
    {
        // What implements a member looks at lists that the type of the member does not have.
        foreach (Term list in first is { Member.IsAbstract: true, Receiver: { } receiver } ? ListsOf(receiver, Terms.This) : [])
        {
            if (first.Outside(list) is { } outside)
            {
                yield return (outside, false);
            }
        }

        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { first.Member };
        var pending = new Queue<(ISymbol Member, Func<Term, Term?> Outside)>([(first.Member, first.Outside)]);
        while (pending.Count > 0)
        {
            (ISymbol member, Func<Term, Term?> outside) = pending.Dequeue();
            (Term[] lists, Term[] elements, OwnCall[] calls) = _bodies.GetOrAdd(member, read => Read(read, cancellationToken));
            foreach (Term list in lists.Select(outside).OfType<Term>())
            {
                yield return (list, false);
            }

            foreach (Term element in elements.Select(outside).OfType<Term>())
            {
                yield return (element, true);
            }

            foreach (OwnCall call in calls.Where(call => seen.Count < MaximalMembers && seen.Add(call.Member)))
            {
                pending.Enqueue((call.Member, list => call.Outside(list) is { } further ? outside(further) : null));
            }
        }
    }

    private (Term[] Lists, Term[] Elements, OwnCall[] Calls) Read(ISymbol member, CancellationToken cancellationToken)
    {
        // The method that the compiler makes of an extension member has parameters of its own.
        if (member.IsImplicitlyDeclared || member.IsAbstract || member.IsExtern || !member.DeclaringSyntaxReferences.Any(declaration => compilation.ContainsSyntaxTree(declaration.SyntaxTree)))
        {
            IParameterSymbol[] parameters = ParametersOf(member);
            return (ListsBeside(member, parameters), parameters.Where(parameter => IsElement(parameter.Type)).Select(element => new Term(element)).ToArray(), []);
        }

        IOperation[] operations = BodiesOf(member, cancellationToken).SelectMany(body => body.Descendants()).ToArray();
        return (
            operations.Select(ListAt).OfType<Term>().Distinct().ToArray(),
            operations.Select(ElementAt).OfType<Term>().Distinct().ToArray(),
            operations.Select(OwnCall.Of).OfType<OwnCall>().ToArray());
    }

    private static Term? ListAt(IOperation operation) =>
        operation.Type.IsIntrusiveList() ? Terms.Of(operation) : operation.Type.IsAnyHead() ? Terms.ListOfHead(Terms.Of(operation)) : null;

    // A parameter, or a variable of the method around a local function.
    private static Term? ElementAt(IOperation operation) => operation is ILocalReferenceOperation or IParameterReferenceOperation && IsElement(operation.Type) ? Terms.Of(operation) : null;

    private static bool IsElement(ITypeSymbol? type) => type is IPointerTypeSymbol || type.IsPtr();

    private static IParameterSymbol[] ParametersOf(ISymbol member)
    {
        IEnumerable<IParameterSymbol> parameters = member is IMethodSymbol method ? method.Parameters : Enumerable.Empty<IParameterSymbol>();
        return (member.ReceiverParameter() is { } receiver ? parameters.Prepend(receiver) : parameters).ToArray();
    }

    // What cannot be read may look at any list that it is given, and at any of its owner or of an owner that it is given.
    private static Term[] ListsBeside(ISymbol member, IParameterSymbol[] parameters)
    {
        IEnumerable<Term> owned = member.IsStatic || member.ReceiverParameter() is not null ? [] : ListsOf(member.ContainingType, Terms.This);
        return parameters.Where(parameter => parameter.Type.IsIntrusiveList()).Select(list => new Term(list))
            .Concat(parameters.SelectMany(parameter => ListsOf(parameter.Type, new Term(parameter))))
            .Concat(owned)
            .ToArray();
    }

    private static IEnumerable<Term> ListsOf(ITypeSymbol owner, Term instance) =>
        owner.GetMembers().OfType<IPropertySymbol>().Where(property => property.Type.IsIntrusiveList() && property.IsInGeneratedCode()).Select(list => new Term(list.OriginalDefinition, instance));

    private IEnumerable<IOperation> BodiesOf(ISymbol member, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode declaration in DeclarationsOf(member, cancellationToken).Where(declaration => compilation.ContainsSyntaxTree(declaration.SyntaxTree)))
        {
            SemanticModel model = compilation.GetSemanticModel(declaration.SyntaxTree);
            foreach (SyntaxNode body in declaration.DescendantNodes(static node => !IsBody(node)).Where(IsBody))
            {
                if (model.GetOperation(body, cancellationToken) is { } operation)
                {
                    yield return operation;
                }
            }
        }
    }

    private static IEnumerable<SyntaxNode> DeclarationsOf(ISymbol member, CancellationToken cancellationToken)
    {
        IEnumerable<SyntaxNode> Syntax(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken));
        IEnumerable<SyntaxNode> own = Syntax((member as IMethodSymbol)?.PartialImplementationPart ?? member);

        // This compiler does not know the other part of a partial property.
        return own.All(part => part is PropertyDeclarationSyntax property && property.Modifiers.Any(SyntaxKind.PartialKeyword))
            ? Syntax(member.ContainingType).OfType<TypeDeclarationSyntax>().SelectMany(type => type.Members).OfType<PropertyDeclarationSyntax>().Where(part => part.Identifier.ValueText == member.Name)
            : own;
    }

    private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax;
}
