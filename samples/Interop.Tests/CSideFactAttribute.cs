using Xunit;

namespace Interop.Tests;

/// <summary>A fact that is skipped where there is no C side, and says so.</summary>
public sealed class CSideFactAttribute : FactAttribute
{
    public CSideFactAttribute()
    {
        Skip = CSide.WhySkipped;
    }
}
