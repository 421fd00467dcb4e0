using System.Collections.Frozen;

namespace Refractor.Audit.Texts;

/// <summary>Cuts plain words into sentences.</summary>
internal static class SentenceCutter
{
    private static readonly FrozenSet<string> Abbreviations = Set(
        "al e.g i.e vs cf fig figs dr prof mr mrs ms st approx ca resp incl suppl vol ref refs eq sp spp tab sect ed eds nos pp viz est max min"
    );

    private static readonly FrozenSet<string> BeforeNumber = Set("no p nr art ch");

    /// <summary>Words after which a single capital letter names a kind, not a person or genus.</summary>
    private static readonly FrozenSet<string> Kinds = Set(
        "luminal group arm type vitamin hepatitis class stage cohort part panel cyclin cathepsin subtype interferon annexin cluster pattern basal grade"
    );

    private static readonly FrozenSet<string> Openers = Set(
        "The This These Those In It However A An Both Such We Patients Moreover Further Furthermore Here They Its Their Thus Low High Loss"
    );

    /// <summary>The sentences from a place on, in order, without the spaces between them.</summary>
    public static List<TextSpan> Cut(PlainText plain, int start)
    {
        var sentences = new List<TextSpan>();
        var words = plain.Words;
        for (var at = start; at < words.Length; at++)
        {
            if (words[at] is not ('.' or '!' or '?' or '…') || plain.Brackets.Holds(at))
                continue;
            var stop = AfterEnd(words, at);
            if (!Ends(words, start, at, stop))
                continue;
            Add(plain, new(start, stop), sentences);
            (start, at) = (stop, stop - 1);
        }
        Add(plain, new(start, words.Length), sentences);
        return sentences;
    }

    private static void Add(PlainText plain, TextSpan span, List<TextSpan> sentences)
    {
        var sentence = plain.Trim(span);
        if (sentence.Length > 0)
            sentences.Add(sentence);
    }

    private static int AfterEnd(string words, int at)
    {
        while (
            at < words.Length && words[at] is '.' or '!' or '?' or '…' or '"' or '”' or '’' or '\'' or ')' or ']' or '»'
        )
            at++;
        return at;
    }

    private static bool Ends(string words, int start, int at, int stop)
    {
        if (stop >= words.Length)
            return true;
        if (words[stop] != ' ')
            return IsGlued(words, at, stop);
        if (!StartsSentence(words, stop + 1))
            return false;
        return words[at] != '.' || !IsAbbreviation(words, start, at, stop + 1);
    }

    /// <summary>Two sentences without a space between them: small letters, a full stop, a capital and small letters.</summary>
    private static bool IsGlued(string words, int at, int stop) =>
        stop == at + 1
        && at >= 3
        && stop + 2 < words.Length
        && char.IsLower(words[at - 1])
        && char.IsLower(words[at - 2])
        && char.IsLower(words[at - 3])
        && char.IsUpper(words[stop])
        && char.IsLower(words[stop + 1]);

    private static bool StartsSentence(string words, int at)
    {
        while (at < words.Length && words[at] is '(' or '[' or '"' or '“' or '\'' or '‘' or '«')
            at++;
        if (at >= words.Length)
            return false;
        if (!char.IsLower(words[at]))
            return char.IsLetterOrDigit(words[at]);
        for (var i = at + 1; i < words.Length && words[i] != ' '; i++)
        {
            if (char.IsUpper(words[i]) || char.IsAsciiDigit(words[i]))
                return true;
        }
        return false;
    }

    private static bool IsAbbreviation(string words, int start, int at, int next)
    {
        var from = at;
        while (from > start && words[from - 1] is not (' ' or '(' or '['))
            from--;
        var word = words[from..at];
        if (
            Abbreviations.Contains(word)
            || word.Contains('.') && word.Split('.').All(p => p.Length == 1 && char.IsLetter(p[0]))
        )
            return !(char.IsUpper(words[next]) && Openers.Contains(WordAt(words, next)))
                || word is "e.g" or "i.e" or "vs";
        if (char.IsAsciiDigit(words[next]) && BeforeNumber.Contains(word.ToLowerInvariant()))
            return true;
        if (char.IsUpper(word.FirstOrDefault()) && Abbreviations.Contains(word.ToLowerInvariant()))
            return word.Length > 2 || word is "Dr" or "Mr" or "Ms" or "St";
        return word.Length == 1 && char.IsUpper(word[0]) && !NamesKind(words, from);
    }

    /// <summary>"luminal A", also in "luminal A and B".</summary>
    private static bool NamesKind(string words, int at)
    {
        var before = WordBefore(words, at);
        var other = at - before.Length - 3;
        return Kinds.Contains(before)
            || before is "and" or "or" or "versus"
                && other >= 0
                && char.IsUpper(words[other])
                && (other == 0 || !char.IsLetterOrDigit(words[other - 1]));
    }

    private static string WordAt(string words, int at)
    {
        var stop = at;
        while (stop < words.Length && char.IsLetter(words[stop]))
            stop++;
        return words[at..stop];
    }

    private static string WordBefore(string words, int at)
    {
        var stop = at - 1;
        var from = stop;
        while (from > 0 && char.IsLetter(words[from - 1]))
            from--;
        return stop > from ? words[from..stop].ToLowerInvariant() : "";
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
