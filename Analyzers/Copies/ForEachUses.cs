using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Tells what a <c>foreach</c> does to its collection and to the elements.
/// </summary>
internal sealed class ForEachUses
{
    private readonly IForEachLoopOperation _loop;
    private readonly ValueUses _uses;
    private readonly ForEachStatementInfo _info;

    public ForEachUses(IForEachLoopOperation loop, ValueUses uses)
    {
        _loop = loop;
        _uses = uses;
        _info = loop.Syntax is CommonForEachStatementSyntax syntax && loop.SemanticModel is { } model ? model.GetForEachStatementInfo(syntax) : default;
    }

    public ITypeSymbol? CollectionType => Collection.Type;

    public SyntaxNode CollectionSyntax => Collection.Syntax;

    public ITypeSymbol? ElementType => _info.ElementType;

    public SyntaxNodeOrToken ElementSyntax => _loop.Syntax switch
    {
        ForEachStatementSyntax loop => loop.Identifier,
        ForEachVariableStatementSyntax loop => loop.Variable,
        _ => _loop.Syntax,
    };

    private IOperation Collection => _loop.Collection is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : _loop.Collection;

    /// <summary>Returns what happens to the collection where it is asked for its enumerator.</summary>
    public ValueUse? OfCollection() => _info.GetEnumeratorMethod is { } enumerate ? _uses.OfUnwrittenCall(Collection, enumerate) : null;

    /// <summary>Returns what happens to each element: it is copied unless it is fresh or the variable a reference to it.</summary>
    public ValueUse? OfElement()
    {
        if (_info.ElementConversion.IsBoxing)
        {
            return ValueUse.Box("by 'foreach'");
        }

        bool hasPlace = CollectionType is IArrayTypeSymbol || _info.CurrentProperty is { RefKind: not RefKind.None };
        if (_info.ElementConversion.MethodSymbol is { } conversion)
        {
            return hasPlace ? ValueUses.OfOperand(conversion, 0) : null;
        }

        bool isReference = _loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None };
        return hasPlace && !isReference && !IsOnlyDeconstructed() ? ValueUse.Copy("by 'foreach'", "make the variable a reference, as in 'foreach (ref var element in span)'") : null;
    }

    private bool IsOnlyDeconstructed() =>
        _loop is { Syntax: ForEachVariableStatementSyntax syntax, SemanticModel: { } model } && model.GetDeconstructionInfo(syntax).Method is { } method && ValueUses.OnlyReads(method);
}
