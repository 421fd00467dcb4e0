using System.Globalization;

namespace Refractor.Audit.Texts;

/// <summary>An entry of a reference list before it is read.</summary>
/// <param name="Marker">Where its number or bullet stands.</param>
/// <param name="Place">The entry without its marker.</param>
/// <param name="Key">Its number; null for none.</param>
internal readonly record struct EntryPiece(int Marker, TextSpan Place, string? Key);

/// <summary>Cuts a reference list into entries: at the markers of its lines, at numbers that count on within a line, or at lines.</summary>
internal sealed class EntrySplitter(string text)
{
    private readonly List<EntryPiece> _pieces = [];

    /// <summary>Cuts the lines. A number alone at the end of the last entry is the number of a page and left out.</summary>
    public static List<EntryPiece> Split(string text, List<TextSpan> lines)
    {
        var splitter = new EntrySplitter(text);
        var isMarked = lines.Exists(l => EntryMarker.Of(text, l).Length > 0);
        foreach (var line in lines)
            splitter.AddLine(line, isMarked);
        splitter.DropPageNumber();
        splitter._pieces.RemoveAll(p => p.Place.Length == 0 || !LineMarker.HoldsWords(text, p.Place));
        return splitter._pieces;
    }

    private void AddLine(TextSpan line, bool isMarked)
    {
        var content = line.Trim(text);
        if (content.Length == 0)
            return;
        var marker = EntryMarker.Of(text, line);
        if (marker.Length > 0)
            AddNumbered(line.Start, new TextSpan(line.Start + marker.Length, line.End).Trim(text), marker.Key);
        else if (isMarked && _pieces.Count > 0)
            _pieces[^1] = _pieces[^1] with { Place = new(_pieces[^1].Place.Start, content.End) };
        else
            _pieces.Add(new(content.Start, content, null));
    }

    private void AddNumbered(int marker, TextSpan content, string? key)
    {
        var (start, from) = (content.Start, marker);
        while (key is not null && Next(start, content.End, key) is { } next)
        {
            _pieces.Add(new(from, new TextSpan(start, next.At).Trim(text), key));
            (from, start, key) = (next.At, next.Content, next.Key);
        }
        _pieces.Add(new(from, new(Math.Min(start, content.End), content.End), key));
    }

    /// <summary>The entry that counts on from a number within a line.</summary>
    private (int At, int Content, string Key)? Next(int start, int end, string key)
    {
        if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        var next = (number + 1).ToString(CultureInfo.InvariantCulture);
        for (var at = start + 1; at + next.Length + 2 < end; at++)
        {
            if (!TextSigns.IsBlank(text[at - 1]))
                continue;
            var digits = text[at] == '[' ? at + 1 : at;
            var after = digits + next.Length;
            if (after + 2 >= end || string.CompareOrdinal(text, digits, next, 0, next.Length) != 0)
                continue;
            var isMarker =
                digits > at ? text[after] == ']' : text[after] is '.' or ')' && TextSigns.IsBlank(text[after + 1]);
            var content = TextSigns.SkipBlank(text, after + 1, end);
            if (isMarker && content < end && IsStart(text[content]) && EndsEntry(at - 1, start))
                return (at, content, next);
        }
        return null;
    }

    private static bool IsStart(char c) => char.IsUpper(c) || char.IsLower(c) || c is '"' or '“' or '*' or '_' or '[';

    /// <summary>Whether an entry may end before a place: with punctuation, a digit or an address.</summary>
    private bool EndsEntry(int at, int start)
    {
        while (at > start && TextSigns.IsBlank(text[at]))
            at--;
        if (text[at] is '.' or ')' or ']' or '/' || char.IsAsciiDigit(text[at]))
            return true;
        for (var i = at; i > start && !TextSigns.IsBlank(text[i]); i--)
        {
            if (text[i] == '/')
                return true;
        }
        return false;
    }

    private void DropPageNumber()
    {
        if (_pieces.Count == 0)
            return;
        var place = _pieces[^1].Place;
        var at = place.End;
        if (at > place.Start && text[at - 1] == '.')
            at--;
        var digits = at;
        while (digits > place.Start && at - digits < 3 && char.IsAsciiDigit(text[digits - 1]))
            digits--;
        if (digits == at || digits - 2 < place.Start || !TextSigns.IsBlank(text[digits - 1]))
            return;
        var before = new TextSpan(place.Start, digits).Trim(text);
        if (before.Length > 0 && text[before.End - 1] is '.' or ')')
            _pieces[^1] = _pieces[^1] with { Place = before };
    }
}
