using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Tells by its text whether a generic type makes arrays of what a type parameter stands for, which the garbage collector moves.
/// </summary>
internal static class MovableArrays
{
    private const string ArrayPool = "ArrayPool";
    private const string Resize = "Resize";

    /// <summary>Returns whether a type of the program makes such arrays somewhere.</summary>
    public static bool AreMadeBy(INamedTypeSymbol type, ITypeParameterSymbol parameter) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().DescendantNodes().Any(node => MakesArray(node, type, parameter)));

    private static bool MakesArray(SyntaxNode node, INamedTypeSymbol type, ITypeParameterSymbol parameter) => node switch
    {
        ArrayCreationExpressionSyntax creation => Names(creation.Type.ElementType, parameter) && !IsEmpty(creation),
        VariableDeclarationSyntax declaration => IsArray(declaration.Type, parameter) && declaration.Variables.Any(variable => IsFilled(variable.Initializer)),
        PropertyDeclarationSyntax property => IsArray(property.Type, parameter) && IsFilled(property.Initializer),
        GenericNameSyntax { Identifier.ValueText: ArrayPool } pool => pool.TypeArgumentList.Arguments.Any(argument => Names(argument, parameter)),
        InvocationExpressionSyntax call => MemberSyntax.NameOf(call)?.Identifier.ValueText == Resize && call.ArgumentList.Arguments.Any(argument => IsArray(argument, type, parameter)),
        _ => false,
    };

    private static bool Names(TypeSyntax type, ITypeParameterSymbol parameter) => type is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name;

    private static bool IsEmpty(ArrayCreationExpressionSyntax creation) =>
        creation.Initializer is { Expressions.Count: 0 }
        || creation.Type.RankSpecifiers[0].Sizes.Any(size => size is LiteralExpressionSyntax { Token.Value: 0 });

    private static bool IsArray(TypeSyntax type, ITypeParameterSymbol parameter) => type is ArrayTypeSyntax { ElementType: var element } && Names(element, parameter);

    // An array that is written as its elements.
    private static bool IsFilled(EqualsValueClauseSyntax? initializer) =>
        initializer?.Value is { } value && (value.IsKind(SyntaxKind.ArrayInitializerExpression) || value.RawKind == NewerKinds.CollectionExpressionSyntax) && value.ChildNodes().Any();

    private static bool IsArray(ArgumentSyntax argument, INamedTypeSymbol type, ITypeParameterSymbol parameter) =>
        argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword)
        && MemberSyntax.NameOf(argument.Expression)?.Identifier.ValueText is { } name
        && type.GetMembers(name).OfType<IFieldSymbol>().Any(field => field.Type is IArrayTypeSymbol array && SymbolEqualityComparer.Default.Equals(array.ElementType, parameter));
}
