using Refractor.Vocabulary;

namespace Refractor.Answers.Reading;

/// <summary>Whether a question is about cross-resistance: what resists two therapies, or what resistance to one means for another.</summary>
internal static class CrossReader
{
    public static bool Asks(TextReading reading, Question question, Lexicon lexicon)
    {
        if (question.Levels.Count > 1 || question.Subtypes.Count > 1 || question.Features.Count > 0)
            return false;
        if (question.Therapies.Count > 1 && !AreNested(question, lexicon))
            return reading.Has(Cue.Cross) || ResistantToOneSensitiveToOther(reading);
        return question.Therapies.Count > 0 && NamesCrossResistance(reading);
    }

    private static bool AreNested(Question question, Lexicon lexicon) =>
        question.Therapies.Any(a => question.Therapies.Any(b => a != b && lexicon.IsWithin(a, b)));

    /// <summary>"Cells resistant to tamoxifen: are they sensitive to cisplatin?"</summary>
    private static bool ResistantToOneSensitiveToOther(TextReading reading)
    {
        var resistance = reading.Has(Cue.Resistance) || reading.Mentions.Any(m => m.Entry.Effect == "resistance");
        var other =
            reading.Has(Cue.Sensitivity)
            || reading.Words.Any(w => w.Key.StartsWith("respon", StringComparison.Ordinal));
        return resistance
            && other
            && reading.Mentions.Count(m => m.Entry.Kind is NameKind.Therapy or NameKind.Regimen) > 1
            && !reading.Words.Any(w => w.Key == "or");
    }

    /// <summary>One therapy with "cross-resistance" or "collateral sensitivity": the other side is open.</summary>
    private static bool NamesCrossResistance(TextReading reading) =>
        reading
            .Of(Cue.Cross)
            .Any(m =>
            {
                var key = string.Concat(reading.Words.Skip(m.First).Take(m.Count).Select(w => w.Key));
                return key.StartsWith("cross", StringComparison.Ordinal)
                    || key.StartsWith("collateral", StringComparison.Ordinal);
            });
}
