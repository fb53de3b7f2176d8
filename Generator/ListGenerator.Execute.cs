using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.Generator;

/// <inheritdoc/>
public sealed partial class ListGenerator
{
    /// <summary>
    /// The steps of the pipeline. Each takes values and returns values, in an order that does not depend on that of the files.
    /// </summary>
    private static class Execute
    {
        public static bool IsField(SyntaxNode node, CancellationToken _) => node is VariableDeclaratorSyntax;

        /// <summary>Reads a tag. Where it is wrong, or on a field that is no head, it has no list, but it still has links.</summary>
        public static TagModel ReadTag(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
        {
            AttributeData tag = context.Attributes[0];

            // An event is declared like a field.
            if (context.TargetSymbol is not IFieldSymbol field)
            {
                return new TagModel(null, default, null);
            }

            var parsed = ParsedTag.Parse(field, tag, context.SemanticModel.Compilation, cancellationToken);
            return parsed.Model.Links.Length > 0 || parsed.Problems.IsEmpty
                ? parsed.Model
                : parsed.Model with { Links = LinkRecovery.LinksNear(field, parsed, tag, context.SemanticModel, cancellationToken) };
        }

        public static IEnumerable<OwnerModel> GroupByOwner(ImmutableArray<HeadModel?> heads) => heads
            .OfType<HeadModel>()
            .GroupBy(head => head.Owner)
            .OrderBy(owner => owner.Key.MetadataName, StringComparer.Ordinal)
            .Select(owner => new OwnerModel(owner.Key, new EquatableArray<HeadModel>(owner.OrderBy(head => head.Property, StringComparer.Ordinal))));

        public static IEnumerable<LinkGroup> GroupByElement(ImmutableArray<EquatableArray<LinkModel>> links) => WithoutUnlinkWhereGuarded(links.SelectMany(tag => tag))
            .GroupBy(link => (IsNested: link.Nesting is not null, Name: link.Nesting?.MetadataName ?? link.Name))
            .OrderBy(element => element.Key.IsNested)
            .ThenBy(element => element.Key.Name, StringComparer.Ordinal)
            .Select(element => new LinkGroup(new EquatableArray<LinkModel>(element.OrderBy(link => link.Name, StringComparer.Ordinal))));

        // One list with a lock is enough: an element does not tell which list it is on.
        private static IEnumerable<LinkModel> WithoutUnlinkWhereGuarded(IEnumerable<LinkModel> links) =>
            from link in links
            group link.HasUnlink by link with { HasUnlink = true } into uses
            select uses.Key with { HasUnlink = uses.All(unguarded => unguarded) };

        public static RegistrationList Distinct(ImmutableArray<RegistrationModel?> registrations) =>
            new(new EquatableArray<RegistrationModel>(registrations.OfType<RegistrationModel>().Distinct().OrderBy(item => item.Link, StringComparer.Ordinal)));

        /// <summary>Returns the class that registers: its name, and whether the framework and the language know module initializers.</summary>
        public static RegistrationClass ClassIn(Compilation compilation) => new(
            RegistrationClass.NameIn(compilation.AssemblyName ?? ""),
            ((CSharpCompilation)compilation).LanguageVersion >= LanguageVersion.CSharp9
                && compilation.GetTypesByMetadataName("System.Runtime.CompilerServices.ModuleInitializerAttribute").Any(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)));
    }
}
