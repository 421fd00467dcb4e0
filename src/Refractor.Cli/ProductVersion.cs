using System.Reflection;

namespace Refractor.Cli;

/// <summary>The version of this program without build metadata.</summary>
internal static class ProductVersion
{
    public static string Text { get; } =
        typeof(ProductVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "unknown";
}
