using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using IntrusiveLists.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntrusiveLists.Analyzers;

/// <summary>
/// Tells whether there is anything to look at in a compilation. A project that has the package and no list yet should not pay for rules about lists.
/// </summary>
internal static class RuntimeUse
{
    // Every analyzer asks. Keyed by compilation, and kept no longer than that.
    private static readonly ConditionalWeakTable<Compilation, StrongBox<bool>> Known = new();

    /// <summary>
    /// Returns whether a compilation can use a type of the runtime. To name one, some file has to name its namespace; to get hold of one without a name,
    /// there must be an assembly whose signatures have it. Searching the texts takes a fraction of the time of parsing them.
    /// </summary>
    public static bool MayUseRuntime(this Compilation compilation) => Known.GetValue(compilation, static key => new StrongBox<bool>(Search(key))).Value;

    private static bool Search(Compilation compilation)
    {
        string[] runtimes = compilation.GetTypesByMetadataName(KnownSymbols.ContainsAttribute).Select(type => type.ContainingAssembly.Name).ToArray();
        return runtimes.Length > 0 && (IsUsedByReference(compilation, runtimes) || compilation.SyntaxTrees.Any(NamesNamespace));
    }

    private static bool IsUsedByReference(Compilation compilation, string[] runtimes)
    {
        IEnumerable<AssemblyIdentity> used =
            from assembly in compilation.SourceModule.ReferencedAssemblySymbols
            from module in assembly.Modules
            from reference in module.ReferencedAssemblies
            select reference;
        return used.Any(assembly => runtimes.Contains(assembly.Name));
    }

    private static bool NamesNamespace(SyntaxTree tree)
    {
        SourceText text = tree.GetText();
        return text.ToString().IndexOf(KnownSymbols.Namespace, StringComparison.Ordinal) >= 0;
    }
}
