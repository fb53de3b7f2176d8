using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntrusiveLists.Generator.Tests;

/// <summary>
/// A culture that notes who asks how to compare or to capitalise. It finds what the invariant culture, which tests have everywhere, does not show.
/// </summary>
internal sealed class CultureTrap : CultureInfo
{
    private readonly ConcurrentBag<string> _uses = [];

    private CultureTrap()
        : base("")
    {
    }

    public override CompareInfo CompareInfo
    {
        get
        {
            Note();
            return base.CompareInfo;
        }
    }

    public override TextInfo TextInfo
    {
        get
        {
            Note();
            return base.TextInfo;
        }
    }

    /// <summary>Returns where an action asks the current culture.</summary>
    public static IReadOnlyCollection<string> UsesDuring(Func<object> action)
    {
        CultureInfo before = CurrentCulture;
        var trap = new CultureTrap();
        try
        {
            CurrentCulture = trap;
            action();
        }
        finally
        {
            CurrentCulture = before;
        }

        return trap._uses;
    }

    // The compiler itself asks when it looks at the names of attributes. What is sorted lazily is asked for by LINQ, whoever wants the result.
    private void Note()
    {
        Assembly asker = new StackTrace().GetFrames()
            .Select(frame => frame.GetMethod()?.DeclaringType?.Assembly)
            .OfType<Assembly>()
            .First(assembly => assembly != typeof(object).Assembly && assembly != typeof(CultureTrap).Assembly);
        if (asker != typeof(CSharpCompilation).Assembly && asker != typeof(Compilation).Assembly)
        {
            _uses.Add(Environment.StackTrace);
        }
    }
}
