using System;

namespace IntrusiveLists.Tests;

/// <summary>What a callback throws.</summary>
internal sealed class CallbackException() : Exception("A callback failed.");
