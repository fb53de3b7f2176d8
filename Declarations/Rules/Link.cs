using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Declarations;

/// <summary>
/// The link of an element and a node, as a tag finds it.
/// </summary>
/// <param name="Type">The link type, as generated code names it.</param>
/// <param name="Accessibility">The accessibility of the link.</param>
/// <param name="Container">The type that the link is nested in; null for one in the namespace of links.</param>
/// <param name="Model">What to generate; null when the link exists in another assembly.</param>
/// <param name="Registration">What to register; null when the element describes itself or another assembly registers it.</param>
internal sealed record Link(string Type, Accessibility Accessibility, INamedTypeSymbol? Container, LinkModel? Model, RegistrationModel? Registration);
