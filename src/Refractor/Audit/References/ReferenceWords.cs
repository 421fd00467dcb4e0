using System.Text;

namespace Refractor.Audit.References;

/// <summary>
/// The words of titles, names and journals in the form under which they are compared: lower case, without accents, Greek letters spelt out.
/// Hyphens and other signs separate words, so that the key of a text is the same whether or not a line break split a word.
/// </summary>
internal static class ReferenceWords
{
    private const string Accented =
        "àáâãäåāăąçćĉċčďđðèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšţťŧùúûüũūŭůűųŵýÿŷźżž";
    private const string Plain =
        "aaaaaaaaacccccdddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssstttuuuuuuuuuuwyyyzzz";

    private static readonly (string From, string To)[] Spellings =
    [
        ("tumour", "tumor"),
        ("oestrogen", "estrogen"),
        ("signalling", "signaling"),
        ("isation", "ization"),
        ("behaviour", "behavior"),
        ("haem", "hem"),
    ];

    /// <summary>The words in text order.</summary>
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                Append(word, char.ToLowerInvariant(c));
            else if (!IsInvisible(c))
                End(words, word);
        }
        End(words, word);
        return words;
    }

    /// <summary>All words without spaces between them.</summary>
    public static string Key(string text) => Respell(string.Concat(Of(text)));

    /// <summary>The digits of a key in order: "HER2" and "HER3" stand for different titles.</summary>
    public static string Digits(string key) => string.Concat(key.Where(char.IsAsciiDigit));

    // Soft hyphens and characters without width come with text copied from PDF files and from web pages.
    private static bool IsInvisible(char c) =>
        c is '\u00ad' or '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\'' or '’';

    private static void End(List<string> words, StringBuilder word)
    {
        if (word.Length == 0)
            return;
        words.Add(Respell(word.ToString()));
        word.Clear();
    }

    private static void Append(StringBuilder word, char c)
    {
        var at = Accented.IndexOf(c, StringComparison.Ordinal);
        if (at >= 0)
            word.Append(Plain[at]);
        else if (Spelt(c) is { } spelt)
            word.Append(spelt);
        else
            word.Append(c);
    }

    private static string? Spelt(char c) =>
        c switch
        {
            'α' => "alpha",
            'β' => "beta",
            'ß' => "ss",
            'γ' => "gamma",
            'δ' => "delta",
            'ε' => "epsilon",
            'κ' => "kappa",
            'λ' => "lambda",
            'µ' or 'μ' => "mu",
            'ω' => "omega",
            'æ' => "ae",
            'œ' => "oe",
            'ﬁ' => "fi",
            'ﬂ' => "fl",
            'ﬀ' => "ff",
            'ﬃ' => "ffi",
            'ﬄ' => "ffl",
            _ => null,
        };

    private static string Respell(string word)
    {
        if (word.Length < 6)
            return word;
        foreach (var (from, to) in Spellings)
            word = word.Replace(from, to, StringComparison.Ordinal);
        return word;
    }
}
