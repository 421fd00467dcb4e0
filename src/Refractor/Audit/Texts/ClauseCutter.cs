namespace Refractor.Audit.Texts;

/// <summary>Cuts a sentence into the parts that are judged by themselves: clauses with a verb of their own, and parts with a citation of their own.</summary>
internal sealed class ClauseCutter
{
    private const int FewestCitedWords = 4;

    // Each break is weighed against the words around it: without a bound, the time would grow with the square of the length.
    private const int LongestSentence = 2000;

    private readonly PlainText _plain;
    private readonly string _words;
    private readonly TextSpan _sentence;
    private readonly List<TextWord> _read;
    private readonly List<ClauseBreak> _breaks;
    private readonly List<TextMark> _marks;

    private ClauseCutter(PlainText plain, TextSpan sentence, List<TextMark> marks)
    {
        _plain = plain;
        _words = plain.Words;
        _sentence = sentence;
        _marks = marks;
        _read = TextWord.Of(_words, sentence.Start, sentence.End, plain.Brackets);
        _breaks = ClauseBreak.In(plain, sentence, marks);
    }

    /// <summary>The parts in order, without the connectives between them. What is too long for a sentence stays whole.</summary>
    public static List<TextSpan> Cut(PlainText plain, TextSpan sentence, List<TextMark> marks) =>
        sentence.Length > LongestSentence ? [sentence] : new ClauseCutter(plain, sentence, marks).Cut();

    private List<TextSpan> Cut()
    {
        var parts = new List<TextSpan>();
        var (start, initial) = AfterInitial();
        for (var i = 0; i < _breaks.Count; i++)
        {
            var at = _breaks[i];
            if (at.End <= start)
                continue;
            var until = Until(i);
            var opens = initial && at.Joining == Joining.None && at.IsComma;
            if (!IsCut(at, start, until, opens))
                continue;
            Add(parts, new(start, at.Start));
            (start, initial) = OpensContrast(at);
        }
        if (parts.Count == 0)
            return [_sentence];
        Add(parts, new(start, _sentence.End));
        return parts;
    }

    /// <summary>"While A is high, B is low": the comma parts two clauses.</summary>
    private (int Start, bool Initial) AfterInitial()
    {
        var (joining, length) = Connectives.At(_words, _sentence.Start, _sentence.End);
        return joining == Joining.Contrast ? (_sentence.Start + length + 1, true) : (_sentence.Start, false);
    }

    private static (int Start, bool Initial) OpensContrast(ClauseBreak at) =>
        (at.End, at.Joining == Joining.Contrast && at.AfterDash);

    private void Add(List<TextSpan> parts, TextSpan part)
    {
        var trimmed = _plain.Trim(part);
        if (trimmed.Length > 0)
            parts.Add(trimmed);
    }

    private bool IsCut(ClauseBreak at, int start, int until, bool opens)
    {
        start = AfterColon(start, at.Start);
        if (Verbs(start, at.Start) == 0 || Count(start, at.Start) < 2 || Count(at.End, _sentence.End) < 2)
            return false;
        if (at.HasMark && HasOwnMark(at) && (Verbs(at.End, until) > 0 || Count(at.End, until) >= FewestCitedWords))
            return true;
        if (!HasMainVerb(start, at.Start))
            return false;
        return at.Joining switch
        {
            Joining.None => (opens || at.IsSemicolon) && HasClause(at.End, until),
            Joining.Clause => at.IsComma ? HasClause(at.End, until) : IsSecondCopula(start, at, until),
            Joining.Contrast => Verbs(at.End, until) > 0 && !StartsWithParticiple(at.End),
            Joining.Consequence => Verbs(at.End, until) > 0,
            _ => at.IsComma,
        };
    }

    /// <summary>How far the part after a break reaches: to the next semicolon, contrast or mark.</summary>
    private int Until(int i)
    {
        for (var next = i + 1; next < _breaks.Count; next++)
        {
            if (_breaks[next] is { IsSemicolon: true } or { Joining: Joining.Contrast } or { HasMark: true })
                return _breaks[next].Start;
        }
        return _sentence.End;
    }

    /// <summary>What stands before a colon is no part of the list after it.</summary>
    private int AfterColon(int start, int end)
    {
        var colon = _words.AsSpan(start, Math.Max(0, end - start)).LastIndexOf(": ");
        return colon < 0 ? start : start + colon + 2;
    }

    /// <summary>Whether a stretch has a verb besides those of its relative clauses.</summary>
    private bool HasMainVerb(int start, int end)
    {
        var verbs = 0;
        for (var i = FirstWord(start); i < _read.Count && _read[i].Start < end; i++)
            verbs += (_read[i].IsVerb ? 1 : 0) - (IsRelative(i) ? 1 : 0);
        return verbs > 0;
    }

    /// <summary>Whether a mark stands for the part after the break alone.</summary>
    private bool HasOwnMark(ClauseBreak at) => _marks.Exists(m => m.At > at.End && m.At <= _sentence.End);

    /// <summary>Whether a stretch has a verb with a subject before it that is not its relative clause's.</summary>
    private bool HasClause(int start, int end)
    {
        var needed = 1;
        var first = FirstWord(start);
        for (var i = first; i < _read.Count && _read[i].Start < end; i++)
        {
            if (IsRelative(i))
                needed++;
            else if (_read[i].IsVerb && --needed == 0)
                return i > first;
            else if (_read[i].IsVerb && i == first)
                return false;
        }
        return false;
    }

    /// <summary>"A is up and B is down": two forms of "be" with a short subject between them.</summary>
    private bool IsSecondCopula(int start, ClauseBreak at, int until)
    {
        if (at.Joining != Joining.Clause || !HasPlainCopula(start, at.Start))
            return false;
        var first = FirstWord(at.End);
        for (var i = first; i < _read.Count && i <= first + 4 && _read[i].Start < until; i++)
        {
            if (VerbWords.IsCopula(_read[i].In(_words)))
                return i > first;
            if (_read[i].IsVerb || IsRelative(i) || IsPreposition(i))
                return false;
        }
        return false;
    }

    private bool HasPlainCopula(int start, int end)
    {
        var copula = false;
        for (var i = FirstWord(start); i < _read.Count && _read[i].Start < end; i++)
        {
            if (IsRelative(i) || _read[i].IsVerb && !VerbWords.IsCopula(_read[i].In(_words)))
                return false;
            copula |= _read[i].IsVerb;
        }
        return copula;
    }

    private bool StartsWithParticiple(int start)
    {
        var first = FirstWord(start);
        return first < _read.Count && _read[first].In(_words).EndsWith("ing", StringComparison.Ordinal);
    }

    private bool IsRelative(int i) =>
        _read[i].In(_words) switch
        {
            "that" => i == 0 || !IsPreposition(i - 1),
            "which"
            or "who"
            or "whom"
            or "whose"
            or "whether"
            or "what"
            or "how"
            or "if"
            or "when"
            or "where"
            or "because" => true,
            "Whether" or "What" or "How" or "If" or "When" or "Where" or "Because" => true,
            _ => false,
        };

    private bool IsPreposition(int i) =>
        _read[i].In(_words) is "in" or "of" or "with" or "by" or "for" or "on" or "from" or "than";

    private int Verbs(int start, int end)
    {
        var count = 0;
        for (var i = FirstWord(start); i < _read.Count && _read[i].Start < end && count == 0; i++)
            count += _read[i].IsVerb ? 1 : 0;
        return count;
    }

    private int Count(int start, int end) => FirstWord(end) - FirstWord(start);

    private int FirstWord(int at)
    {
        var (low, high) = (0, _read.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_read[middle].Start < at)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
