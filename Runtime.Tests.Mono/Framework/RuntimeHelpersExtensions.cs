using System.Runtime.Serialization;

namespace System.Runtime.CompilerServices;

/// <summary>What the tests use of the type that newer frameworks have.</summary>
internal static class RuntimeHelpersExtensions
{
    extension(RuntimeHelpers)
    {
        public static object GetUninitializedObject(Type type) => FormatterServices.GetUninitializedObject(type);
    }
}
