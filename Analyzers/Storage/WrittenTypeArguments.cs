using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds rejected type arguments where a type is written: of fields, variables, parameters, results, creations and casts.
/// </summary>
internal sealed class WrittenTypeArguments(TypeArgumentRules arguments, KeptArguments kept, Compilation compilation, CancellationToken cancellationToken)
{
    // Few files have aliases, and identifiers are many.
    private readonly ImmutableHashSet<string> _aliases = compilation.SyntaxTrees.SelectMany(tree => AliasesOf(tree.GetRoot(cancellationToken))).ToImmutableHashSet();

    /// <summary>Gets whether any file gives a type another name.</summary>
    public bool HasAliases => _aliases.Count > 0;

    /// <summary>Analyses a generic name, a nullable type or a tuple type.</summary>
    public void Analyze(SyntaxNodeAnalysisContext context)
    {
        var type = (TypeSyntax)context.Node;
        if (GeneratedFiles.IsOurs(type.SyntaxTree) || IsMentioned(type))
        {
            return;
        }

        (TypeSyntax Place, RejectedArgument Argument)[] rejected = RejectedBy(type, context).Where(found => !IsInBaseList(type) || IsKept(found.Place, context)).ToArray();
        if (rejected.Length > 0 && !IsWithinRejected(type, context) && !context.ContainingSymbol.IsInGeneratedCode())
        {
            foreach ((TypeSyntax place, RejectedArgument argument) in rejected)
            {
                context.ReportDiagnostic(arguments.Describe(place.GetLocation(), argument));
            }
        }
    }

    /// <summary>Analyses a name that may stand for a type with arguments.</summary>
    public void AnalyzeAlias(SyntaxNodeAnalysisContext context)
    {
        var name = (IdentifierNameSyntax)context.Node;
        if (_aliases.Contains(name.Identifier.ValueText)
            && !IsMentioned(name)
            && context.SemanticModel.GetAliasInfo(name, context.CancellationToken) is { Target: ITypeSymbol type }
            && (IsInBaseList(name) ? FindKept(type, name, context) : arguments.FindRejected(type)) is { } argument
            && !context.ContainingSymbol.IsInGeneratedCode())
        {
            context.ReportDiagnostic(arguments.Describe(name.GetLocation(), argument));
        }
    }

    private IEnumerable<(TypeSyntax Place, RejectedArgument Argument)> RejectedBy(TypeSyntax type, SyntaxNodeAnalysisContext context)
    {
        // A question mark after a class says nothing about its arguments.
        if (TypeOf(type, context) is not { } symbol || (type is NullableTypeSyntax && symbol.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T))
        {
            return [];
        }

        IReadOnlyList<TypeSyntax> places = type switch
        {
            GenericNameSyntax generic => generic.TypeArgumentList.Arguments,
            TupleTypeSyntax tuple => tuple.Elements.Select(element => element.Type).ToArray(),
            NullableTypeSyntax => [type],

            // A qualified name is no more than the generic name at its end.
            _ => [],
        };
        return arguments.RejectedBy(symbol).Where(argument => argument.Index < places.Count).Select(argument => (places[argument.Index], argument));
    }

    // Null where a generic name is that of a method.
    private static INamedTypeSymbol? TypeOf(TypeSyntax type, SyntaxNodeAnalysisContext context) =>
        context.SemanticModel.GetSymbolInfo(type, context.CancellationToken).Symbol as INamedTypeSymbol
        ?? context.SemanticModel.GetTypeInfo(type, context.CancellationToken).Type as INamedTypeSymbol;

    /// <summary>Returns whether a type is part of an argument that is rejected as a whole.</summary>
    private bool IsWithinRejected(TypeSyntax type, SyntaxNodeAnalysisContext context) =>
        TypesAround(type).Where(HasArguments).Any(outer => RejectedBy(outer, context).Any(rejected => rejected.Place.Span.Contains(type.Span)));

    // A qualified name is the same type as its last part, whose arguments they are.
    private static bool HasArguments(TypeSyntax type) => type is GenericNameSyntax or NullableTypeSyntax or TupleTypeSyntax;

    private static IEnumerable<TypeSyntax> TypesAround(TypeSyntax type) => type.Ancestors().TakeWhile(IsPartOfType).OfType<TypeSyntax>();

    private static bool IsPartOfType(SyntaxNode node) =>
        node is TypeSyntax or TypeArgumentListSyntax or TupleElementSyntax or FunctionPointerParameterSyntax or FunctionPointerParameterListSyntax;

    private static TypeSyntax WholeOf(TypeSyntax type) => TypesAround(type).LastOrDefault() ?? type;

    private static bool IsInBaseList(TypeSyntax type) => WholeOf(type).Parent is BaseTypeSyntax;

    /// <summary>Returns whether a base type has values of a type argument within it, so that what derives from it does.</summary>
    private bool IsKept(TypeSyntax place, SyntaxNodeAnalysisContext context) =>
        place.Ancestors().TakeWhile(IsPartOfType).OfType<GenericNameSyntax>().All(name =>
        {
            int index = name.TypeArgumentList.Arguments.IndexOf(argument => argument.Span.Contains(place.Span));
            ITypeParameterSymbol? parameter = TypeOf(name, context)?.TypeParameters.ElementAtOrDefault(index);
            return parameter is not null && TypeOf(QualifiedOf(name), context) is { } type && kept.Keeps(type, parameter);
        });

    private RejectedArgument? FindKept(ITypeSymbol type, TypeSyntax name, SyntaxNodeAnalysisContext context) =>
        type is INamedTypeSymbol named && IsKept(name, context) ? arguments.RejectedBy(named).FirstOrDefault(argument => kept.Keeps(named, argument.Parameter)) : null;

    // The type around another may be the one with the arguments.
    private static TypeSyntax QualifiedOf(GenericNameSyntax name) => name.AncestorsAndSelf().TakeWhile(node => node is NameSyntax).Cast<TypeSyntax>().Last();

    /// <summary>Returns whether a type is named where no value of it can arise.</summary>
    private static bool IsMentioned(TypeSyntax type)
    {
        TypeSyntax whole = WholeOf(type);
        return type.IsPartOfStructuredTrivia() || IsInNameOf(whole) || whole.Parent switch
        {
            TypeOfExpressionSyntax or SizeOfExpressionSyntax or TypeConstraintSyntax or AttributeSyntax => true,
            NameEqualsSyntax or ExplicitInterfaceSpecifierSyntax or TypePatternSyntax => true,

            // What 'using static' names is used from there on without its type arguments.
            UsingDirectiveSyntax directive => !directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword),
            BinaryExpressionSyntax test => test.IsKind(SyntaxKind.IsExpression),
            _ => false,
        };
    }

    private static bool IsInNameOf(SyntaxNode node) =>
        node.Ancestors().SkipWhile(ancestor => ancestor is MemberAccessExpressionSyntax or ArgumentSyntax or ArgumentListSyntax).FirstOrDefault()
            is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };

    private static IEnumerable<string> AliasesOf(SyntaxNode root) =>
        from container in root.DescendantNodesAndSelf(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        from directive in UsingsOf(container)
        where directive.Alias is not null
        select directive.Alias!.Name.Identifier.ValueText;

    private static SyntaxList<UsingDirectiveSyntax> UsingsOf(SyntaxNode container) => container switch
    {
        CompilationUnitSyntax unit => unit.Usings,
        BaseNamespaceDeclarationSyntax space => space.Usings,
        _ => default,
    };
}
