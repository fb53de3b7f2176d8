using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// Where the link of an element and a node lives, so that all heads over one node have one list type (ILIST007).
/// </summary>
internal static class LinkRules
{
    /// <summary>Returns the link of a node; null when there can be none, with a problem.</summary>
    /// <remarks>Depends on the element and the node only: no error of a head takes the link away from the signatures that name it.</remarks>
    public static Link? Resolve(IFieldSymbol head, INamedTypeSymbol element, IFieldSymbol node, TagSyntax syntax, Compilation compilation, ICollection<Problem> problems)
    {
        string name = Identifiers.LinkOf(node.Name);
        INamedTypeSymbol? aliased = ExternAliases.FirstBehind(node.Type.DefinitionsIn().Concat(element.DefinitionsIn()), compilation);
        if (aliased is not null)
        {
            problems.Add(ExternAliases.ProblemOf(aliased, head, syntax.Element));
        }

        if (CanBeNested(element, compilation))
        {
            // Within its element, a link names no type argument, but always the node.
            return aliased?.IsListNode() == true ? null : ResolveNested(element, node, name, syntax, problems);
        }

        return aliased is null ? Existing(element, node, name, compilation) ?? ResolveFree(head, element, node, syntax, compilation, problems) : null;
    }

    private static Link? ResolveNested(INamedTypeSymbol element, IFieldSymbol node, string name, TagSyntax syntax, ICollection<Problem> problems)
    {
        if (NameRules.RejectLink(node, name) is { } reason)
        {
            problems.Add(Problem.At(syntax.Node, RuleIdentifiers.NameCollision, name, node.OriginalDefinition.InMessage(), reason + "; rename the one or the other"));
            return null;
        }

        return Nested(element, node, name);
    }

    /// <summary>Returns the link in the namespace of links.</summary>
    private static Link? ResolveFree(IFieldSymbol head, INamedTypeSymbol element, IFieldSymbol node, TagSyntax syntax, Compilation compilation, ICollection<Problem> problems)
    {
        if (Unreachable(element, node, compilation) is { } unreachable)
        {
            if (WaitsForOwner(head, element))
            {
                return null;
            }

            Location location = unreachable is IFieldSymbol ? syntax.Node : syntax.Element;
            problems.Add(Problem.At(location, RuleIdentifiers.InaccessibleNode, unreachable.InMessage(), head.InMessage(), Mend(element, unreachable, compilation)));
            return null;
        }

        if (!IsLinkedAsClosed(element) && ExternAliases.FirstBehind(ConstraintsOf(element), compilation) is { } constraint)
        {
            problems.Add(ExternAliases.ProblemOf(constraint, head, syntax.Element));
            return null;
        }

        if (UnrepeatableParameter(element.OriginalDefinition) is { } parameter && !IsClosed(element))
        {
            problems.Add(Problem.At(syntax.Element, RuleIdentifiers.NameCollision, parameter.Name, element.InMessage(), "a link cannot have a type parameter of that name; rename the element's"));
            return null;
        }

        return Free(element, node, compilation);
    }

    /// <summary>Returns whether the links of an element are nested in it.</summary>
    public static bool CanBeNested(INamedTypeSymbol element, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(element.ContainingAssembly, compilation.Assembly)
        && TypeFacts.CanBeNamed(element)
        && element.OriginalDefinition.IsUnmanagedType
        && !element.HiddenTypeParameters().Any()
        && OwnerRules.CanBeExtendedThroughout(element.OriginalDefinition)
        && !(element.IsGenericType && element.DefinitionsIn().Any(OwnerRules.IsFileLocal));

    /// <summary>Returns the link of a node that is nested in its element.</summary>
    public static Link Nested(INamedTypeSymbol element, IFieldSymbol node, string name)
    {
        INamedTypeSymbol definition = element.OriginalDefinition;
        bool isPublic = node.DeclaredAccessibility == Accessibility.Public;
        var model = new LinkModel(
            TypeFacts.HierarchyOf(definition), name, "", default, isPublic, definition.InCode(), definition.UnboundInCode(), node.Name, Identifiers.InCode(node.Name));
        return new Link($"{element.InCode()}.{name}", isPublic ? Accessibility.Public : Accessibility.Internal, definition, model, null);
    }

    /// <summary>Finds the link that another assembly has generated: nested in its own element, or in the namespace of links.</summary>
    private static Link? Existing(INamedTypeSymbol element, IFieldSymbol node, string name, Compilation compilation)
    {
        INamedTypeSymbol? nested = element.OriginalDefinition.GetTypeMembers(name, 0).FirstOrDefault(type => IsUsable(type, compilation));
        if (nested is not null)
        {
            return new Link($"{element.InCode()}.{name}", nested.DeclaredAccessibility, nested.ContainingType, null, null);
        }

        if (SymbolEqualityComparer.Default.Equals(element.ContainingAssembly, compilation.Assembly))
        {
            return null;
        }

        Link free = Free(element, node, compilation);
        int arity = free.Model!.TypeParameters.Length == 0 ? 0 : element.AllTypeArguments().Length;
        string metadataName = $"{KnownSymbols.LinkNamespace}.{free.Model.Name}{(arity == 0 ? "" : "`" + arity)}";
        int count = compilation.GetTypesByMetadataName(metadataName).Count(type =>
            !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) && IsUsable(type, compilation));

        // Of two that other assemblies have made, neither could be named: ours then takes precedence over both.
        return count == 1 ? free with { Model = null, Registration = null } : null;
    }

    private static bool IsUsable(INamedTypeSymbol link, Compilation compilation) => link.IsGenerated() && compilation.IsSymbolAccessibleWithin(link, compilation.Assembly) && !ExternAliases.IsBehind(link.ContainingAssembly, compilation);

    /// <summary>Returns the link of a node in the namespace of links: of the generic definition, or of the closed type where the definition's type parameters do not do.</summary>
    private static Link Free(INamedTypeSymbol element, IFieldSymbol node, Compilation compilation)
    {
        INamedTypeSymbol definition = element.OriginalDefinition;
        ImmutableArray<ITypeParameterSymbol> parameters = definition.AllTypeParameters();

        bool closed = IsLinkedAsClosed(element);
        string name = closed ? LinkNames.OfClosed(element, node.Name) : LinkNames.Of(definition, node.Name);
        string typeParameters = closed || parameters.IsEmpty ? "" : $"<{string.Join(", ", parameters.Select(parameter => Identifiers.InCode(parameter.Name)))}>";
        string typeArguments = typeParameters.Length == 0 ? "" : $"<{string.Join(", ", element.AllTypeArguments().Select(argument => argument.InCode()))}>";
        string type = $"global::{KnownSymbols.LinkNamespace}.{name}{typeArguments}";
        var model = new LinkModel(
            null,
            name,
            typeParameters,
            new EquatableArray<string>(typeParameters.Length == 0 ? ImmutableArray<string>.Empty : Constraints.OfUnmanaged(definition, compilation)),
            false,
            closed ? element.InCode() : definition.InCode(),
            definition.UnboundInCode(),
            node.Name,
            Identifiers.InCode(node.Name));
        RegistrationModel? registration = IsClosed(element) ? new RegistrationModel(element.InCode(), type) : null;
        return new Link(type, Accessibility.Internal, null, model, registration);
    }

    // What is nullable can be unmanaged, and does not meet the constraint all the same.
    private static bool IsLinkedAsClosed(INamedTypeSymbol element) =>
        UnrepeatableParameter(element.OriginalDefinition) is not null || element.AllTypeArguments().Any(argument => argument.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T);

    /// <summary>Returns every type that the constraints of a link mention.</summary>
    private static IEnumerable<INamedTypeSymbol> ConstraintsOf(INamedTypeSymbol element) =>
        element.OriginalDefinition.AllTypeParameters().SelectMany(parameter => parameter.ConstraintTypes).SelectMany(TypeParameters.DefinitionsIn);

    /// <summary>Returns a type parameter that a link cannot declare again: it has the name of another one further out, or that of a constraint.</summary>
    private static ITypeParameterSymbol? UnrepeatableParameter(INamedTypeSymbol definition)
    {
        ImmutableArray<ITypeParameterSymbol> parameters = definition.AllTypeParameters();
        return parameters.FirstOrDefault(parameter => parameter.Name is "unmanaged" or "notnull" || parameters.Any(other => other.Name == parameter.Name && !SymbolEqualityComparer.Default.Equals(other, parameter)));
    }

    private static bool IsClosed(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => false,
        INamedTypeSymbol named => named.AllTypeArguments().All(IsClosed),
        IArrayTypeSymbol array => IsClosed(array.ElementType),
        IPointerTypeSymbol pointer => IsClosed(pointer.PointedAtType),
        _ => true,
    };

    /// <summary>Returns what code outside the element cannot name: a type around it, an argument of it, or its node.</summary>
    private static ISymbol? Unreachable(INamedTypeSymbol element, IFieldSymbol node, Compilation compilation)
    {
        return element.DefinitionsIn().Append<ISymbol>(node.OriginalDefinition).FirstOrDefault(symbol => !compilation.IsSymbolAccessibleWithin(symbol, compilation.Assembly) || IsFileLocal(symbol));
    }

    /// <summary>Returns whether the link could be nested if the owner were partial throughout: that is reported, and this is its consequence.</summary>
    private static bool WaitsForOwner(IFieldSymbol head, INamedTypeSymbol element)
    {
        ImmutableArray<INamedTypeSymbol> around = head.ContainingType.WithContainingTypes();
        return element.OriginalDefinition.IsUnmanagedType
            && element.OriginalDefinition.WithContainingTypes().Any(type => !OwnerRules.IsPartial(type) && around.Contains(type, SymbolEqualityComparer.Default));
    }

    private static string Mend(INamedTypeSymbol element, ISymbol unreachable, Compilation compilation)
    {
        bool isForeign = !SymbolEqualityComparer.Default.Equals(unreachable.ContainingAssembly, compilation.Assembly);
        bool couldBeNested = SymbolEqualityComparer.Default.Equals(element.ContainingAssembly, compilation.Assembly)
            && element.OriginalDefinition.IsUnmanagedType
            && !IsFileLocal(element);
        string mend = couldBeNested ? $"make '{element.OriginalDefinition.InMessage()}' and every type around it partial" : "make it internal";
        return isForeign ? "it is not accessible from this assembly" : $"it is {(IsFileLocal(unreachable) ? "local to its file" : Describe(unreachable.DeclaredAccessibility))}; {mend}";
    }

    private static bool IsFileLocal(ISymbol symbol) => symbol is INamedTypeSymbol type && OwnerRules.IsFileLocal(type);

    private static string Describe(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Private => "private",
        Accessibility.ProtectedAndInternal => "private protected",
        _ => "protected",
    };
}
