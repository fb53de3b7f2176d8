using System.Collections.Immutable;
using System.Linq;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Keeps what holds a list head, node or lock, and what must be disposed of, from being copied, boxed, or used through a copy (ILIST101, ILIST102, ILIST104).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CopyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.CopiedValue,
        DiagnosticDescriptors.BoxedValue,
        DiagnosticDescriptors.ReadOnlyReceiver);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (BoundTypes.Of(start.Compilation) is { } types)
            {
                start.RegisterBodyAction(block => AnalyzeBlock(block, types));
            }
        });
    }

    private static void AnalyzeBlock(OperationBlockAnalysisContext context, BoundTypes types)
    {
        var uses = new ValueUses(context.OwningSymbol, types);
        foreach (IOperation block in context.OperationBlocks)
        {
            foreach (IOperation operation in block.DescendantsAndSelf())
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                AnalyzeOperation(context, operation, types, uses);
            }
        }
    }

    private static void AnalyzeOperation(OperationBlockAnalysisContext context, IOperation operation, BoundTypes types, ValueUses uses)
    {
        switch (operation)
        {
            case IPatternOperation pattern when types.ForbidCopies(pattern.InputType):
                Report(context, pattern.Syntax, pattern.InputType, types, PatternUses.Of(pattern, context.OwningSymbol));
                break;
            case IWithOperation { Operand: var original } when RecordMembers.ClonedField(original.Type, types) is { } field:
                Report(context, original.Syntax, field.Type, types, ValueUse.Copy("by 'with'", $"make another '{field.ContainingType.InMessage()}', or give it a copy constructor"), $"{original.Syntax}.{field.Name}");
                break;
            case IForEachLoopOperation loop:
                AnalyzeLoop(context, new ForEachUses(loop, uses), types);
                break;
            case IInvocationOperation call when BulkCopies.SourceOf(call, types) is { } source:
                Report(context, source.Syntax, BulkCopies.ElementOf(source.Type)!, types, BulkCopies.Of(call));
                break;
            case { Kind: NewerKinds.Spread } when operation.ChildOperations.FirstOrDefault() is { } elements && types.ForbidCopies(BulkCopies.ElementOf(elements.Type)):
                Report(context, elements.Syntax, BulkCopies.ElementOf(elements.Type)!, types, ValueUse.Copy("into a collection", "collect Ptr values"));
                break;
            case IInstanceReferenceOperation { Type.SpecialType: SpecialType.System_ValueType } when types.ForbidCopies(context.OwningSymbol.ContainingType):
                Report(context, operation.Syntax, context.OwningSymbol.ContainingType, types, uses.Of(operation));
                break;
            case { Type: { OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } type } when types.ForbidCopies(type):
                Report(context, operation.Syntax, type, types, uses.Of(operation), operation is IInstanceReferenceOperation { IsImplicit: true, ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } ? "this" : null);
                break;
        }
    }

    private static void AnalyzeLoop(OperationBlockAnalysisContext context, ForEachUses loop, BoundTypes types)
    {
        if (types.ForbidCopies(loop.CollectionType))
        {
            Report(context, loop.CollectionSyntax, loop.CollectionType!, types, loop.OfCollection());
        }

        if (types.ForbidCopies(loop.ElementType))
        {
            Report(context, loop.ElementSyntax, loop.ElementType!, types, loop.OfElement());
        }
    }

    private static void Report(OperationBlockAnalysisContext context, SyntaxNodeOrToken place, ITypeSymbol type, BoundTypes types, ValueUse? use, string? name = null)
    {
        if (use is not null && place.GetLocation() is { } location)
        {
            string remedy = use.Rule == DiagnosticDescriptors.CopiedValue && !types.ForbidOverwrites(type) ? "use the one that there is" : use.Remedy;
            context.ReportDiagnostic(Diagnostic.Create(use.Rule, location, name ?? place.ToString(), use.Effect, type.InMessage(), types.Explain(type), remedy));
        }
    }
}
