namespace Refractor.Audit.Texts;

/// <summary>Recognises citation marks where they start.</summary>
internal sealed class MarkReader(string text, ReferenceIndex references)
{
    private const int LongestBrackets = 400;
    private const int LongestRaised = 60;

    private readonly NumberMarks _numbers = new(references);
    private readonly AuthorMarks _authors = new(references);
    private readonly Queue<TextMark> _ahead = new();

    /// <summary>The mark that starts at a place; null when none does.</summary>
    public TextMark? At(int at, int end)
    {
        while (_ahead.TryPeek(out var next) && next.Place.Start < at)
            _ahead.Dequeue();
        if (_ahead.TryPeek(out var found) && found.Place.Start == at)
            return _ahead.Dequeue();
        return text[at] switch
        {
            '[' => InSquare(at, end),
            '(' => InRound(at, end),
            '【' => InLenticular(at, end),
            '<' => InTag(at, end),
            'd' or 'D' or 'h' or 'H' or 'w' or 'W' or 'P' or 'p' or '1' => Identifier(at, end),
            var c when TextSigns.Raised(c) >= 0 => Raised(at, end),
            _ => null,
        };
    }

    /// <summary>The identifier that a link leads to, as a mark in its place; null when the link leads elsewhere.</summary>
    public TextMark? OfLink(TextSpan place, TextSpan address)
    {
        if (DoiFinder.FirstDoi(text, address.Start, address.End) is { } doi)
            return new(place, [OfDoi(doi.Id, place)]);
        return DoiFinder.FirstPmid(text, address.Start, address.End) is { } pmid
            ? new(place, [OfPmid(pmid.Id, place)])
            : null;
    }

    private TextMark? Identifier(int at, int end)
    {
        if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '/'))
            return null;
        if (DoiFinder.DoiAt(text, at, end) is { } doi)
            return new(doi.Place, [OfDoi(doi.Id, doi.Place)]);
        return DoiFinder.PmidAt(text, at, end) is { } pmid ? new(pmid.Place, [OfPmid(pmid.Id, pmid.Place)]) : null;
    }

    private Citation OfDoi(string doi, TextSpan place) =>
        new(doi, place.Start, place.Length, references.WithDoi(doi), doi);

    private Citation OfPmid(string pmid, TextSpan place) =>
        new($"PMID {pmid}", place.Start, place.Length, references.WithPmid(pmid), null) { Pmid = pmid };

    private TextMark? InSquare(int at, int end)
    {
        var close = CloseOf(at, end, "[]", ']');
        if (close < 0 || IsInterval(at, close))
            return null;
        var inner = new TextSpan(at + 1, close);
        var cited = _numbers.Read(text, inner) ?? _authors.Read(text, inner);
        return cited is null ? null : WithRange(at, close, end, cited);
    }

    /// <summary>"[1]-[3]" is a range too; an address after the mark belongs to it.</summary>
    private TextMark WithRange(int at, int close, int end, IReadOnlyList<Citation> cited)
    {
        var stop = close + 1;
        if (stop + 1 < end && TextSigns.IsDash(text[stop]) && text[stop + 1] == '[')
        {
            var second = CloseOf(stop + 1, end, "[]", ']');
            if (second > 0 && _numbers.Range(cited, text, new(stop + 2, second), new(at, second + 1)) is { } range)
                return new(new(at, second + 1), range);
        }
        if (
            stop < end
            && text[stop] == '('
            && CloseOf(stop, end, "()", ')') is > 0 and var address
            && IsAddress(stop + 1)
        )
            stop = address + 1;
        return new(new(at, stop), cited);
    }

    private bool IsAddress(int at) =>
        text[at] is '#' or '/'
        || string.CompareOrdinal(text, at, "http", 0, 4) == 0
        || string.CompareOrdinal(text, at, "www.", 0, 4) == 0;

    /// <summary>Whether "[2, 5]" is a confidence interval or a range of values.</summary>
    private bool IsInterval(int at, int close)
    {
        if (text.AsSpan(at, close - at).IndexOfAny(",-–;") < 0)
            return false;
        var before = text.AsSpan(Math.Max(0, at - 12), at - Math.Max(0, at - 12)).TrimEnd(" \t:=,");
        return before.EndsWith("CI")
            || before.EndsWith("IQR")
            || before.EndsWith("range")
            || before.EndsWith("interval");
    }

    private TextMark? InRound(int at, int end)
    {
        var close = CloseOf(at, end, "()", ')');
        if (close < 0)
            return null;
        var inner = new TextSpan(at + 1, close);
        if (_authors.Narrative(text, at, inner) is { } citation)
            return new(new(at, close + 1), [citation]) { IsNarrative = true };
        if (_numbers.Read(text, inner) is { } numbers)
            return IsClauseEnd(close + 1, end) && numbers.All(n => n.Reference is not null)
                ? new(new(at, close + 1), numbers)
                : null;
        if (_authors.Read(text, inner) is { } cited)
            return new(new(at, close + 1), cited);
        foreach (var mark in _authors.Parts(text, inner))
            _ahead.Enqueue(mark);
        return null;
    }

    private bool IsClauseEnd(int at, int end)
    {
        var next = TextSigns.SkipBlank(text, at, end);
        return next >= end || text[next] is '.' or ',' or ';' or ':';
    }

    private TextMark? InLenticular(int at, int end)
    {
        var close = CloseOf(at, end, "【】", '】');
        if (close < 0)
            return null;
        var stop = TextSigns.SkipDigits(text, at + 1, close);
        return _numbers.Read(text, new(at + 1, stop)) is { } cited ? new(new(at, close + 1), cited) : null;
    }

    private TextMark? InTag(int at, int end)
    {
        const string Open = "<sup>";
        const string Close = "</sup>";
        if (string.Compare(text, at, Open, 0, Open.Length, StringComparison.OrdinalIgnoreCase) != 0)
            return null;
        var start = at + Open.Length;
        var close = text.IndexOf(Close, start, Math.Min(end - start, 80), StringComparison.OrdinalIgnoreCase);
        if (close < 0 || at > 0 && char.IsAsciiDigit(text[at - 1]))
            return null;
        return _numbers.Read(text, new(start, close)) is { } cited ? new(new(at, close + Close.Length), cited) : null;
    }

    private TextMark? Raised(int at, int end)
    {
        var stop = at;
        while (
            stop < end && stop - at < LongestRaised && (TextSigns.Raised(text[stop]) >= 0 || IsBetweenRaised(stop, end))
        )
            stop++;
        var letters = 0;
        while (at - letters > 0 && letters < 3 && char.IsLetter(text[at - letters - 1]))
            letters++;
        if (at == 0 || letters is 1 or 2 || char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '⁻' or '⁺')
            return null;
        var cited = _numbers.ReadRaised(text, new(at, stop));
        return cited is null || references.HasEntries && letters > 0 && cited.Any(c => c.Reference is null)
            ? null
            : new(new(at, stop), cited);
    }

    private bool IsBetweenRaised(int at, int end) =>
        text[at] is ',' or '˒' or '⁻' or '–' or '-' && at + 1 < end && TextSigns.Raised(text[at + 1]) >= 0;

    /// <summary>The partner of a bracket; -1 when another one opens before it or it is far away.</summary>
    private int CloseOf(int at, int end, string pair, char close)
    {
        var span = text.AsSpan(at + 1, Math.Min(end - at - 1, LongestBrackets));
        var found = span.IndexOfAny(pair);
        return found >= 0 && span[found] == close ? at + 1 + found : -1;
    }
}
