using System.Text;

namespace Refractor.Audit.Texts;

/// <summary>Says where a space within a word or before punctuation comes from copying: "cross- resistance", "Let- 7", "NR4A1 .".</summary>
internal static class SplitWords
{
    private static readonly string[] Joins =
    [
        "and",
        "or",
        "to",
        "but",
        "nor",
        "versus",
        "vs",
        "as",
        "in",
        "the",
        "was",
        "is",
        "were",
        "are",
    ];
    private static readonly string[] Receptors =
    [
        "ER",
        "PR",
        "PgR",
        "HR",
        "HER2",
        "AR",
        "ERBB2",
        "EGFR",
        "LN",
        "N",
        "BRCA",
        "p",
    ];
    private static readonly string[] Endings =
    [
        "positive",
        "negative",
        "deficient",
        "mutated",
        "mutant",
        "amplified",
        "driven",
        "associated",
        "related",
        "dependent",
        "low",
        "high",
        "resistant",
        "sensitive",
        "targeted",
        "enriched",
        "treated",
    ];

    /// <summary>Whether the space between the words so far and the character at a place is left out.</summary>
    public static bool JoinsAt(StringBuilder words, string text, int at)
    {
        var next = text[at];
        if (next is ',' or ';' or ')' or '!' or '?' or ']' or ':')
            return true;
        if (next == '.')
            return at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1]);
        if (words[^1] is '(' or '[')
            return true;
        return words[^1] is '-' or '‐'
            && words.Length > 1
            && char.IsLetter(words[^2]) | char.IsAsciiDigit(words[^2])
            && char.IsLetterOrDigit(next)
            && GoesOn(words, text, at);
    }

    private static bool GoesOn(StringBuilder words, string text, int at)
    {
        var stop = at;
        while (stop < text.Length && stop < at + 20 && char.IsLetter(text[stop]))
            stop++;
        var word = text.AsSpan(at, stop - at);
        foreach (var join in Joins)
        {
            if (word.Equals(join, StringComparison.OrdinalIgnoreCase))
                return false;
        }
        var start = words.Length - 1;
        while (start > 0 && words.Length - start < 12 && char.IsLetterOrDigit(words[start - 1]))
            start--;
        var before = words.ToString(start, words.Length - 1 - start);
        return before.Length > 0 && (!Receptors.Contains(before) || Endings.Contains(word.ToString()));
    }
}
