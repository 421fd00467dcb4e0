using Refractor.Vocabulary;

namespace Refractor.Audit.Understanding;

/// <summary>Reduces a text to the stems of the words that carry its content.</summary>
internal static class ContentWords
{
    private const int ShortestStem = 4;

    private static readonly HashSet<string> Fillers = new(
        "a an the and or nor but of in on at to for from with without by as into onto over under per than then that this these those it its is are was were be been being am do does did have has had having will would can could may might must shall should which who whom whose when where what why how if while during after before between among within not no yes any some all each every other another such same own only just even very too so there here also both either neither et al more most less least they them their we our us you your i he she his her one two three four five six seven eight nine ten patients patient tumour tumor tumours tumors cancer breast cancers study studies group groups associated association significantly significant showed shown show found finding reported however whereas although though therefore thus versus vs compared comparison among using used based given receiving received treated treatment therapy expression level levels".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    /// <summary>Adds the stems of a text to a set.</summary>
    public static void Add(string? text, HashSet<string> stems)
    {
        if (text is null)
            return;
        foreach (var word in NameKey.Words(text))
        {
            if (word.Key.Length > 1 && !Fillers.Contains(word.Key) && !char.IsAsciiDigit(word.Key[0]))
                stems.Add(Stem(word.Key));
        }
    }

    /// <summary>The stems of a text.</summary>
    public static HashSet<string> Of(string text)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        Add(text, stems);
        return stems;
    }

    private static string Stem(string word)
    {
        foreach (
            var ending in (ReadOnlySpan<string>)
                [
                    "eities",
                    "eity",
                    "eous",
                    "ations",
                    "ation",
                    "ity",
                    "ous",
                    "ions",
                    "ing",
                    "ive",
                    "ion",
                    "ied",
                    "ies",
                    "ed",
                    "es",
                    "ly",
                    "s",
                    "e",
                ]
        )
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        }
        return word;
    }
}
