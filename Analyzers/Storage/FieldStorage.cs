using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Finds fields that move: those of objects and types, and those that the compiler makes for properties and captured parameters.
/// </summary>
internal sealed class FieldStorage(BoundTypes bound, TypeArgumentRules arguments)
{
    private const string Copying = "an auto-property only hands out copies of it";

    public void Analyze(SymbolAnalysisContext context)
    {
        foreach (IFieldSymbol field in ((INamedTypeSymbol)context.Symbol).GetMembers().OfType<IFieldSymbol>())
        {
            // Where the type says what is wrong already, the field need not.
            if (bound.ForbidMoves(field.Type) && arguments.FindRejected(field.Type) is null && !field.IsInGeneratedCode() && Describe(field) is { } diagnostic)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private Diagnostic? Describe(IFieldSymbol field) => field switch
    {
        { Locations.IsEmpty: true } or { Name: "" } => null,
        { AssociatedSymbol: IPropertySymbol property } => MovableStorage.Report(bound, property.Locations[0], property.InMessage(), field.Type, Copying, MendOfProperty(field)),
        _ when field.Moves() => MovableStorage.Report(bound, field.Locations[0], NameOf(field), field.Type, MovementOf(field), MendOfField(field)),
        _ => null,
    };

    private static string MovementOf(IFieldSymbol field) => field switch
    {
        _ when field.IsThreadStatic() => "each thread has its own, in an object that the garbage collector moves",
        { IsStatic: true } => "it is static and not marked [FixedAddressValueType]",
        _ => $"the garbage collector moves the objects of class '{field.ContainingType.InMessage()}'",
    };

    private static string MendOfField(IFieldSymbol field) => field.IsStatic && !field.IsThreadStatic() ? $"mark it so, or {MendOf(field)}" : MendOf(field);

    private static string MendOfProperty(IFieldSymbol field) => field.Moves() ? MendOf(field) : "use a field";

    private static string MendOf(IFieldSymbol field) => field.Type.IsListNode() ? "make it a field of an element, which is a struct" : MovableStorage.MendOf(field.Type);

    // A captured parameter lives in a field whose name nobody has written.
    private static string NameOf(IFieldSymbol field) => BoundTypes.CapturedParameterOf(field)?.Name ?? field.InMessage();
}
