namespace Refractor.Checking;

/// <summary>The verbs that part what a sentence speaks of from what it says.</summary>
internal static class StatedVerbs
{
    private static readonly string[] Verbs =
    [
        " was ",
        " were ",
        " showed ",
        " conferred ",
        " had ",
        " went ",
        " altered ",
        " has ",
        " is ",
        " are ",
    ];

    /// <summary>Where each of the verbs first stands in the text, in no order; empty when it has none.</summary>
    public static IEnumerable<int> Places(string text) =>
        Verbs.Select(v => text.IndexOf(v, StringComparison.Ordinal)).Where(at => at >= 0);
}
