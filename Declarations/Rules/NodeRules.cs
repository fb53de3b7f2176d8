using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// What can link the elements of a list (ILIST004, ILIST005): an instance field of type <c>ListNode</c>, declared by the element itself.
/// </summary>
internal static class NodeRules
{
    /// <summary>Returns the node that a tag names; null when it names none, with a problem unless the compiler has one already.</summary>
    public static IFieldSymbol? Resolve(
        IFieldSymbol head,
        INamedTypeSymbol element,
        AttributeData tag,
        TagSyntax syntax,
        Compilation compilation,
        ICollection<Problem> problems,
        CancellationToken cancellationToken)
    {
        // Of 'nameof(Foo.' the compiler says enough.
        if (tag.ConstructorArguments[1].Kind == TypedConstantKind.Error || syntax.NodeArgument?.ContainsDiagnostics == true)
        {
            return null;
        }

        string name = tag.ConstructorArguments[1].Scalar() as string ?? "";
        ImmutableArray<ISymbol> members = MembersOf(element, name);
        if (members.IsEmpty)
        {
            problems.Add(Problem.At(syntax.Node, RuleIdentifiers.MissingNode, element.InMessage(), name, head.InMessage(), Suggestion(element, name, compilation)) with
            {
                IsCompilerError = syntax.NodeIsCompilerError(compilation, cancellationToken),
            });
            return null;
        }

        // Two members of one name, methods and types apart, are an error of the compiler.
        if (members.Length > 1 && members.Any(member => member is not (IMethodSymbol or ITypeSymbol)))
        {
            return null;
        }

        string? reason = Reject(members[0]);
        if (reason is not null)
        {
            problems.Add(Problem.At(syntax.Node, RuleIdentifiers.InvalidNode, element.InMessage(), name, head.InMessage(), reason));
            return null;
        }

        return members[0] is IFieldSymbol { Type.TypeKind: not TypeKind.Error } node ? node : null;
    }

    /// <summary>Returns the nodes of a type, in the order of their declaration.</summary>
    public static IEnumerable<IFieldSymbol> NodesOf(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.CanBeReferencedByName && field.Type.IsListNode() && Reject(field) is null);

    /// <summary>Returns the members that a tag can name: none that the compiler or our generator has made.</summary>
    private static ImmutableArray<ISymbol> MembersOf(INamedTypeSymbol element, string name)
    {
        for (INamedTypeSymbol? type = element; type is not null; type = type.BaseType)
        {
            var members = type.GetMembers(name).Where(member => !member.IsGenerated() && member.CanBeReferencedByName).ToImmutableArray();
            if (!members.IsEmpty)
            {
                return members;
            }
        }

        return ImmutableArray<ISymbol>.Empty;
    }

    private static string? Reject(ISymbol member) => member switch
    {
        IFieldSymbol { IsConst: true } => "it is a constant",
        IFieldSymbol { IsStatic: true } => "it is static",
        IFieldSymbol { IsFixedSizeBuffer: true } => "it is a fixed-size buffer",
        IFieldSymbol { Type.TypeKind: TypeKind.Error } => null,
        IFieldSymbol field when field.Type.IsListNode() => null,
        IFieldSymbol field => $"its type is '{field.Type.InMessage()}'",
        IPropertySymbol => "it is a property",
        IMethodSymbol => "it is a method",
        IEventSymbol => "it is an event",
        ITypeSymbol => "it is a type",
        _ => "it is no field",
    };

    private static string Suggestion(INamedTypeSymbol element, string name, Compilation compilation)
    {
        IFieldSymbol[] nodes = NodesOf(element).ToArray();
        return nodes.Length switch
        {
            0 when !SymbolEqualityComparer.Default.Equals(element.ContainingAssembly, compilation.Assembly) => "; it has no node",
            0 => "; it has no node yet: add a field of type ListNode",
            _ => $"; did you mean '{nodes.OrderBy(node => EditDistance.Between(node.Name, name)).First().Name}'?",
        };
    }
}
