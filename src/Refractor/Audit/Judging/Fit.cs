using Refractor.Audit.Understanding;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Audit.Judging;

/// <summary>How well an item fits what a statement speaks of, whatever it says of it.</summary>
/// <param name="Profile">The item.</param>
/// <param name="Score">The sum of all parts; higher is nearer.</param>
/// <param name="Subject">How surely both speak of the same feature: 3 named, 0 not at all.</param>
/// <param name="IsSame">Whether the feature is the same and not only kin, a fellow of its group or near in words.</param>
/// <param name="Therapy">1 same therapy, 0 none told, -1 another one.</param>
/// <param name="Numbers">Telling numbers that both hold.</param>
internal sealed record Fit(ItemProfile Profile, double Score, double Subject, bool IsSame, double Therapy, int Numbers)
{
    public EvidenceItem Item => Profile.Item;
}

/// <summary>Weighs items against a statement by feature, therapy, population, endpoint, numbers, citation and words.</summary>
internal sealed class FitScale(EvidenceProfiles profiles)
{
    private const double FewestDescribed = 0.6;
    private const double FewestShared = 0.4;
    private readonly Lexicon _lexicon = profiles.Pack.Lexicon;

    /// <param name="row">Row of the item.</param>
    /// <param name="reading">The statement.</param>
    /// <param name="words">Its words, weighed.</param>
    /// <param name="cited">Papers that it cites.</param>
    /// <param name="last">The paper of the statement before.</param>
    public Fit Of(int row, Reading reading, WeighedWords words, IReadOnlySet<Paper> cited, Paper? last)
    {
        var profile = profiles[row];
        var item = profile.Item;
        var (subject, isSame) = Subject(profile, reading, words, cited.Contains(item.Paper));
        var therapy = Therapy(item, reading);
        var telling = reading.Numbers.Count(n => n.IsDistinctive && profile.Holds(n));
        var plain = reading.Numbers.Count(n => !n.IsDistinctive && profile.Holds(n));
        var score =
            subject
            + (1.5 * therapy)
            + Population(item, reading)
            + Endpoint(item, reading)
            + Kind(item, reading)
            + Variant(item, reading)
            + (1.5 * Math.Min(telling, 3))
            + (0.4 * Math.Min(plain, 2))
            + (cited.Contains(item.Paper) ? 1.5 : 0)
            + (item.Paper == last ? 0.8 : 0)
            + (reading.Trials.Any(t => NamesTrial(item, t)) ? 2 : 0)
            + (2.5 * words.SharedWith(profile.Words))
            + (item.IsConfirmed ? 0 : -0.5);
        return new Fit(profile, score, subject, isSame, therapy, telling);
    }

    private (double Subject, bool IsSame) Subject(
        ItemProfile profile,
        Reading reading,
        WeighedWords words,
        bool isCited
    )
    {
        var feature = profile.Item.Feature;
        if (reading.Named.Count > 0 && reading.Named[0].Feature == feature)
            return (3, true);
        if (reading.Named.Any(n => n.Feature == feature))
            return (2.5, true);
        if (
            IsCrossResistance(profile.Item, reading)
            || (reading.Outcome is not null && reading.Therapies.Any(t => TargetedBy.Names(profile.Item, t)))
        )
            return (2.5, true);
        if (reading.Named.Any(n => Reading.IsKin(n.Feature, feature)))
            return (2, true);
        if (reading.Groups.Any(g => _lexicon.MembersOf(g).Contains(feature)))
            return (1.8, false);
        var described = profile.WeighedFeature.SharedWith(reading.Words);
        if (described >= FewestDescribed && profile.FeatureWords.Count > 1)
            return (2.5 * described, true);
        if (reading.Named.Any(n => IsRelated(n.Feature, feature)))
            return (1.2, false);
        if (reading.Named.Count > 0)
            return (0, false);
        if (reading.Carried.Any(c => c.Feature == feature))
            return (1.6, true);
        if (reading.Carried.Any(c => Reading.IsKin(c.Feature, feature) || IsRelated(c.Feature, feature)))
            return (1.2, false);
        var inContext = profile.WeighedFeature.SharedWith(reading.AllWords);
        if (inContext >= FewestDescribed)
            return (inContext, true);
        return isCited && words.SharedWith(profile.Words) >= FewestShared ? (1, false) : (0, false);
    }

    /// <summary>Whether the statement names both the therapy resisted first and the one resisted with it.</summary>
    private bool IsCrossResistance(EvidenceItem item, Reading reading) =>
        item.Relation == Relation.CrossResistance
        && reading.Therapies.FirstOrDefault(t => item.ResistantTo.Any(r => _lexicon.Overlap(t, r))) is { } first
        && reading.Therapies.Any(t => t != first && item.Therapies.Any(r => _lexicon.Overlap(t, r)));

    private static bool IsRelated(Feature named, Feature feature) =>
        feature.Related.Contains(named.Name) || named.Related.Contains(feature.Name);

    private double Therapy(EvidenceItem item, Reading reading)
    {
        if (reading.Tone.OfUntreated)
            return item.Therapies.Count == 0 ? 1 : -0.5;
        if (reading.Therapies.Count == 0 || item.Therapies.Count == 0)
            return 0;
        if (reading.Therapies.Any(t => TargetedBy.Names(item, t)))
            return 1;
        if (item.Relation == Relation.CrossResistance && reading.Therapies.Count > 1)
            return IsCrossResistance(item, reading) ? 1 : -1;
        var best = -1.0;
        foreach (var stated in reading.Therapies)
        {
            foreach (var known in item.Therapies.Concat(item.ResistantTo))
            {
                var match =
                    known == stated ? 1
                    : _lexicon.IsWithin(known, stated) ? 0.8
                    : _lexicon.IsWithin(stated, known) ? 0.6
                    : known.Kind == TherapyKind.Mixed ? 0
                    : -1;
                best = Math.Max(best, match);
            }
        }
        return best;
    }

    private double Population(EvidenceItem item, Reading reading)
    {
        var score = 0.0;
        if (reading.Subtypes.Count > 0)
            score += reading.Subtypes.Max(s => Subtype(item.Subtype, s));
        if (reading.Settings.Count > 0)
            score +=
                reading.Settings.Contains(item.Setting) ? 0.4
                : item.Setting == Setting.Any ? 0
                : -0.3;
        return score;
    }

    private double Subtype(Subtype? known, Subtype stated) =>
        known is null || known.Name == "any" ? 0
        : known == stated ? 1.2
        : _lexicon.IsWithin(known, stated) ? 0.6
        : _lexicon.IsWithin(stated, known) ? 0.4
        : -0.8;

    private static double Endpoint(EvidenceItem item, Reading reading) =>
        reading.Endpoints.Count == 0 || item.Endpoint == "other" ? 0
        : reading.Endpoints.Contains(item.Endpoint) ? 0.8
        : -0.3;

    private static double Kind(EvidenceItem item, Reading reading)
    {
        var score = 0.0;
        if (item.Relation == Relation.TreatmentChange)
            score += reading.Tone.OfChange ? 0.6 : -0.3;
        if (item.Relation == Relation.CrossResistance)
            score += reading.Tone.OfCrossResistance ? 1 : 0;
        if (reading.Tone.OfModels)
            score += item.IsClinical ? -0.4 : 0.5;
        else if (reading.Tone.OfPatients && !item.IsClinical)
            score -= 0.2;
        if (reading.Levels.Count > 0)
            score += reading.Levels.Contains(item.Level) ? 0.4 : -0.2;
        if (reading.StateOf(item) == item.State || reading.States.Any(s => s.State == item.State))
            score += 0.4;
        return score;
    }

    /// <summary>"p.Y537S" in the statement and in the item, or another variant in the item.</summary>
    private static double Variant(EvidenceItem item, Reading reading)
    {
        if (item.Variant is null || !reading.Text.Contains("p.", StringComparison.Ordinal))
            return 0;
        var stated = VariantNames.In(reading.Text);
        var known = VariantNames.In(item.Variant);
        return stated.Count == 0 || known.Count == 0 ? 0
            : stated.Overlaps(known) ? 1.5
            : -1;
    }

    /// <summary>Whether a finding comes from a trial.</summary>
    public static bool NamesTrial(EvidenceItem item, string trial) =>
        item.Paper.TrialIds.Contains(trial, StringComparer.Ordinal)
        || item.Population?.Contains(trial, StringComparison.OrdinalIgnoreCase) == true
        || item.Paper.Title?.Contains(trial, StringComparison.OrdinalIgnoreCase) == true;
}
