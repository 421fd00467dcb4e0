namespace Refractor.Audit.Texts;

/// <summary>The words of a block without markup and citation marks, and where each character stands in the original.</summary>
internal sealed class PlainText
{
    private readonly TextSpan[] _places;

    /// <summary>Takes in the words with a place for each character, and the marks in text order.</summary>
    public PlainText(string words, TextSpan[] places, IReadOnlyList<TextMark> marks, IReadOnlyList<TextSpan> bold)
    {
        Words = words;
        _places = places;
        Marks = marks;
        Bold = bold;
        Brackets = new(words);
        foreach (var mark in marks)
            mark.At = Brackets.After(mark.At);
    }

    /// <summary>The words, with one space between them.</summary>
    public string Words { get; }

    /// <summary>The citation marks.</summary>
    public IReadOnlyList<TextMark> Marks { get; }

    /// <summary>Stretches of the words that stand in bold.</summary>
    public IReadOnlyList<TextSpan> Bold { get; }

    /// <summary>Where brackets stand in the words.</summary>
    public Brackets Brackets { get; }

    /// <summary>The stretch of the original from the first to the last character of a stretch that is not empty.</summary>
    public TextSpan PlaceOf(TextSpan span) => new(_places[span.Start].Start, _places[span.End - 1].End);

    /// <summary>A stretch without spaces at both ends.</summary>
    public TextSpan Trim(TextSpan span) => span.Trim(Words);
}
