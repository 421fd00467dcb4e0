using Refractor.Html;

namespace Refractor.Cli.Pages.Html;

/// <summary>The programs that draw figures, Vega and Vega-Lite, fetched at build; a page that has figures holds them in full.</summary>
internal static class FigureRuntime
{
    private static readonly string[] Programs = ["vega", "vega-lite"];

    /// <summary>Whether the programs are part of this build; without them figures are shown by their numbers alone.</summary>
    public static bool IsBuiltIn { get; } =
        Programs.All(p => typeof(FigureRuntime).Assembly.GetManifestResourceInfo($"{p}.js") is not null);

    /// <summary>The scripts of a page with figures.</summary>
    public static string Scripts()
    {
        var drawing = Script(Read("figures.js"));
        return IsBuiltIn ? string.Concat(Programs.Select(p => Script(Notice(p) + Read($"{p}.js")))) + drawing : drawing;
    }

    /// <summary>The licence of a program, which has to stand wherever the program does.</summary>
    private static string Notice(string program) => $"/*\n{program}\n\n{Read($"{program}.license").Trim()}\n*/\n";

    private static string Script(string text) =>
        $"<script>\n{text.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)}</script>\n";

    private static string Read(string name) => WebPage.Resource(typeof(FigureRuntime), name);
}
