using System.Globalization;
using Refractor.Audit.Understanding;
using Refractor.Checking;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Audit.Judging;

/// <summary>What a statement can be compared with in an evidence item: its words, and its numbers by kind.</summary>
internal sealed class ItemProfile
{
    private const int MostAliases = 8;

    public ItemProfile(EvidenceItem item)
    {
        Item = item;
        Words = WordsOf(item);
        FeatureWords = ContentWords.Of(item.Feature.Name + " " + item.FeatureName);
        Numbers = [.. NumbersOf(item)];
    }

    public EvidenceItem Item { get; }

    /// <summary>Stems of all its words.</summary>
    public HashSet<string> Words { get; }

    /// <summary>Stems of the name of its feature.</summary>
    public HashSet<string> FeatureWords { get; }

    /// <summary>The stems of the name of its feature with their weights; set by the profiles that know the weights.</summary>
    public WeighedWords WeighedFeature { get; set; } = new([]);

    /// <summary>Its numbers, each with what it measures.</summary>
    public IReadOnlyList<StatedNumber> Numbers { get; }

    /// <summary>Whether it is about a feature, or names it in any of its texts.</summary>
    public bool Tells(Feature feature) =>
        Item.Feature == feature
        || Reading.IsKin(Item.Feature, feature)
        || Item.Members.Contains(feature.Name)
        || feature
            .Aliases.Prepend(feature.Name)
            .Any(name => ContentWords.Of(name) is { Count: > 0 } words && words.IsSubsetOf(Words));

    /// <summary>Whether it holds a number of that kind; where it has none of the kind, whether the number stands anywhere in it.</summary>
    public bool Holds(StatedNumber number)
    {
        var kind = number.Kind;
        var hasKind =
            kind is not (NumberKind.Other or NumberKind.Count or NumberKind.Duration)
            && Numbers.Any(n => n.Kind == kind);
        return Numbers.Any(n => Same(n, number, hasKind));
    }

    /// <summary>The first of its numbers of the same kind; null when it has none.</summary>
    public StatedNumber? OfKind(NumberKind kind) =>
        Numbers.Where(n => n.Kind == kind).Select(n => (StatedNumber?)n).FirstOrDefault();

    private static bool Same(StatedNumber known, StatedNumber stated, bool kindOnly) =>
        stated.Equals(known.Value, known.Decimals)
        && (
            IsLike(known.Kind, stated.Kind)
            || stated.Kind == NumberKind.Other
            || (known.Kind == NumberKind.Other && !kindOnly)
        );

    /// <summary>Kinds that sources and texts use for each other: a ratio is not a percentage, but one ratio may stand as another.</summary>
    private static bool IsLike(NumberKind a, NumberKind b) =>
        a == b || (IsRatio(a) && IsRatio(b)) || (IsCount(a) && IsCount(b)) || (IsCount(a) && b == NumberKind.Duration);

    private static bool IsRatio(NumberKind kind) =>
        kind is NumberKind.HazardRatio or NumberKind.OddsRatio or NumberKind.RelativeRisk or NumberKind.Interval;

    private static bool IsCount(NumberKind kind) => kind is NumberKind.Count or NumberKind.Studies;

    private static HashSet<string> WordsOf(EvidenceItem item)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        IEnumerable<string?> texts =
        [
            item.Feature.Name,
            item.FeatureName,
            .. item.Feature.Aliases.Take(MostAliases),
            .. item.Members,
            .. item.Therapies.Select(t => t.Label),
            .. item.ResistantTo.Select(t => t.Label),
            item.Population,
            item.Variant,
            item.Cutoff,
            item.Note,
            item.Subtype?.Label,
            item.Result.Printed,
            item.Result.Reference,
            .. item.Result.Groups.Select(g => g.Label),
            .. item.Paper.TrialIds,
            Terms.Designs.NameOf(item.Design).Replace('_', ' '),
            Terms.Levels.NameOf(item.Level).Replace('_', ' '),
            Terms.States.NameOf(item.State).Replace('_', ' '),
            Terms.Settings.NameOf(item.Setting).Replace('_', ' '),
            item.Endpoint,
        ];
        foreach (var text in texts)
            ContentWords.Add(text, words);
        return words;
    }

    private static IEnumerable<StatedNumber> NumbersOf(EvidenceItem item)
    {
        var result = item.Result;
        var kind = KindOf(result.Metric);
        if (result.Estimate is { } estimate)
            yield return result.Metric == Metric.Rates && estimate <= 1
                ? Of(NumberKind.Percent, estimate * 100)
                : Of(kind, estimate);
        if (result.Interval is { } interval)
        {
            yield return Of(NumberKind.Interval, interval.Low);
            yield return Of(NumberKind.Interval, interval.High);
        }
        if (result.P is { } p)
            yield return Of(NumberKind.P, p.Value);
        if (result.Q is { } q)
            yield return Of(NumberKind.P, q.Value);
        foreach (var group in result.Groups)
        {
            if (group.Rate is { } rate)
                yield return Of(NumberKind.Percent, rate * 100);
            if (group.N is { } n)
                yield return Of(NumberKind.Count, n);
        }
        if (item.N is { } size)
            yield return Of(NumberKind.Count, size);
        if (item.Events is { } events)
            yield return Of(NumberKind.Count, events);
        foreach (var number in FromTexts(item))
            yield return number;
    }

    private static IEnumerable<StatedNumber> FromTexts(EvidenceItem item)
    {
        string?[] texts =
        [
            item.Result.Printed,
            item.Result.Reference,
            item.Population,
            item.Note,
            item.Variant,
            item.Cutoff,
        ];
        foreach (var text in texts.OfType<string>())
        {
            var read = NumberReader.Read(text);
            foreach (var number in read)
                yield return number;
            // A number that the reader of sentences leaves out, such as one in "3/25", may still be stated.
            foreach (var digits in Figures.Texts(text))
            {
                var plain = digits.Replace(",", "", StringComparison.Ordinal);
                if (double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                    yield return Of(NumberKind.Other, value);
            }
        }
    }

    private static NumberKind KindOf(Metric metric) =>
        metric switch
        {
            Metric.HazardRatio => NumberKind.HazardRatio,
            Metric.OddsRatio => NumberKind.OddsRatio,
            Metric.RelativeRisk => NumberKind.RelativeRisk,
            Metric.Auc or Metric.ConcordanceIndex => NumberKind.Auc,
            _ => NumberKind.Other,
        };

    private static StatedNumber Of(NumberKind kind, double value)
    {
        var rounded = Math.Round(value, 8);
        var text = rounded.ToString("0.########", CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return new StatedNumber(kind, rounded, point < 0 ? 0 : text.Length - point - 1, text, '=');
    }
}
