using Refractor.Vocabulary;

namespace Refractor.Answers.Reading;

/// <summary>A name found in a text.</summary>
/// <param name="Entry">What it stands for.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="Count">Number of words.</param>
internal sealed record Mention(NameEntry Entry, int First, int Count)
{
    public int End => First + Count;
}

/// <summary>The names found in a text, with the words that led to nothing.</summary>
/// <param name="Words">All words.</param>
/// <param name="Mentions">Names in order of their place; a place can carry several.</param>
/// <param name="Unknown">Words that led to nothing and look like more than ordinary words.</param>
/// <param name="Corrections">Words read as others.</param>
internal sealed record TextReading(
    IReadOnlyList<Word> Words,
    IReadOnlyList<Mention> Mentions,
    IReadOnlyList<UnknownTerm> Unknown,
    IReadOnlyList<Correction> Corrections
)
{
    public IEnumerable<T> Values<T>(NameKind kind)
        where T : class => Mentions.Where(m => m.Entry.Kind == kind).Select(m => (T)m.Entry.Value).Distinct();

    public bool Has(Cue cue) => Mentions.Any(m => m.Entry.Kind == NameKind.Cue && (Cue)m.Entry.Value == cue);

    public IEnumerable<Mention> Of(Cue cue) =>
        Mentions.Where(m => m.Entry.Kind == NameKind.Cue && (Cue)m.Entry.Value == cue);
}
