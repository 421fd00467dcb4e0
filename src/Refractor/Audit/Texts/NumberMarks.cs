using System.Globalization;

namespace Refractor.Audit.Texts;

/// <summary>Citations by number: "1", "1,2", "1-3", "^note".</summary>
internal sealed class NumberMarks(ReferenceIndex references)
{
    private const int LongestRange = 50;

    /// <summary>The citations of a stretch that holds numbers and nothing else; null for any other stretch.</summary>
    public IReadOnlyList<Citation>? Read(string text, TextSpan inner)
    {
        if (inner.Length is 0 or > 200)
            return null;
        var citations = new List<Citation>();
        var start = inner.Start;
        for (var at = inner.Start; at <= inner.End; at++)
        {
            if (at < inner.End && text[at] is not (',' or ';'))
                continue;
            if (!AddPiece(text, new TextSpan(start, at).Trim(text), citations))
                return null;
            start = at + 1;
        }
        return citations;
    }

    /// <summary>The citations of raised digits; null when they are no numbers.</summary>
    public IReadOnlyList<Citation>? ReadRaised(string text, TextSpan place)
    {
        var plain = string.Concat(
            text.AsSpan(place.Start, place.Length)
                .ToString()
                .Select(c =>
                    TextSigns.Raised(c) is >= 0 and var digit
                        ? (char)('0' + digit)
                        : c switch
                        {
                            '⁻' => '-',
                            '˒' => ',',
                            _ => c,
                        }
                )
        );
        return Read(plain, new(0, plain.Length)) is { } read
            ? [.. read.Select(c => c with { Start = place.Start + c.Start })]
            : null;
    }

    /// <summary>The citations from the one read to the number in a second pair of brackets; null when that is no range.</summary>
    public IReadOnlyList<Citation>? Range(
        IReadOnlyList<Citation> first,
        string text,
        TextSpan second,
        TextSpan place
    ) =>
        first is [var from]
        && int.TryParse(from.Mark, CultureInfo.InvariantCulture, out var low)
        && int.TryParse(
            text.AsSpan(second.Start, second.Length),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var high
        )
        && high > low
        && high - low <= LongestRange
            ?
            [
                .. Enumerable
                    .Range(low, high - low + 1)
                    .Select(n => Of(n.ToString(CultureInfo.InvariantCulture), place)),
            ]
            : null;

    private bool AddPiece(string text, TextSpan piece, List<Citation> citations)
    {
        var start = piece.Start;
        if (start < piece.End && text[start] == '^')
            return AddNote(text, piece, citations);
        var stop = TextSigns.SkipDigits(text, start, piece.End);
        while (stop < piece.End && text[stop] == '\\')
            stop++;
        if (stop == start || stop - start > 6)
            return false;
        if (stop == piece.End)
        {
            citations.Add(Of(Digits(text, start, stop), piece));
            return true;
        }
        var second = TextSigns.SkipBlank(text, stop, piece.End);
        if (!TextSigns.IsDash(text[second]))
            return false;
        second = TextSigns.SkipBlank(text, second + 1, piece.End);
        var last = TextSigns.SkipDigits(text, second, piece.End);
        if (last == second || last - second > 6 || text.AsSpan(last, piece.End - last).ContainsAnyExcept('\\'))
            return false;
        AddRange(Digits(text, start, stop), Digits(text, second, last), piece, citations);
        return true;
    }

    private bool AddNote(string text, TextSpan piece, List<Citation> citations)
    {
        var name = text[(piece.Start + 1)..piece.End].TrimEnd('\\');
        if (name.Length is 0 or > 30 || !name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'))
            return false;
        citations.Add(Of(name, piece));
        return true;
    }

    private void AddRange(string from, string to, TextSpan place, List<Citation> citations)
    {
        var (low, high) = (int.Parse(from, CultureInfo.InvariantCulture), int.Parse(to, CultureInfo.InvariantCulture));
        if (high <= low || high - low > LongestRange)
            citations.Add(new($"{from}-{to}", place.Start, place.Length, null, null));
        else
            for (var n = low; n <= high; n++)
                citations.Add(Of(n.ToString(CultureInfo.InvariantCulture), place));
    }

    private Citation Of(string key, TextSpan place) =>
        new(key, place.Start, place.Length, references.WithKey(key), null);

    private static string Digits(string text, int start, int stop)
    {
        var digits = text[start..stop].TrimEnd('\\').TrimStart('0');
        return digits.Length == 0 ? "0" : digits;
    }
}
