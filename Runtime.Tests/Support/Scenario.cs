using System;
using Xunit.Sdk;

namespace IntrusiveLists.Tests;

/// <summary>Says which of many cases failed.</summary>
internal static class Scenario
{
    public static void Run(string description, Action test)
    {
        try
        {
            test();
        }
        catch (Exception exception)
        {
            throw new XunitException($"{description}: {exception.Message}", exception);
        }
    }
}
