using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Generator;

/// <summary>
/// Turns every <c>[Contains]</c> tag into a typed list property of the owner and a link between the element and its node.
/// </summary>
/// <remarks>
/// It reports nothing: the analyzers read the tags with the same parse and report what is wrong with them. What is wrong is not generated.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed partial class ListGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Read every tag into a value
        var memory = new TagMemory<TagModel>();
        IncrementalValuesProvider<TagModel> tags = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownSymbols.ContainsAttribute, Execute.IsField, (tag, cancellationToken) => memory.GetOrRead(tag, Execute.ReadTag, cancellationToken))
            .WithTrackingName(TrackingNames.Tags);

        // Generate the list properties, one file for each owner
        IncrementalValuesProvider<OwnerModel> owners = tags
            .Select(static (tag, _) => tag.Head)
            .Collect()
            .SelectMany(static (heads, _) => Execute.GroupByOwner(heads))
            .WithTrackingName(TrackingNames.Owners);

        context.RegisterSourceOutput(owners, static (output, owner) => output.AddSource(HintNames.Of(owner), OwnerWriter.Write(owner)));

        // Generate the links, one file for each partial element and one for each other link
        IncrementalValuesProvider<LinkGroup> links = tags
            .Select(static (tag, _) => tag.Links)
            .Collect()
            .SelectMany(static (links, _) => Execute.GroupByElement(links))
            .WithTrackingName(TrackingNames.Links);

        context.RegisterSourceOutput(links, static (output, group) => output.AddSource(HintNames.Of(group), LinkWriter.Write(group)));

        // Register the links of the elements that cannot describe themselves, in one file
        IncrementalValueProvider<RegistrationList> registrations = tags
            .Select(static (tag, _) => tag.Registration)
            .Collect()
            .Select(static (all, _) => Execute.Distinct(all))
            .WithTrackingName(TrackingNames.Registrations);

        IncrementalValueProvider<RegistrationClass> registrationClass = context.CompilationProvider
            .Select(static (compilation, _) => Execute.ClassIn(compilation))
            .WithTrackingName(TrackingNames.RegistrationClass);

        context.RegisterSourceOutput(registrations.Combine(registrationClass), static (output, model) =>
        {
            if (model.Left.Items.Length > 0)
            {
                output.AddSource(HintNames.Registration, RegistrationWriter.Write(model.Left, model.Right));
            }
        });
    }
}
