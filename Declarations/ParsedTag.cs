using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntrusiveLists.Declarations;

/// <summary>
/// One tag as the generator and the analyzers both read it: what to generate, and what is wrong.
/// </summary>
/// <param name="Model">What to generate: values only, fit for the incremental pipeline.</param>
/// <param name="Problems">What is wrong with the tag.</param>
/// <param name="Element">The element type, where the tag names one.</param>
internal sealed record ParsedTag(TagModel Model, ImmutableArray<Problem> Problems, INamedTypeSymbol? Element)
{
    /// <summary>Reads a tag of a head.</summary>
    public static ParsedTag Parse(IFieldSymbol head, AttributeData tag, Compilation compilation, CancellationToken cancellationToken)
    {
        if (!CanBeNamed(head))
        {
            return new ParsedTag(new TagModel(null, default, null), ImmutableArray<Problem>.Empty, null);
        }

        var problems = new List<Problem>();
        var syntax = new TagSyntax(tag, head, cancellationToken);

        // Each step needs what the one before it found: of several errors in a row, the first is reported.
        INamedTypeSymbol? element = ElementRules.Resolve(head, tag, syntax, compilation, problems);
        IFieldSymbol? node = element is null ? null : NodeRules.Resolve(head, element, tag, syntax, compilation, problems, cancellationToken);
        Link? link = node is null ? null : LinkRules.Resolve(head, element!, node, syntax, compilation, problems);
        cancellationToken.ThrowIfCancellationRequested();

        if (head.ContainingType.IsInlineArray() && !head.IsStatic)
        {
            problems.Add(Problem.At(syntax.Attribute, RuleIdentifiers.ContainsWithoutHead, head.InMessage(), "it is the element of an inline array, which is tagged where it is a field"));
        }

        string property = OwnerNames.Of(head.ContainingType).PropertyOf(head.Name);
        Accessibility accessibility = link is null ? Accessibility.Private : Visibility.OfProperty(head, element!, link.Accessibility, link.Container);
        var hidden = new HiddenMembers(head.ContainingType, accessibility, compilation);
        NameRules.CheckProperty(head, element, tag, property, hidden, syntax, problems);
        OwnerRules.Check(head, tag, syntax, compilation, problems, cancellationToken);
        if (IsRecorded(head) && ExternAliases.FirstBehind(head.Type.DefinitionsIn(), compilation) is { } aliased && !aliased.IsListHead())
        {
            problems.Add(ExternAliases.ProblemOf(aliased, head, syntax.Field));
        }

        bool sound = FieldsAreSound(head, node, syntax, problems) && problems.Count == 0;

        GuardModel? guard = OwnerLocks.Of(head.ContainingType).GuardOf(head);
        HeadModel? model = link is null || !sound || !head.Type.IsAnyHead() ? null : new HeadModel(
            TypeFacts.HierarchyOf(head.ContainingType),
            head.ContainingType.InCode(),
            head.ContainingType.IsValueType,
            Identifiers.InCode(head.Name),
            Identifiers.InCode(property),
            Visibility.InCode(accessibility),
            head.IsStatic,
            KindOf(head.Type),
            head.Type.InCode(),
            IsRecorded(head),
            element!.InCode(),
            link.Type,
            node!.Name,
            guard,
            guard is null ? null : NameRules.DrainOf(head, property, hidden));
        LinkModel[] links = link?.Model is { } definition ? [definition with { HasUnlink = guard is null }] : [];
        return new ParsedTag(new TagModel(model, new EquatableArray<LinkModel>(links), link?.Registration), problems.ToImmutableArray(), element);
    }

    private static bool IsRecorded(IFieldSymbol head) =>
        !head.IsStatic && !head.Type.IsPinnedListHead() && head.ContainingType is { TypeKind: TypeKind.Struct, IsRefLikeType: false, IsUnmanagedType: true };

    private static HeadKind KindOf(ITypeSymbol type) => type switch
    {
        _ when type.IsListHead() => HeadKind.Head,
        _ when type.IsPinnedListHead() => HeadKind.Pinned,
        _ => HeadKind.Array,
    };

    // A name that is missing, or stands for two members, is an error of the compiler.
    private static bool CanBeNamed(IFieldSymbol head) =>
        SyntaxFacts.IsValidIdentifier(head.Name) && head.ContainingType.GetMembers(head.Name).Length == 1 && TypeFacts.CanBeNamed(head.ContainingType);

    /// <summary>Returns whether head, node and lock are fit as fields. A field in this compilation is reported where it stands; a node of another assembly, at the tag.</summary>
    private static bool FieldsAreSound(IFieldSymbol head, IFieldSymbol? node, TagSyntax syntax, List<Problem> problems)
    {
        Problem[] ofNode = node is null ? [] : FieldRules.Check(node.OriginalDefinition).ToArray();
        if (node is not null && !SymbolEqualityComparer.Default.Equals(node.ContainingAssembly, head.ContainingAssembly))
        {
            problems.AddRange(ofNode.Select(problem => problem with { Location = syntax.Node }));
        }

        return head.Name.Length > 0
            && ofNode.Length == 0
            && !(OwnerLocks.Of(head.ContainingType).LockOf(head) is { } guard && FieldRules.Check(guard).Any())
            && !FieldRules.IsReadOnlyHeadOrNode(head)
            && !FieldRules.Check(head).Any();
    }
}
