namespace Refractor.Benchmarks.Audit;

/// <summary>A text of seeded sentences with the place of each.</summary>
/// <param name="Name">File name.</param>
/// <param name="Text">The text with its reference list, Markdown.</param>
/// <param name="Sentences">Its sentences in text order.</param>
public sealed record SeededText(string Name, string Text, IReadOnlyList<PlacedSentence> Sentences);

/// <summary>A sentence in its text.</summary>
/// <param name="Sentence">The sentence with what is known of it.</param>
/// <param name="Start">Place of its first character, from 0, in UTF-16 units.</param>
/// <param name="Length">Length without citation and full stop.</param>
/// <param name="Reference">Number of the reference that is cited, from 1.</param>
public sealed record PlacedSentence(SeededSentence Sentence, int Start, int Length, int Reference)
{
    /// <summary>Index after its last character.</summary>
    public int End => Start + Length;
}
