using Xunit;

namespace IntrusiveLists.Tests.Disassembly;

/// <summary>A theory that is skipped where the JIT's output cannot be had, and says why.</summary>
public sealed class DisassemblyTheoryAttribute : TheoryAttribute
{
    public DisassemblyTheoryAttribute()
    {
        Skip = Listing.WhyMissing;
    }
}
