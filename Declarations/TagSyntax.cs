using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.Declarations;

/// <summary>
/// Where the parts of a tag stand in the source.
/// </summary>
internal sealed class TagSyntax
{
    private readonly AttributeSyntax? _attribute;
    private readonly ISymbol _tagged;

    public TagSyntax(AttributeData tag, ISymbol tagged, CancellationToken cancellationToken)
    {
        _attribute = tag.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        _tagged = tagged;
    }

    /// <summary>Returns what stands before the first dot of the node, as <c>Job</c> in <c>nameof(Job.Node)</c>.</summary>
    public static string? QualifierOfNode(AttributeData tag)
    {
        var attribute = tag.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
        ExpressionSyntax? node = Positional(attribute, "node", 1)?.Expression;
        MemberAccessExpressionSyntax? qualified = node?.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().LastOrDefault();
        return (qualified?.Expression as SimpleNameSyntax)?.Identifier.ValueText;
    }

    public Location Attribute => _attribute?.GetLocation() ?? Fallback;

    public Location Element => Positional("element", 0) switch
    {
        { Expression: TypeOfExpressionSyntax { Type: { } type } } => type.GetLocation(),
        { } argument => argument.GetLocation(),
        null => Attribute,
    };

    public Location Node => NodeArgument?.GetLocation() ?? Attribute;

    /// <summary>Gets the field that is tagged.</summary>
    public Location Field => Fallback;

    public Location Lock => LockArgument?.GetLocation() ?? Attribute;

    /// <summary>Gets where the property is named: by the tag, or else by the field.</summary>
    public Location PropertyName => Named("Name")?.GetLocation() ?? Fallback;

    /// <summary>Gets the argument that names the node.</summary>
    public AttributeArgumentSyntax? NodeArgument => Positional("node", 1);

    private AttributeArgumentSyntax? LockArgument => Named("Lock");

    /// <summary>Returns whether the node is given by a <c>nameof</c> that does not compile.</summary>
    public bool NodeIsCompilerError(Compilation compilation, CancellationToken cancellationToken) => IsBrokenNameOf(NodeArgument, compilation, cancellationToken);

    /// <summary>Returns whether the lock is given by a <c>nameof</c> that does not compile.</summary>
    public bool LockIsCompilerError(Compilation compilation, CancellationToken cancellationToken) => IsBrokenNameOf(LockArgument, compilation, cancellationToken);

    private Location Fallback => _tagged.Locations.FirstOrDefault() ?? Location.None;

    private AttributeArgumentSyntax? Positional(string name, int position) => Positional(_attribute, name, position);

    private static AttributeArgumentSyntax? Positional(AttributeSyntax? attribute, string name, int position)
    {
        if (attribute?.ArgumentList is not { } list)
        {
            return null;
        }

        AttributeArgumentSyntax? positional = null;
        int count = 0;
        foreach (AttributeArgumentSyntax argument in list.Arguments)
        {
            if (argument.NameColon?.Name.Identifier.ValueText == name)
            {
                return argument;
            }

            if (argument.NameEquals is null && argument.NameColon is null && count++ == position)
            {
                positional = argument;
            }
        }

        return positional;
    }

    private AttributeArgumentSyntax? Named(string name) =>
        _attribute?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);

    // The compiler gives such a nameof its value all the same.
    private static bool IsBrokenNameOf(AttributeArgumentSyntax? argument, Compilation compilation, CancellationToken cancellationToken) =>
        argument?.Expression is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: { Count: 1 } arguments }
        && compilation.GetSemanticModel(argument.SyntaxTree).GetSymbolInfo(arguments[0].Expression, cancellationToken) is { Symbol: null, CandidateSymbols.IsEmpty: true };
}
