using System.Text;

namespace Refractor.Audit.Texts;

/// <summary>Strips markup and citation marks from the lines of a block.</summary>
internal sealed class PlainTextBuilder
{
    private readonly string _text;
    private readonly MarkReader _reader;
    private readonly Placed _placed;
    private readonly bool _isRow;
    private readonly StringBuilder _words = new();
    private readonly List<TextSpan> _places = [];
    private readonly List<TextMark> _marks = [];
    private readonly List<TextSpan> _bold = [];
    private int _boldFrom = -1;
    private TextSpan _space = new(-1, -1);
    private TextSpan _linkEnd = new(-1, -1);

    private PlainTextBuilder(string text, MarkReader reader, Placed placed, bool isRow)
    {
        _text = text;
        _reader = reader;
        _placed = placed;
        _isRow = isRow;
    }

    /// <summary>Reads a block; what is markup or mark counts as placed.</summary>
    public static PlainText Build(string text, TextBlock block, MarkReader reader, Placed placed)
    {
        var isRow = block.Kind is BlockKind.TableHead or BlockKind.TableRow;
        var builder = new PlainTextBuilder(text, reader, placed, isRow);
        foreach (var line in block.Lines)
        {
            for (var at = line.Start; at < line.End; )
                at = block.Kind == BlockKind.Code ? builder.Copy(at) : builder.Read(at, line.End);
            builder._space = new(line.End, line.End);
        }
        return new(builder._words.ToString(), [.. builder._places], builder._marks, builder._bold);
    }

    private int Read(int at, int end)
    {
        var c = _text[at];
        if (at == _linkEnd.Start)
            return EndLink();
        if (_reader.At(at, end) is { } mark)
            return AddMark(mark, end);
        return c switch
        {
            '*' or '_' or '`' or '~' => Emphasis(at, end),
            '\\'
                when at + 1 < end && char.IsAsciiLetterOrDigit(_text[at + 1]) == false && char.IsAscii(_text[at + 1]) =>
                Hide(at, at + 1),
            '[' or '!' => Link(at, end),
            '<' => Tag(at, end),
            '&' => Entity(at, end),
            '|' when _isRow => Cell(at),
            ')' => CloseBracket(at),
            _ => Copy(at),
        };
    }

    private int Copy(int at)
    {
        var c = _text[at];
        if (TextSigns.IsInvisible(c))
            return at + 1;
        if (TextSigns.IsBlank(c))
            _space = _space.Start < 0 ? new(at, at + 1) : _space;
        else
            Emit(SafeSign(at), new(at, at + 1));
        return at + 1;
    }

    private char SafeSign(int at)
    {
        var c = _text[at];
        var isLone =
            char.IsHighSurrogate(c) && (at + 1 >= _text.Length || !char.IsLowSurrogate(_text[at + 1]))
            || char.IsLowSurrogate(c) && (at == 0 || !char.IsHighSurrogate(_text[at - 1]));
        return isLone ? '\uFFFD' : c;
    }

    private void Emit(char c, TextSpan place)
    {
        if (_space.Start >= 0 && _words.Length > 0 && !SplitWords.JoinsAt(_words, _text, place.Start))
        {
            _words.Append(' ');
            _places.Add(_space);
        }
        _space = new(-1, -1);
        _words.Append(c);
        _places.Add(place);
    }

    private int Hide(int start, int end)
    {
        _placed.Add(start, end);
        return end;
    }

    private int AddMark(TextMark mark, int end)
    {
        mark.At = _words.Length;
        var stop = mark.Place.End;
        mark.MayHaveMoved =
            stop + 2 < end && TextSigns.IsBlank(_text[stop]) && _text[stop + 1] == '*' && _text[stop + 2] == '*';
        _marks.Add(mark);
        Hide(mark.Place.Start, stop);
        var next = TextSigns.SkipBlank(_text, stop, end);
        if (next < end && _text[next] is ',' or ';')
        {
            var second = TextSigns.SkipBlank(_text, next + 1, end);
            if (second + 1 < end && _text[second] == '[' && char.IsAsciiDigit(_text[second + 1]))
                return second;
        }
        if (stop < end && char.IsLetterOrDigit(_text[stop]))
            _space = new(stop, stop);
        return stop;
    }

    private int Emphasis(int at, int end)
    {
        var c = _text[at];
        var stop = at;
        while (stop < end && _text[stop] == c)
            stop++;
        var before = at > 0 ? _text[at - 1] : ' ';
        var after = stop < end ? _text[stop] : ' ';
        var isWord = c switch
        {
            '~' => stop - at < 2,
            '_' => char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after),
            '*' => stop - at == 1
                && (
                    char.IsLetterOrDigit(before) && char.IsAsciiDigit(after)
                    || TextSigns.IsBlank(before) && TextSigns.IsBlank(after) && stop < end
                ),
            _ => false,
        };
        if (isWord)
            return Copy(at);
        if (stop - at >= 2 && c is '*' or '_')
            ToggleBold();
        return Hide(at, stop);
    }

    private void ToggleBold()
    {
        if (_boldFrom >= 0)
            _bold.Add(new(_boldFrom, _words.Length));
        _boldFrom = _boldFrom >= 0 ? -1 : _words.Length + (_space.Start >= 0 && _words.Length > 0 ? 1 : 0);
    }

    private int Link(int at, int end)
    {
        var open = _text[at] == '!' ? at + 1 : at;
        if (open >= end || _text[open] != '[' || _linkEnd.Start > at)
            return Copy(at);
        var span = _text.AsSpan(open + 1, Math.Min(500, end - open - 1));
        var close = span.IndexOfAny('[', ']');
        if (close < 0 || span[close] != ']' || open + close + 3 >= end || _text[open + close + 2] != '(')
            return Copy(at);
        close += open + 1;
        var address = _text.AsSpan(close + 2, Math.Min(1000, end - close - 2)).IndexOfAny(" )");
        var stop = address < 0 ? -1 : _text.IndexOf(')', close + 2 + address, Math.Min(300, end - close - 2 - address));
        if (stop < 0)
            return Copy(at);
        _linkEnd = new(close, stop + 1);
        return Hide(at, open + 1);
    }

    private int EndLink()
    {
        var link = _linkEnd;
        _linkEnd = new(-1, -1);
        if (_reader.OfLink(link, new(link.Start + 2, link.End - 1)) is { } mark)
        {
            mark.At = _words.Length;
            _marks.Add(mark);
        }
        return Hide(link.Start, link.End);
    }

    private int Tag(int at, int end)
    {
        var span = _text.AsSpan(at + 1, Math.Min(200, end - at - 1));
        var close = span.IndexOfAny('<', '>');
        if (
            close <= 0
            || span[close] != '>'
            || !(char.IsAsciiLetter(span[0]) || span[0] == '/' && close > 1 && char.IsAsciiLetter(span[1]))
        )
            return Copy(at);
        if (span.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            return Copy(at);
        var name = span[..close].Trim('/');
        if (name is not ("sup" or "sub" or "b" or "i" or "em" or "strong" or "u" or "span"))
            _space = new(at, at);
        return Hide(at, at + close + 2);
    }

    private int Entity(int at, int end)
    {
        var close = _text.AsSpan(at, Math.Min(10, end - at)).IndexOf(';');
        if (close < 2)
            return Copy(at);
        if (Entities.Find(_text.Substring(at + 1, close - 1)) is not { } decoded)
            return Copy(at);
        if (TextSigns.IsBlank(decoded))
            _space = new(at, at);
        else if (!TextSigns.IsInvisible(decoded))
            Emit(decoded, new(at, at + close + 1));
        return Hide(at, at + close + 1);
    }

    private int Cell(int at)
    {
        if (_words.Length > 0 && _words[^1] is not (',' or '.' or ':' or ';'))
        {
            _space = new(-1, -1);
            Emit(',', new(at, at + 1));
        }
        _space = new(at, at);
        return at + 1;
    }

    /// <summary>Brackets that held only marks leave nothing behind; a separator before a mark goes with it.</summary>
    private int CloseBracket(int at)
    {
        var length = _words.Length;
        while (length > 0 && _words[length - 1] is ' ' or ',' or ';' or ':' or '.')
            length--;
        var held = _marks.Count > 0 && _marks[^1].At >= length && _words.Length > 0;
        if (!held || length == 0)
            return Copy(at);
        if (_words[length - 1] == '(')
        {
            Cut(length - 1);
            while (_words.Length > 0 && _words[^1] == ' ')
                Cut(_words.Length - 1);
            return Hide(at, at + 1);
        }
        Cut(length);
        return Copy(at);
    }

    private void Cut(int length)
    {
        _words.Length = length;
        _places.RemoveRange(length, _places.Count - length);
        for (var i = _marks.Count - 1; i >= 0 && _marks[i].At > length; i--)
            _marks[i].At = length;
        _space = new(-1, -1);
    }
}
