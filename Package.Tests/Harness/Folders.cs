using System.IO;
using System.Linq;

namespace IntrusiveLists.Package.Tests;

/// <summary>Copies of folders, without what a build leaves in them.</summary>
internal static class Folders
{
    private static readonly string[] Outputs = ["bin", "obj"];

    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (string folder in Directory.EnumerateDirectories(from).Where(folder => !Outputs.Contains(Path.GetFileName(folder))))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
