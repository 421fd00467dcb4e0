namespace Refractor.Audit.References;

/// <summary>Recognises a journal in the words of an entry, in full or abbreviated: "Clin Cancer Res" is "Clinical Cancer Research".</summary>
internal static class JournalName
{
    private static readonly HashSet<string> Skipped = ["the", "of", "and", "for", "in", "on", "a", "an"];

    /// <summary>Whether the words name the journal. A journal of one word counts only before a number, where a volume or a year follows.</summary>
    public static bool IsIn(IReadOnlyList<string> words, string journal)
    {
        var name = ReferenceWords.Of(journal).Where(w => !Skipped.Contains(w)).ToList();
        return name.Count > 0
            && Enumerable
                .Range(0, words.Count)
                .Any(i => Ends(words, i, name) is { } end && Closes(words, end, name.Count));
    }

    private static bool Closes(IReadOnlyList<string> words, int end, int length) =>
        length > 1 || (end < words.Count && char.IsAsciiDigit(words[end][0]));

    private static int? Ends(IReadOnlyList<string> words, int start, List<string> name)
    {
        var at = start;
        foreach (var part in name)
        {
            while (at > start && at < words.Count && Skipped.Contains(words[at]))
                at++;
            if (at >= words.Count || !Same(words[at], part, name.Count == 1))
                return null;
            at++;
        }
        return at;
    }

    private static bool Same(string a, string b, bool whole) =>
        a == b || (!whole && (Shortens(a, b) || Shortens(b, a)));

    // "Natl" leaves letters out of "National"; other abbreviations are its beginning.
    private static bool Shortens(string word, string of)
    {
        if (word.Length >= of.Length)
            return false;
        if (of.StartsWith(word, StringComparison.Ordinal))
            return true;
        var at = 0;
        foreach (var c in of)
            at += at < word.Length && word[at] == c ? 1 : 0;
        return word.Length > 2 && word[0] == of[0] && at == word.Length;
    }
}
