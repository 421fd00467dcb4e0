namespace Refractor.Answers.Reading;

/// <summary>Names that are ordinary words in small letters: MET, KIT, AC, the trial TOP. They count only when typed with a capital.</summary>
internal static class CaseSensitiveNames
{
    private const int LongestTrialWord = 8;

    private static readonly HashSet<string> OrdinaryWords = new(
        [
            "met",
            "kit",
            "fas",
            "bad",
            "bid",
            "jun",
            "ret",
            "fap",
            "clu",
            "rest",
            "ai",
            "et",
            "at",
            "ac",
            "th",
            "tc",
            "ec",
            "ice",
            "set",
            "was",
            "cat",
            "max",
            "tank",
            "cap",
            "ran",
            "ah",
            "it",
            "an",
            "to",
            "as",
            "so",
            "top",
            "neat",
            "daisy",
            "embrace",
            "relay",
            "impact",
            "tnt",
            "act",
            "fact",
            "tip",
            "mark",
            "par",
            "tam",
        ],
        StringComparer.Ordinal
    );

    /// <summary>Leaves out the names that the text, as typed, does not mean.</summary>
    public static IReadOnlyList<NameEntry> Filter(IReadOnlyList<NameEntry> entries, string typed, bool shouting)
    {
        if (entries.Count == 0 || (!shouting && typed.Any(char.IsUpper) && !IsSentenceCase(typed)))
            return entries;
        return [.. entries.Where(e => !NeedsCapitals(e, typed))];
    }

    private static bool IsSentenceCase(string typed) => char.IsUpper(typed[0]) && typed.Skip(1).All(char.IsLower);

    private static bool NeedsCapitals(NameEntry entry, string typed)
    {
        if (entry.Kind == NameKind.Cue)
            return false;
        var isTrialWord = entry.Kind == NameKind.Trial && typed.Length <= LongestTrialWord && typed.All(char.IsLetter);
        return isTrialWord || OrdinaryWords.Contains(typed.ToLowerInvariant());
    }
}
