namespace Refractor.Audit.Texts;

/// <summary>Puts lines together to paragraphs, headings, list entries, table rows and stretches of code.</summary>
internal sealed class BlockReader
{
    private readonly string _text;
    private readonly List<TextSpan> _lines;
    private readonly List<TextBlock> _blocks = [];
    private readonly Placed _placed;
    private readonly int[] _fences;
    private bool _open;
    private int _tableUntil = -1;

    private BlockReader(string text, List<TextSpan> lines, Placed placed)
    {
        _placed = placed;
        _text = text;
        _lines = lines;
        _fences = Fences();
    }

    /// <summary>Reads the blocks of some lines; sentences that were broken over two paragraphs stand in one.</summary>
    public static List<TextBlock> Read(string text, List<TextSpan> lines, Placed placed)
    {
        var reader = new BlockReader(text, lines, placed);
        reader.ReadLines();
        return BrokenParagraphs.Join(text, reader._blocks);
    }

    private void ReadLines()
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_fences[i] > i)
            {
                AddCode(i, _fences[i]);
                i = _fences[i];
                continue;
            }
            ReadLine(i);
        }
    }

    private void ReadLine(int i)
    {
        var marker = LineMarker.Of(_text, _lines[i]);
        _placed.Add(_lines[i].Start, marker.Content);
        var content = WithoutDash(new TextSpan(marker.Content, _lines[i].End).Trim(_text));
        if (LineMarker.IsFence(_text, _lines[i]))
            _open = false;
        else if (content.Length == 0 || LineMarker.IsRule(_text, content))
            EndOrUnderline(content);
        else if (marker.Heading > 0)
            Add(BlockKind.Heading, marker.Heading, content, stays: false);
        else if (i <= _tableUntil || StartsTable(i, content))
            AddRow(i, content);
        else if (marker.IsItem)
            Add(BlockKind.Item, marker.Indent, content, stays: true);
        else if (_open && !IsTitleAbove(content))
            _blocks[^1].Lines.Add(content);
        else
            Add(BlockKind.Paragraph, marker.Indent, content, stays: true);
    }

    /// <summary>A dash alone at the end of a line is the bullet of the next one.</summary>
    private TextSpan WithoutDash(TextSpan line) =>
        line.Length > 2 && _text[line.End - 1] == '-' && TextSigns.IsBlank(_text[line.End - 2])
            ? new TextSpan(line.Start, line.End - 1).Trim(_text)
            : line;

    private void Add(BlockKind kind, int level, TextSpan content, bool stays)
    {
        var block = new TextBlock(kind, level);
        block.Lines.Add(content);
        _blocks.Add(block);
        _open = stays;
    }

    private void EndOrUnderline(TextSpan rule)
    {
        if (
            _open
            && rule.Length >= 3
            && _blocks[^1] is { Kind: BlockKind.Paragraph, Lines: [var title] }
            && IsTitle(title)
        )
            _blocks[^1] = _blocks[^1] with { Kind = BlockKind.Heading, Level = _text[rule.Start] == '=' ? 1 : 2 };
        _open = false;
    }

    /// <summary>Whether the open paragraph is one short line without an end, and the next line starts a sentence of its own.</summary>
    private bool IsTitleAbove(TextSpan next) =>
        _blocks[^1] is { Kind: BlockKind.Paragraph, Lines: [var title] }
        && title.Length < 60
        && title.Length * 4 < next.Length * 3
        && char.IsUpper(_text[next.Start])
        && IsTitle(title);

    private bool IsTitle(TextSpan line) =>
        _text[line.End - 1] is not ('.' or ',' or ';' or ']' or ')' or '-')
        && line.Length < 120
        && (char.IsUpper(_text[line.Start]) || !char.IsLetter(_text[line.Start]))
        && !TextWord.Of(_text, line.Start, line.End).Exists(w => w.IsVerb);

    private bool StartsTable(int i, TextSpan content)
    {
        if (_text[content.Start] == '|')
            return true;
        return i + 1 < _lines.Count
            && _text.AsSpan(content.Start, content.Length).Contains('|')
            && LineMarker.IsTableRule(_text, _lines[i + 1].Trim(_text));
    }

    private void AddRow(int i, TextSpan content)
    {
        if (LineMarker.IsTableRule(_text, content))
            return;
        var isHead =
            i > _tableUntil && i + 1 < _lines.Count && LineMarker.IsTableRule(_text, _lines[i + 1].Trim(_text));
        Add(isHead ? BlockKind.TableHead : BlockKind.TableRow, 0, content, stays: false);
        if (i <= _tableUntil)
            return;
        _tableUntil = i;
        while (
            _tableUntil + 1 < _lines.Count
            && _text.AsSpan(_lines[_tableUntil + 1].Start, _lines[_tableUntil + 1].Length).Contains('|')
        )
            _tableUntil++;
    }

    private void AddCode(int from, int to)
    {
        var block = new TextBlock(BlockKind.Code, 0);
        for (var i = from; i < to; i++)
        {
            var line = _lines[i].Trim(_text);
            if (line.Length > 0)
                block.Lines.Add(line);
        }
        _blocks.Add(block);
        _open = false;
    }

    /// <summary>For each line that opens a fence, the line that closes it; 0 otherwise. A fence around Markdown is no fence, nor is one left open.</summary>
    private int[] Fences()
    {
        var closes = new int[_lines.Count];
        var open = -1;
        for (var i = 0; i < _lines.Count; i++)
        {
            if (!LineMarker.IsFence(_text, _lines[i]))
                continue;
            if (open >= 0 && !LineMarker.HoldsWords(_text, _lines[i]))
                (closes[open], open) = (i, -1);
            else if (!LineMarker.IsMarkdownFence(_text, _lines[i]))
                open = i;
        }
        return closes;
    }
}
