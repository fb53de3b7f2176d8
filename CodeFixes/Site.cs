using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IntrusiveLists.CodeFixes;

/// <summary>
/// The place of a diagnostic and what is known there.
/// </summary>
internal sealed class Site
{
    private const string AttributeSuffix = "Attribute";

    private Site(Document document, SemanticModel model, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        Document = document;
        Model = model;
        Node = node;
        Rule = diagnostic.Id;
        CancellationToken = cancellationToken;
    }

    public Document Document { get; }

    public SemanticModel Model { get; }

    /// <summary>Gets the syntax that the diagnostic blames.</summary>
    public SyntaxNode Node { get; }

    /// <summary>Gets the identifier of the rule.</summary>
    public string Rule { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>Gets the version of the language at the site.</summary>
    public LanguageVersion LanguageVersion => ((CSharpParseOptions)Model.SyntaxTree.Options).LanguageVersion;

    public static async Task<Site?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root is null || model is null || !root.FullSpan.Contains(diagnostic.Location.SourceSpan)
            ? null
            : new Site(document, model, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), diagnostic, cancellationToken);
    }

    /// <summary>Returns the field that is declared around the site.</summary>
    public IFieldSymbol? Field()
    {
        VariableDeclaratorSyntax? declarator = Node.FirstAncestorOrSelf<VariableDeclaratorSyntax>()
            ?? Node.FirstAncestorOrSelf<FieldDeclarationSyntax>()?.Declaration.Variables.FirstOrDefault();
        return declarator is null ? null : Model.GetDeclaredSymbol(declarator, CancellationToken) as IFieldSymbol;
    }

    /// <summary>Returns the tag around the site, and the head that it is on.</summary>
    public (IFieldSymbol Head, AttributeData Tag)? Tag() =>
        Field() is { } head && head.Tags() is [AttributeData tag, ..] ? (head, tag) : null;

    /// <summary>Returns the document of a piece of syntax; null for one that nobody can edit.</summary>
    public DocumentId? DocumentOf(SyntaxNode syntax) => Document.Project.Solution.GetDocument(syntax.SyntaxTree) is { } document and not SourceGeneratedDocument ? document.Id : null;

    /// <summary>Returns an insertion before a token; null where nobody can edit.</summary>
    public Edit? Insert(SyntaxToken before, string text) => DocumentOf(before.Parent!) is { } document ? Edit.Insert(document, before.SpanStart, text) : null;

    /// <summary>Returns a replacement; null where nobody can edit.</summary>
    public Edit? Replace(SyntaxNode syntax, string text) => DocumentOf(syntax) is { } document ? Edit.Replace(document, syntax.Span, text) : null;

    /// <summary>Returns an insertion behind a token; null where nobody can edit.</summary>
    public Edit? InsertBehind(SyntaxToken token, string text) => DocumentOf(token.Parent!) is { } document ? Edit.Insert(document, token.Span.End, text) : null;

    /// <summary>Returns the removal of a modifier with the space behind it; null where nobody can edit.</summary>
    public Edit? Remove(SyntaxToken modifier)
    {
        int space = modifier.TrailingTrivia.TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Sum(trivia => trivia.Span.Length);
        return DocumentOf(modifier.Parent!) is { } document ? Edit.Replace(document, new TextSpan(modifier.SpanStart, modifier.Span.Length + space), "") : null;
    }

    /// <summary>Returns the edits that make types partial, and the types around them; null among them for a type that nobody can edit.</summary>
    public IEnumerable<Edit?> MakePartial(IEnumerable<INamedTypeSymbol> types)
    {
        IEnumerable<INamedTypeSymbol> all = types.SelectMany(type => type.OriginalDefinition.WithContainingTypes()).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (INamedTypeSymbol type in all.Where(type => !OwnerRules.IsPartial(type)))
        {
            var declaration = type.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(CancellationToken) as TypeDeclarationSyntax;
            yield return declaration is null ? null : Insert(declaration.Keyword, "partial ");
        }
    }

    /// <summary>Returns a type of the runtime as code at a position names it.</summary>
    public string Runtime(string metadataName, SyntaxNode at) =>
        Model.Compilation.GetTypesByMetadataName(metadataName).FirstOrDefault()?.ToMinimalDisplayString(ModelOf(at), at.SpanStart) ?? metadataName;

    /// <summary>Returns an attribute of the runtime as code at a position applies it: <c>NodeOf</c>.</summary>
    public string RuntimeAttribute(string metadataName, SyntaxNode at)
    {
        string name = Runtime(metadataName, at);
        return name.Substring(0, name.Length - AttributeSuffix.Length);
    }

    /// <summary>Returns the semantic model of a piece of syntax.</summary>
    public SemanticModel ModelOf(SyntaxNode syntax) => syntax.SyntaxTree == Model.SyntaxTree ? Model : Model.Compilation.GetSemanticModel(syntax.SyntaxTree);
}
