namespace Refractor.Audit.Texts;

/// <summary>The lines of a text, broken at LF, CR or both, and the line and column of a place.</summary>
internal sealed class TextLines
{
    private readonly List<int> _starts = [0];

    /// <summary>Finds the lines.</summary>
    public TextLines(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r'))
                continue;
            All.Add(new(start, i));
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            start = i + 1;
            _starts.Add(start);
        }
        All.Add(new(start, text.Length));
    }

    /// <summary>Every line without its break.</summary>
    public List<TextSpan> All { get; } = [];

    /// <summary>Line and column of a place, both from 1.</summary>
    public (int Line, int Column) PlaceOf(int at)
    {
        var found = _starts.BinarySearch(at);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, at - _starts[line] + 1);
    }
}
