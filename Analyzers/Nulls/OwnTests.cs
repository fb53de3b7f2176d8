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
internal sealed class OwnTests(Compilation compilation, CancellationToken cancellationToken)
{
    // Of members that ask other members.
    private const int MaximalDepth = 4;

    private readonly Dictionary<ISymbol, Term[]> _lists = new(SymbolEqualityComparer.Default);

    /// <summary>Returns the lists that a condition looks at through members, as they are named where it stands, and the elements that were given to these members.</summary>
    public IEnumerable<(Term List, Term[] Elements)> ListsBehind(IOperation condition) => condition.DescendantsAndSelf().SelectMany(operation => ListsBehind(operation, MaximalDepth));

    private IEnumerable<(Term List, Term[] Elements)> ListsBehind(IOperation operation, int depth)
    {
        (ISymbol? member, IOperation? instance, IEnumerable<IArgumentOperation> arguments) = operation switch
        {
            IPropertyReferenceOperation property when !property.Type.IsIntrusiveList() => (property.Property, ReceiverOf(property), property.Arguments),
            IInvocationOperation call when !ListOperations.IsOurs(call.TargetMethod) => (call.TargetMethod, call.Instance, call.Arguments),
            _ => ((ISymbol?)null, (IOperation?)null, Enumerable.Empty<IArgumentOperation>()),
        };
        if (member is null || depth == 0)
        {
            return Enumerable.Empty<(Term, Term[])>();
        }

        Term[] elements = arguments.Where(argument => argument.Value.Type?.IsPtr() == true).Select(argument => Terms.Of(argument.Value)).OfType<Term>().ToArray();
        return ListsIn(member.OriginalDefinition, depth).Select(list => AtCall(list, instance, arguments)).OfType<Term>().Select(list => (list, elements));
    }

    // o is { IsIdle: false }
    private static IOperation? ReceiverOf(IPropertyReferenceOperation property)
    {
        IOperation? current = property.Instance;
        while (property.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } && current is not (null or IIsPatternOperation))
        {
            current = current.Parent;
        }

        return current is IIsPatternOperation pattern ? pattern.Value : current;
    }

    // What the member calls "this", or by the name of a parameter, has another name outside.
    private static Term? AtCall(Term list, IOperation? instance, IEnumerable<IArgumentOperation> arguments)
    {
        Term? result = Replace(list, Terms.This, instance);
        foreach (IArgumentOperation argument in arguments.Where(argument => argument.Parameter is not null))
        {
            result = result is null ? null : Replace(result, new Term(argument.Parameter!.OriginalDefinition), argument.Value);
        }

        return result;
    }

    private static Term? Replace(Term list, Term inner, IOperation? outer) =>
        !list.Mentions(inner) ? list : Terms.Of(outer) is { } replacement ? list.Replace(inner, replacement) : null;

    private Term[] ListsIn(ISymbol member, int depth)
    {
        if (!_lists.TryGetValue(member, out Term[]? lists))
        {
            // While it is read it has none, so that members which call each other come to an end.
            _lists.Add(member, []);
            lists = IsInSource(member) ? BodiesOf(member).SelectMany(body => body.Descendants()).SelectMany(operation => ListsAt(operation, depth)).Distinct().ToArray() : ListsBeside(member);
            _lists[member] = lists;
        }

        return lists;
    }

    // What cannot be read may look at any list that it is given, and at any of its owner.
    private static Term[] ListsBeside(ISymbol member)
    {
        IEnumerable<IParameterSymbol> given = member is IMethodSymbol method ? method.Parameters : Enumerable.Empty<IParameterSymbol>();
        IEnumerable<IPropertySymbol> owned = member.IsStatic ? Enumerable.Empty<IPropertySymbol>() : member.ContainingType.GetMembers().OfType<IPropertySymbol>();
        return given.Where(parameter => parameter.Type.IsIntrusiveList()).Select(list => new Term(list))
            .Concat(owned.Where(property => property.Type.IsIntrusiveList() && property.IsInGeneratedCode()).Select(list => new Term(list, Terms.This)))
            .ToArray();
    }

    private bool IsInSource(ISymbol member) => member.DeclaringSyntaxReferences.Any(declaration => compilation.ContainsSyntaxTree(declaration.SyntaxTree));

    private IEnumerable<Term> ListsAt(IOperation operation, int depth)
    {
        Term? list = operation.Type.IsIntrusiveList() ? Terms.Of(operation) : operation.Type.IsAnyHead() ? Terms.ListOfHead(Terms.Of(operation)) : null;
        return list is null ? ListsBehind(operation, depth - 1).Select(behind => behind.List) : [list];
    }

    private IEnumerable<IOperation> BodiesOf(ISymbol member)
    {
        ISymbol implementation = (member as IMethodSymbol)?.PartialImplementationPart ?? member;
        return implementation.DeclaringSyntaxReferences
            .Select(declaration => declaration.GetSyntax(cancellationToken))
            .Where(declaration => compilation.ContainsSyntaxTree(declaration.SyntaxTree))
            .SelectMany(BodiesOf);
    }

    private IEnumerable<IOperation> BodiesOf(SyntaxNode declaration)
    {
        SemanticModel model = compilation.GetSemanticModel(declaration.SyntaxTree);
        return declaration.DescendantNodes(node => !IsBody(node)).Where(IsBody).Select(body => model.GetOperation(body, cancellationToken)).OfType<IOperation>();
    }

    private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax;
}
