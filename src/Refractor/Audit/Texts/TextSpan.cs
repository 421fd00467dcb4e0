namespace Refractor.Audit.Texts;

/// <summary>A stretch of a text, from <paramref name="Start"/> up to but without <paramref name="End"/>.</summary>
internal readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>The stretch without white space at both ends.</summary>
    public TextSpan Trim(string text)
    {
        var (start, end) = (Start, End);
        while (start < end && TextSigns.IsBlank(text[start]))
            start++;
        while (end > start && TextSigns.IsBlank(text[end - 1]))
            end--;
        return new(start, end);
    }
}
