using System.Runtime.InteropServices;

namespace IntrusiveLists.Tests;

[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct NodeInTheMiddle;
