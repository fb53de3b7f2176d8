using System;
using System.Collections.Immutable;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Keeps heads, nodes and what holds them where their address lasts: not in objects, movable arrays, closures, state machines, or generic code that promises nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StorageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.MovableStorage);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (BoundTypes.Of(start.Compilation) is { } bound)
            {
                Register(start, bound);
            }
        });
    }

    private static void Register(CompilationStartAnalysisContext context, BoundTypes bound)
    {
        var kept = new KeptArguments(context.Compilation);
        var arguments = new TypeArgumentRules(bound, kept);

        var fields = new FieldStorage(bound, arguments);
        context.RegisterSymbolAction(fields.Analyze, SymbolKind.NamedType);

        var implementations = new InheritedImplementations(bound);
        context.RegisterSymbolAction(implementations.Analyze, SymbolKind.NamedType);

        var written = new WrittenTypeArguments(arguments, kept, context.Compilation, context.CancellationToken);
        context.RegisterSyntaxNodeAction(written.Analyze, SyntaxKind.GenericName, SyntaxKind.NullableType, SyntaxKind.TupleType);
        if (written.HasAliases)
        {
            context.RegisterSyntaxNodeAction(written.AnalyzeAlias, SyntaxKind.IdentifierName);
        }

        var called = new CalledTypeArguments(arguments);
        context.RegisterOperationAction(Outside(called.Analyze, CalledTypeArguments.IsCandidate), OperationKind.Invocation, OperationKind.MethodReference, OperationKind.PropertyReference);

        var inferred = new InferredTypeArguments(bound, arguments);
        context.RegisterOperationAction(Outside(inferred.AnalyzeLocal), OperationKind.VariableDeclarator);
        context.RegisterOperationAction(Outside(inferred.AnalyzeDeclaration), OperationKind.DeclarationExpression);
        context.RegisterOperationAction(Outside(inferred.AnalyzeAnonymousObject), OperationKind.AnonymousObjectCreation);

        var arrays = new ArrayStorage(bound, arguments, context.Compilation);
        context.RegisterOperationAction(Outside(arrays.AnalyzeCreation), OperationKind.ArrayCreation);
        context.RegisterOperationAction(Outside(arrays.AnalyzeCollection), NewerKinds.CollectionExpression);
        context.RegisterOperationAction(Outside(arrays.AnalyzeMaker, ArrayStorage.IsMaker), OperationKind.Invocation);
        context.RegisterOperationAction(Outside(arrays.AnalyzeRange), OperationKind.ArrayElementReference);
        context.RegisterOperationAction(Outside(arrays.AnalyzeSlice), OperationKind.SlicePattern);

        var functions = new FunctionStorage(bound, arguments);
        context.RegisterBodyAction(functions.Analyze);
    }

    // What our generator makes is not the program's fault. Whether it has made something is asked of candidates alone: attributes have to be bound.
    private static Action<OperationAnalysisContext> Outside(Action<OperationAnalysisContext> action, Func<IOperation, bool>? isCandidate = null) => context =>
    {
        if (!GeneratedFiles.IsOurs(context.Operation.Syntax.SyntaxTree) && isCandidate?.Invoke(context.Operation) != false && !context.ContainingSymbol.IsInGeneratedCode())
        {
            action(context);
        }
    };
}
