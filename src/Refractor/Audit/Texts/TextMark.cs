namespace Refractor.Audit.Texts;

/// <summary>A stretch of the original that cites something.</summary>
/// <param name="Place">The stretch, brackets included.</param>
/// <param name="Citations">What it cites, in its order.</param>
internal sealed record TextMark(TextSpan Place, IReadOnlyList<Citation> Citations)
{
    /// <summary>Where it stands in the plain words: before the character with this number.</summary>
    public int At { get; set; }

    /// <summary>Whether the authors are part of the sentence: "Burger et al. (2003) found …".</summary>
    public bool IsNarrative { get; init; }

    /// <summary>Whether bold words follow after a space, as where copying from a PDF has moved the mark.</summary>
    public bool MayHaveMoved { get; set; }
}
