using System;
using System.IO;
using Xunit;

namespace Interop.Tests;

public sealed class ProgramTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [CSideFact]
    public void BothSidesAgree()
    {
        Assert.Equal(0, Program.Run(_output, _error));
        Assert.EndsWith("Both sides agree." + Environment.NewLine, _output.ToString(), StringComparison.Ordinal);
        Assert.Empty(_error.ToString());
    }
}
