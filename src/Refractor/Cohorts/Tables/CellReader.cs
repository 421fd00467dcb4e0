using System.Text;

namespace Refractor.Cohorts.Tables;

/// <summary>
/// Splits text into lines and cells. Lines end with LF, CR LF or CR alone; a cell in quotation marks may hold separators, line ends and
/// doubled marks (RFC 4180).
/// </summary>
internal sealed class CellReader(string text)
{
    private int _position;

    /// <summary>The line at which the next row begins, counted from 1.</summary>
    public int Line { get; private set; } = 1;

    public bool AtEnd => _position >= text.Length;

    /// <summary>Takes a whole line without splitting it.</summary>
    public string TakeLine()
    {
        var start = _position;
        while (_position < text.Length && text[_position] is not ('\n' or '\r'))
            _position++;
        var line = text[start.._position];
        SkipLineEnd();
        return line;
    }

    /// <summary>The next line without taking it.</summary>
    public string PeekLine()
    {
        var (position, line) = (_position, Line);
        var text = TakeLine();
        (_position, Line) = (position, line);
        return text;
    }

    /// <summary>Takes the cells of the next row.</summary>
    public List<string> TakeRow(char separator)
    {
        var cells = new List<string>();
        do cells.Add(TakeCell(separator));
        while (Skip(separator));
        SkipLineEnd();
        return cells;
    }

    private string TakeCell(char separator)
    {
        if (_position < text.Length && text[_position] == '"' && TryTakeQuoted(separator) is { } quoted)
            return quoted;
        var start = _position;
        while (_position < text.Length && text[_position] != separator && text[_position] is not ('\n' or '\r'))
            _position++;
        return text[start.._position].Trim();
    }

    /// <summary>A cell in quotation marks; null, and nothing taken, if the mark is no more than a character of the cell.</summary>
    private string? TryTakeQuoted(char separator)
    {
        var cell = new StringBuilder();
        var (at, lines) = (_position + 1, 0);
        for (; at < text.Length; at++)
        {
            if (text[at] == '\n')
                lines++;
            if (text[at] != '"')
                cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[at++]);
            else
                break;
        }
        var ends = at + 1 >= text.Length || text[at + 1] == separator || text[at + 1] is '\n' or '\r';
        if (at >= text.Length || !ends)
            return null;
        _position = at + 1;
        Line += lines;
        return cell.ToString().Trim();
    }

    private bool Skip(char separator)
    {
        if (_position >= text.Length || text[_position] != separator)
            return false;
        _position++;
        return true;
    }

    private void SkipLineEnd()
    {
        if (_position >= text.Length)
            return;
        if (text[_position] == '\r' && _position + 1 < text.Length && text[_position + 1] == '\n')
            _position++;
        _position++;
        Line++;
    }
}
