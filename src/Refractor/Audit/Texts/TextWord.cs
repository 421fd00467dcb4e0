namespace Refractor.Audit.Texts;

/// <summary>A word of a plain text: letters, digits and what joins them.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The place after its last character.</param>
/// <param name="IsVerb">Whether it is a finite verb outside brackets.</param>
internal readonly record struct TextWord(int Start, int End, bool IsVerb)
{
    /// <summary>Cuts a stretch of plain text at spaces, without punctuation at both ends of each word.</summary>
    public static List<TextWord> Of(string plain, int start, int end, Brackets? brackets = null)
    {
        var words = new List<TextWord>();
        for (var at = start; at < end; )
        {
            var from = at;
            while (at < end && plain[at] is not (' ' or '—'))
                at++;
            var word = Bare(plain, from, at++);
            if (word.Length > 0)
                words.Add(new(word.Start, word.End, false));
        }
        for (var i = 0; i < words.Count; i++)
            words[i] = words[i] with { IsVerb = IsVerbAt(plain, words, i, brackets) };
        return words;
    }

    /// <summary>The characters of the word.</summary>
    public ReadOnlySpan<char> In(string plain) => plain.AsSpan(Start, End - Start);

    private static bool IsVerbAt(string plain, List<TextWord> words, int i, Brackets? brackets)
    {
        if (brackets is not null && brackets.Holds(words[i].Start))
            return false;
        var next = i + 1 < words.Count ? words[i + 1].In(plain) : default;
        return VerbWords.IsVerb(words[i].In(plain), next);
    }

    private static TextSpan Bare(string plain, int start, int end)
    {
        while (start < end && !char.IsLetterOrDigit(plain[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(plain[end - 1]) && plain[end - 1] is not ('+' or '%'))
            end--;
        return new(start, end);
    }
}
