namespace Refractor.Plots;

/// <summary>The colours of all figures: those of Okabe and Ito, which people with colour blindness tell apart.</summary>
internal static class Palette
{
    public const string Ink = "#1d2125";
    public const string Quiet = "#6b7178";
    public const string Faint = "#c9c7c0";

    /// <summary>More of the feature; resistance; above.</summary>
    public const string High = "#d55e00";

    /// <summary>Less of the feature; sensitivity; below.</summary>
    public const string Low = "#0072b2";

    /// <summary>Groups without an order, the most telling first.</summary>
    public static IReadOnlyList<string> Groups { get; } =
    [Low, High, "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7a5c00", Ink];

    /// <summary>Colours for a number of groups; the last repeats where there are more than eight.</summary>
    public static IReadOnlyList<string> For(int groups) =>
        [.. Enumerable.Range(0, groups).Select(g => Groups[Math.Min(g, Groups.Count - 1)])];
}
