using IntrusiveLists.Declarations;
using static IntrusiveLists.Generator.GeneratedNames;

namespace IntrusiveLists.Generator;

/// <summary>
/// Writes what tells the runtime about elements that cannot describe themselves.
/// </summary>
internal static class RegistrationWriter
{
    public static string Write(RegistrationList registrations, RegistrationClass registrationClass)
    {
        var writer = new SourceWriter();
        writer.Open($"namespace {KnownSymbols.LinkNamespace}");
        writer.Lines(
            "/// <summary>Registers the nodes of elements that are not partial.</summary>",
            GeneratedCode);
        writer.Open($"internal static class {registrationClass.Name}");
        writer.Line("/// <summary>Registers the nodes. Runs by itself where the framework knows module initializers; elsewhere the program calls it once.</summary>");
        if (registrationClass.IsModuleInitializer)
        {
            writer.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        }

        writer.Open("public static void Register()");
        foreach (RegistrationModel item in registrations.Items)
        {
            writer.Line($"{Runtime}.IntrusiveRecord.Register<{item.Element}, {item.Link}>();");
        }

        writer.Close(3);
        return writer.ToString();
    }
}
