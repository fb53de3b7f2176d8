using System;

namespace LruCache;

/// <summary>Thrown when a trace cannot be read. The message is one line that names the trace.</summary>
internal sealed class TraceException(string message, Exception innerException) : Exception(message, innerException);
