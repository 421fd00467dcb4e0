using System.Text.RegularExpressions;
using Refractor.Answers.Reading;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Audit.Understanding;

/// <summary>Finds the features that a statement is about, each with the state told of it.</summary>
internal sealed partial class FeatureReader(Lexicon lexicon)
{
    private static readonly string[] ReceptorNames = ["hormone receptors", "ESR1", "PGR"];
    private readonly DescribedFeatures _described = new(lexicon);

    /// <param name="text">The plain words.</param>
    /// <param name="names">The names found in them.</param>
    /// <param name="states">States told anywhere.</param>
    /// <param name="outcomes">Outcomes told anywhere; "apoptosis" in one is no feature.</param>
    public List<NamedFeature> Read(
        string text,
        TextReading names,
        IReadOnlyList<StatePhrase> states,
        IReadOnlyList<OutcomePhrase> outcomes
    )
    {
        var found = new List<NamedFeature>();
        foreach (var mention in names.Mentions.Where(m => m.Entry.Kind == NameKind.Feature))
        {
            var feature = (Feature)mention.Entry.Value;
            var (start, end) = (names.Words[mention.First].Start, names.Words[mention.End - 1].End);
            var isPopulation = names.Mentions.Any(o =>
                o.First == mention.First
                && o.Count == mention.Count
                && o.Entry.Kind is NameKind.Subtype or NameKind.Therapy
            );
            var isOutcome = feature.Type != FeatureType.Gene && outcomes.Any(o => o.Start <= start && end <= o.End);
            if ((isPopulation && !IsSubject(text, start)) || isOutcome || found.Exists(f => f.Feature == feature))
                continue;
            var outside = states.Where(s => s.End <= start || s.Start >= end).ToList();
            found.Add(new NamedFeature(feature, start, StateReader.At(outside, start, end)));
        }
        foreach (var feature in _described.Find(names))
        {
            found.RemoveAll(f => f.Feature == feature || f.Feature.Type != FeatureType.Gene);
            found.Insert(0, new NamedFeature(feature, NamedFeature.Before, null));
        }
        return found.Count > 0 ? found : Receptors(text, names);
    }

    /// <summary>Receptors told as a population that is the subject: "hormone receptor-positive tumours were most likely to respond".</summary>
    private List<NamedFeature> Receptors(string text, TextReading names)
    {
        var found = new List<NamedFeature>();
        foreach (var mention in names.Mentions.Where(m => m.Entry.Kind == NameKind.Subtype))
        {
            var start = names.Words[mention.First].Start;
            var subtype = (Subtype)mention.Entry.Value;
            var state = subtype.Name.EndsWith('+') ? FeatureState.Positive : FeatureState.Negative;
            var markers = subtype.Name switch
            {
                "HR+" or "HR-" => ReceptorNames,
                "HER2+" or "HER2-" => ["ERBB2"],
                _ => [],
            };
            if (IsSubject(text, start))
                found.AddRange(
                    markers.Select(lexicon.FindFeature).OfType<Feature>().Select(f => new NamedFeature(f, start, state))
                );
        }
        return [.. found.DistinctBy(f => f.Feature)];
    }

    private static bool IsSubject(string text, int start) => !Preposition().IsMatch(text[..start]);

    [GeneratedRegex(
        @"\b(?:in|of|for|with|among|within|from|to|on)\s+(?:(?!,)[\w\-]+\s+){0,2}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Preposition();
}
