using Xunit;

namespace Interop.Tests;

/// <summary>A theory that is skipped where there is no C side, and says so.</summary>
public sealed class CSideTheoryAttribute : TheoryAttribute
{
    public CSideTheoryAttribute()
    {
        Skip = CSide.WhySkipped;
    }
}
