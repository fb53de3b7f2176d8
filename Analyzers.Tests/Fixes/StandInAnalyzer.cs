using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntrusiveLists.Analyzers.Tests;

/// <summary>
/// Reports, roughly and where the rules do, what is fixed already and not yet found: copies (ILIST101), unproved nodes (ILIST202) and unproved elements (ILIST205).
/// It stands aside once there are analyzers of these rules.
/// </summary>
#pragma warning disable RS1001 // Not one to ship
internal sealed class StandInAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] Rules = ["ILIST101", "ILIST202", "ILIST205"];

    private static readonly ImmutableArray<DiagnosticDescriptor> Missing = Rules
        .Except(Compiler.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id))
        .Select(rule => new DiagnosticDescriptor(rule, rule, rule, "Tests", DiagnosticSeverity.Error, isEnabledByDefault: true))
        .ToImmutableArray();

    public static bool IsNeeded => !Missing.IsEmpty;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Missing;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(AnalyzeVariable, OperationKind.VariableInitializer);
        context.RegisterOperationAction(AnalyzeArgument, OperationKind.Argument);
        context.RegisterOperationAction(AnalyzeLoop, OperationKind.Loop);
        context.RegisterOperationAction(AnalyzeProperty, OperationKind.PropertyReference);
    }

    private static void AnalyzeVariable(OperationAnalysisContext context)
    {
        var initializer = (IVariableInitializerOperation)context.Operation;
        if (initializer.Parent is IVariableDeclaratorOperation { Symbol.RefKind: RefKind.None } && IsElement(initializer.Value.Type) && IsPlace(initializer.Value))
        {
            Report(context, "ILIST101", initializer.Value.Syntax.GetLocation());
        }
    }

    private static void AnalyzeArgument(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Parameter is { RefKind: RefKind.None, Type: { } type } && IsElement(type) && IsPlace(argument.Value))
        {
            Report(context, "ILIST101", argument.Value.Syntax.GetLocation());
        }

        ISymbol? origin = argument.Value switch
        {
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation property => property.Property,
            IInvocationOperation call => call.TargetMethod,
            _ => null,
        };
        if (argument.Parent is IInvocationOperation { TargetMethod.Name: "ContainerOf" } && origin is not null && !IsStated(origin))
        {
            Report(context, "ILIST202", argument.Value.Syntax.GetLocation());
        }
    }

    private static void AnalyzeLoop(OperationAnalysisContext context)
    {
        if (context.Operation is IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } variable } } && IsElement(variable.Type))
        {
            Report(context, "ILIST101", variable.Locations[0]);
        }
    }

    private static void AnalyzeProperty(OperationAnalysisContext context)
    {
        var property = (IPropertyReferenceOperation)context.Operation;
        if (property is { Property.Name: "Value", Instance: ILocalReferenceOperation variable }
            && variable.Local.DeclaringSyntaxReferences[0].GetSyntax().ToString() is { } declaration
            && (declaration.EndsWith(".First") || declaration.EndsWith(".Last"))
            && !context.ContainingSymbol.DeclaringSyntaxReferences[0].GetSyntax().ToString().Contains(variable.Syntax + ".IsNull"))
        {
            Report(context, "ILIST205", variable.Syntax.GetLocation());
        }
    }

    private static bool IsElement(ITypeSymbol? type) => type?.GetMembers().OfType<IFieldSymbol>().Any(field => field.Type.Name == nameof(ListNode)) == true;

    private static bool IsPlace(IOperation value) => value is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation { Property.ReturnsByRef: true };

    private static bool IsStated(ISymbol origin) =>
        origin.GetAttributes().Concat(origin is IMethodSymbol method ? method.GetReturnTypeAttributes() : []).Any(attribute => attribute.AttributeClass?.Name == nameof(NodeOfAttribute));

    private static void Report(OperationAnalysisContext context, string rule, Location location)
    {
        if (Missing.FirstOrDefault(descriptor => descriptor.Id == rule) is { } descriptor)
        {
            context.ReportDiagnostic(Diagnostic.Create(descriptor, location));
        }
    }
}
