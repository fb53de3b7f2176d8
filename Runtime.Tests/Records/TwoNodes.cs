using System.Runtime.InteropServices;

namespace IntrusiveLists.Tests;

[StructLayout(LayoutKind.Sequential, Size = 40)]
internal struct TwoNodes;
