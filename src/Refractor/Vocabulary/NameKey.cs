using System.Text;

namespace Refractor.Vocabulary;

/// <summary>
/// Reduces a name to the form under which it is compared: lower case, Greek letters spelt out, British spelling turned
/// into American, and everything that is neither letter nor digit removed. "HIF-1α", "HIF-1 alpha" and "hif1alpha" are one key.
/// </summary>
/// <remarks>A plus or minus that follows a word without a space ("ER+", "HER2-") is read as "positive" or "negative".</remarks>
public static class NameKey
{
    private static readonly (string From, string To)[] Spellings =
    [
        ("tumour", "tumor"),
        ("oestrogen", "estrogen"),
        ("signalling", "signaling"),
        ("labelling", "labeling"),
        ("oxaemi", "oxemi"),
        ("isation", "ization"),
        ("catalogue", "catalog"),
        ("programme", "program"),
        ("behaviour", "behavior"),
        ("hormonal", "hormone"),
    ];

    /// <summary>The key of a whole name.</summary>
    /// <param name="name">Any text; may be empty, then the key is empty.</param>
    public static string Of(string name) => string.Concat(Words(name).Select(w => w.Key));

    /// <summary>Splits a text into words, each with its key and its place in the text.</summary>
    /// <param name="text">Any text. Control characters separate words.</param>
    public static IReadOnlyList<Word> Words(string text)
    {
        var words = new List<Word>();
        var key = new StringBuilder();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (char.IsLetterOrDigit(c))
            {
                start = start < 0 ? i : start;
                Append(key, c);
                continue;
            }
            var sign = start >= 0 ? SignWord(text, i) : null;
            if (start >= 0)
            {
                words.Add(new Word(Respell(key.ToString()), start, i));
                key.Clear();
                start = -1;
            }
            if (sign is not null)
                words.Add(new Word(sign, i, i + 1));
        }
        return words;
    }

    /// <summary>Whether two texts name the same thing apart from case, spelling variant and punctuation.</summary>
    public static bool Same(string a, string b) => Of(a) == Of(b);

    private static string? SignWord(string text, int i)
    {
        if (i >= text.Length)
            return null;
        var next = i + 1 < text.Length ? text[i + 1] : ' ';
        return text[i] switch
        {
            '+' when !char.IsLetterOrDigit(next) => "positive",
            '-' or '−' or '–' when next is ' ' or '/' or ',' or ')' or '.' or ';' or '?' => "negative",
            _ => null,
        };
    }

    private static void Append(StringBuilder key, char c)
    {
        var greek = c switch
        {
            'α' or 'Α' => "alpha",
            'β' or 'Β' or 'ß' => "beta",
            'γ' => "gamma",
            'δ' => "delta",
            'ε' => "epsilon",
            'κ' => "kappa",
            'λ' => "lambda",
            'µ' or 'μ' => "mu",
            'ω' => "omega",
            _ => null,
        };
        if (greek is null)
            key.Append(char.ToLowerInvariant(c));
        else
            key.Append(greek);
    }

    private static string Respell(string word)
    {
        if (word.Length < 6)
            return word;
        foreach (var (from, to) in Spellings)
        {
            if (word.Contains(from, StringComparison.Ordinal))
                word = word.Replace(from, to, StringComparison.Ordinal);
        }
        return word;
    }
}

/// <summary>One word of a text.</summary>
/// <param name="Key">The word in its compared form, see <see cref="NameKey"/>.</param>
/// <param name="Start">Index of its first character in the text.</param>
/// <param name="End">Index after its last character.</param>
public sealed record Word(string Key, int Start, int End);
