namespace Refractor.Audit.Texts;

/// <summary>Which characters of the original have found their place: in a statement, a reference, a mark, a marker or markup.</summary>
internal sealed class Placed(string text)
{
    private readonly bool[] _placed = new bool[text.Length];

    /// <summary>Counts a stretch as placed.</summary>
    public void Add(int start, int end) => Array.Fill(_placed, true, start, end - start);

    /// <summary>Stretches that hold a letter or digit without a place, cut at line breaks and at what has one.</summary>
    public IEnumerable<TextSpan> Loose()
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (_placed[at] || !char.IsLetterOrDigit(text[at]))
                continue;
            var (start, last) = (at, at);
            for (; at < text.Length && !_placed[at] && text[at] is not ('\n' or '\r'); at++)
                last = char.IsLetterOrDigit(text[at]) ? at : last;
            yield return new(start, last + 1);
        }
    }
}
