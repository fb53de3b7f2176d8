namespace IntrusiveLists.Analyzers.Tests;

public sealed class UnprovedElementTests() : RuleTests("ILIST205", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
{
}
