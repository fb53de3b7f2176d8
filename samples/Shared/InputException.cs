using System;

namespace Samples;

/// <summary>Thrown when an input cannot be read. The message is one line that names it.</summary>
internal sealed class InputException(string message, Exception innerException) : Exception(message, innerException);
