using System.Runtime.InteropServices;

namespace IntrusiveLists.Tests;

[StructLayout(LayoutKind.Sequential, Size = 32)]
internal struct ElementWithLateNode;
