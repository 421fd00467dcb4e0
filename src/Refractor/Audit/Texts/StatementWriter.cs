namespace Refractor.Audit.Texts;

/// <summary>Turns blocks into statements.</summary>
internal sealed class StatementWriter(string text, TextLines lines, MarkReader marks, Placed placed)
{
    private readonly List<TextStatement> _statements = [];
    private readonly HeadingStack _headings = new();
    private int _paragraph;
    private int _sentence;

    /// <summary>The statements written so far, in text order.</summary>
    public List<TextStatement> Statements => _statements;

    /// <summary>Writes the statements of a block.</summary>
    public void Add(TextBlock block, bool isLast)
    {
        var plain = PlainTextBuilder.Build(text, block, marks, placed);
        EndHeadings(block);
        if (plain.Words.Length > 0)
            AddWords(block, plain, isLast);
        else if (plain.Marks.Count > 0)
            AddMarks(plain.Marks);
        _paragraph++;
    }

    /// <summary>Takes up words that belong to no block, so that none are lost.</summary>
    public void AddLoose(IEnumerable<TextSpan> loose)
    {
        foreach (var span in loose)
        {
            var words = new string([
                .. text.AsSpan(span.Start, span.Length).ToString().Where(c => !TextSigns.IsInvisible(c)),
            ]);
            _statements.Add(
                Statement(span, words, isHeading: true, [], []) with
                {
                    Paragraph = _paragraph++,
                    Sentence = _sentence++,
                }
            );
        }
        _statements.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    private void EndHeadings(TextBlock block)
    {
        if (block.Kind != BlockKind.TableRow)
            _headings.End(HeadingStack.Table);
        if (block.Kind is BlockKind.Paragraph or BlockKind.Item)
            _headings.End(HeadingStack.Lead + block.Level);
        else if (block.Kind == BlockKind.Heading)
            _headings.End(block.Level);
    }

    private void AddWords(TextBlock block, PlainText plain, bool isLast)
    {
        if (block.Kind is BlockKind.Paragraph or BlockKind.Item)
            AddProse(block, plain, isLast);
        else
            AddWhole(block, plain);
    }

    private void AddWhole(TextBlock block, PlainText plain)
    {
        var whole = new TextSpan(0, Math.Max(1, plain.Words.TrimEnd(',', ' ').Length));
        var isHeading = block.Kind != BlockKind.TableRow;
        Write(plain, whole, isHeading, plain.Marks.SelectMany(m => m.Citations));
        _sentence++;
        if (block.Kind == BlockKind.Heading)
            _headings.Begin(block.Level, plain.Words);
        else if (block.Kind == BlockKind.TableHead)
            _headings.Begin(HeadingStack.Table, plain.Words);
    }

    private void AddProse(TextBlock block, PlainText plain, bool isLast)
    {
        var lead = Titles.IsTitle(block, plain, isLast) ? plain.Words.Length : Lead.EndOf(plain, block.Kind);
        var next = 0;
        if (lead > 0)
        {
            var led = Upto(plain, ref next, lead);
            Write(plain, plain.Trim(new(0, lead)), isHeading: true, led.SelectMany(m => m.Citations));
            _sentence++;
            var isTitle = lead == plain.Words.Length && block.Kind == BlockKind.Paragraph;
            _headings.Begin(isTitle ? HeadingStack.Title : HeadingStack.Lead + block.Level, plain.Words[..lead]);
        }
        var sentences = SentenceCutter.Cut(plain, lead);
        for (var i = 0; i < sentences.Count; i++)
        {
            var until = i + 1 < sentences.Count ? sentences[i + 1].Start : plain.Words.Length;
            AddSentence(plain, sentences[i], Upto(plain, ref next, until));
        }
    }

    private void AddSentence(PlainText plain, TextSpan sentence, List<TextMark> own)
    {
        var parts = ClauseCutter.Cut(plain, sentence, own);
        var citations = CitationPlacer.Place(plain, parts, own);
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
                PlaceGap(plain, parts[i - 1], parts[i]);
            else if (parts[0].Start > sentence.Start)
                PlaceGap(plain, new(sentence.Start, sentence.Start + 1), parts[0]);
            Write(plain, WithoutEnd(plain, parts[i], own), isHeading: false, citations[i]);
        }
        _sentence++;
    }

    /// <summary>The connective between two parts belongs to neither.</summary>
    private void PlaceGap(PlainText plain, TextSpan before, TextSpan after) =>
        placed.Add(plain.PlaceOf(before).End - (before.Length == 1 ? 1 : 0), plain.PlaceOf(after).Start);

    /// <summary>A full stop behind the citation mark is left out, so that the statement ends before its mark.</summary>
    private static TextSpan WithoutEnd(PlainText plain, TextSpan part, List<TextMark> own)
    {
        var end = part.End;
        while (end > part.Start + 1 && plain.Words[end - 1] is '.' or ',' or ';' or ' ' or ':')
            end--;
        return own.Exists(m => m.At >= end && m.At < part.End) ? new(part.Start, end) : part;
    }

    private static List<TextMark> Upto(PlainText plain, ref int next, int end)
    {
        var found = new List<TextMark>();
        for (; next < plain.Marks.Count && plain.Marks[next].At <= end; next++)
            found.Add(plain.Marks[next]);
        return found;
    }

    private void Write(PlainText plain, TextSpan span, bool isHeading, IEnumerable<Citation> citations)
    {
        var floor = _statements.Count > 0 ? _statements[^1].Start + _statements[^1].Length : 0;
        var place = Widen(plain.PlaceOf(span), floor);
        placed.Add(place.Start, place.End);
        _statements.Add(
            Statement(place, plain.Words.Substring(span.Start, span.Length), isHeading, _headings.Words, [.. citations])
        );
    }

    /// <summary>Signs of emphasis at both ends belong to the statement.</summary>
    private TextSpan Widen(TextSpan place, int floor)
    {
        var (start, end) = (place.Start, place.End);
        while (start > floor && TextSigns.IsEmphasis(text[start - 1]))
            start--;
        while (end < text.Length && TextSigns.IsEmphasis(text[end]))
            end++;
        return new(start, end);
    }

    private TextStatement Statement(
        TextSpan place,
        string words,
        bool isHeading,
        IReadOnlyList<string> headings,
        IReadOnlyList<Citation> citations
    )
    {
        var (line, column) = lines.PlaceOf(place.Start);
        return new()
        {
            Start = place.Start,
            Length = place.Length,
            Line = line,
            Column = column,
            Text = text.Substring(place.Start, place.Length),
            Plain = words,
            IsHeading = isHeading,
            Headings = headings,
            Paragraph = _paragraph,
            Sentence = _sentence,
            Citations = citations,
        };
    }

    /// <summary>Marks without words stand for the statement before them; where there is none, they are kept as a heading.</summary>
    private void AddMarks(IReadOnlyList<TextMark> alone)
    {
        IEnumerable<Citation> citations = alone.SelectMany(m => m.Citations);
        if (_statements.Count > 0)
        {
            _statements[^1] = _statements[^1] with { Citations = [.. _statements[^1].Citations, .. citations] };
            return;
        }
        var place = new TextSpan(alone[0].Place.Start, alone[^1].Place.End);
        _statements.Add(Statement(place, text[place.Start..place.End], isHeading: true, [], [.. citations]));
        _sentence++;
    }
}
