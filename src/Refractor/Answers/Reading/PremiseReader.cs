using Refractor.Associations;
using Refractor.Vocabulary;

namespace Refractor.Answers.Reading;

/// <summary>
/// Reads what a question takes for granted: "Why does X make tumours resistant to Y?" presumes that X goes with resistance.
/// An open question ("Does X …?", "How does X affect …?") presumes nothing.
/// </summary>
internal static class PremiseReader
{
    private static readonly string[] OpenBeginnings =
    [
        "does",
        "do",
        "is",
        "are",
        "which",
        "what",
        "can",
        "could",
        "has",
        "have",
        "who",
        "did",
        "any",
    ];
    private static readonly string[] OpenVerbs =
    [
        "affect",
        "influence",
        "relate",
        "change",
        "compare",
        "modify",
        "alter",
    ];
    private static readonly string[] Quantities =
    [
        "many",
        "often",
        "much",
        "strong",
        "well",
        "good",
        "reliable",
        "frequent",
        "frequently",
        "far",
        "robust",
    ];

    /// <summary>The presumed direction for the feature in the state in which it is named; null when nothing is presumed.</summary>
    public static Direction? Read(TextReading reading)
    {
        if (!reading.Mentions.Any(m => m.Entry.Kind is NameKind.Feature or NameKind.Group) || !IsPresuming(reading))
            return null;
        return FromVerb(reading) ?? FromAdjective(reading);
    }

    private static bool IsPresuming(TextReading reading)
    {
        var words = reading.Words;
        var why = reading.Of(Cue.Why).FirstOrDefault();
        if (why is null)
            return words.Count > 0
                && !OpenBeginnings.Contains(words[0].Key)
                && words[0].Key != "how"
                && IsStatement(reading);
        for (var i = why.First; i < Math.Min(words.Count, why.End + 1); i++)
        {
            if (Quantities.Contains(words[i].Key))
                return false;
        }
        return !words.Any(w => OpenVerbs.Contains(w.Key));
    }

    /// <summary>"X is a tumour suppressor: how does it …" or "X drives resistance, so …": a claim followed by a question.</summary>
    private static bool IsStatement(TextReading reading)
    {
        var feature = reading.Mentions.First(m => m.Entry.Kind is NameKind.Feature or NameKind.Group);
        return feature.First <= 4 && reading.Words.Any(w => w.Key is "so" or "therefore" or "then" or "thus" or "how");
    }

    private static Direction? FromVerb(TextReading reading)
    {
        foreach (var mention in reading.Mentions.Where(m => m.Entry.Kind == NameKind.Cue))
        {
            var word = reading.Words[mention.First].Key;
            switch ((Cue)mention.Entry.Value)
            {
                case Cue.Causes when word.Contains("sensiti", StringComparison.Ordinal):
                    return Direction.Sensitivity;
                case Cue.Causes
                    when word.StartsWith("protect", StringComparison.Ordinal)
                        || word.StartsWith("rescue", StringComparison.Ordinal):
                    return Direction.Resistance;
                case Cue.Causes when Object(reading, mention) is { } caused:
                    return caused;
                case Cue.Raises when Object(reading, mention) is { } raised:
                    return raised;
                case Cue.Lowers when Object(reading, mention) is { } lowered:
                    return Aspects.Opposite(lowered);
            }
        }
        return null;
    }

    /// <summary>What the verb acts on: resistance, or sensitivity in any of its names, within the next eight words.</summary>
    private static Direction? Object(TextReading reading, Mention verb)
    {
        foreach (var mention in reading.Mentions.Where(m => m.First >= verb.End && m.First <= verb.End + 8))
        {
            switch (mention.Entry)
            {
                case { Effect: "resistance" }:
                case { Kind: NameKind.Cue, Value: Cue.Resistance }:
                    return Direction.Resistance;
                case { Effect: "sensitivity" }:
                case { Kind: NameKind.Cue, Value: Cue.Sensitivity }:
                case {
                    Kind: NameKind.Endpoint,
                    Value: ControlledTerm { Name: "pCR" or "ORR" or "OS" or "PFS" or "DFS" }
                }:
                    return Direction.Sensitivity;
                case { Kind: NameKind.Cue, Value: Cue.Biomarker }
                    when reading.Words[mention.First].Key.StartsWith("respon", StringComparison.Ordinal):
                    return Direction.Sensitivity;
            }
        }
        return null;
    }

    private static Direction? FromAdjective(TextReading reading)
    {
        var resistance = reading.Has(Cue.Resistance) || reading.Mentions.Any(m => m.Entry.Effect == "resistance");
        var sensitivity = reading.Has(Cue.Sensitivity) || reading.Mentions.Any(m => m.Entry.Effect == "sensitivity");
        return (resistance, sensitivity) switch
        {
            (true, false) => Direction.Resistance,
            (false, true) => Direction.Sensitivity,
            _ => null,
        };
    }
}
