using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// A use of a value that does not leave it where it is.
/// </summary>
/// <param name="Rule">The rule that forbids it.</param>
/// <param name="Effect">What happens to the value, for the message: <c>copied into the variable 'x'</c>.</param>
/// <param name="Remedy">What to write instead.</param>
internal sealed record ValueUse(DiagnosticDescriptor Rule, string Effect, string Remedy)
{
    public static ValueUse Copy(string effect, string remedy) => new(DiagnosticDescriptors.CopiedValue, "copied " + effect, remedy);

    public static ValueUse ReadOnly(ISymbol called) => new(
        DiagnosticDescriptors.ReadOnlyReceiver, $"read-only here and therefore copied for '{called.InMessage()}'", "use it through a reference that is not read-only, or declare the member 'readonly'");

    public static ValueUse Box(string effect) => new(DiagnosticDescriptors.BoxedValue, "boxed " + effect, "use a reference or a Ptr instead");
}
