using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Audit.Understanding;

/// <summary>What was said before a statement in its paragraph, and in the headings above: "the association was stronger" speaks of it.</summary>
internal sealed class StatementContext
{
    private const int FeaturesKept = 6;
    private HashSet<string> _headings = new(StringComparer.Ordinal);

    /// <summary>Features last named, with the states told of them.</summary>
    public IReadOnlyList<NamedFeature> Features { get; private set; } = [];

    /// <summary>The outcome last told with a direction or a null; null when there is none.</summary>
    public Outcome? LastOutcome { get; private set; }

    /// <summary>The paper of the evidence that fitted the statement before; null at the start of a paragraph.</summary>
    public Paper? LastPaper { get; set; }

    /// <summary>Stems of the words of the headings and of the statement before.</summary>
    public IReadOnlySet<string> Words { get; private set; } = new HashSet<string>();

    /// <summary>Begins a paragraph under its headings.</summary>
    public void Begin(IReadOnlyList<string> headings, IReadOnlyList<Feature> features)
    {
        _headings = ContentWords.Of(string.Join(' ', headings));
        Words = _headings;
        Features = [.. features.Select(f => new NamedFeature(f, NamedFeature.Before, null))];
        LastOutcome = null;
        LastPaper = null;
    }

    /// <summary>Takes in a statement for those that follow.</summary>
    public void Remember(Reading reading)
    {
        Words = new HashSet<string>(_headings.Concat(reading.Words), StringComparer.Ordinal);
        if (reading.Named.Count > 0)
            Features = [.. reading.Named.Take(FeaturesKept).Select(n => n with { Start = NamedFeature.Before })];
        if (reading.Outcome is Outcome.Better or Outcome.Worse or Outcome.None)
            LastOutcome = reading.Outcome;
        else if (reading.Outcome == Outcome.Measured)
            LastOutcome = reading.ComparesNumbers ? Outcome.Difference : Outcome.Better;
    }
}
