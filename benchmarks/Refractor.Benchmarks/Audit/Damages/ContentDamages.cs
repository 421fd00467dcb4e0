using Refractor.Associations;
using Refractor.Benchmarks.Audit.Wording;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Benchmarks.Audit.Damages;

/// <summary>A told finding after a damage, with what was done.</summary>
internal sealed record Damaged(Told Told, string Detail, IReadOnlyList<EvidenceItem>? Against = null);

/// <summary>Damages to direction, feature and therapy.</summary>
internal sealed class ContentDamages(Known known)
{
    private static readonly string[] Agents =
    [
        "paclitaxel",
        "docetaxel",
        "doxorubicin",
        "cisplatin",
        "carboplatin",
        "capecitabine",
        "gemcitabine",
        "vinorelbine",
        "eribulin",
        "etoposide",
        "methotrexate",
        "tamoxifen",
        "letrozole",
        "fulvestrant",
        "palbociclib",
        "abemaciclib",
        "alpelisib",
        "trastuzumab",
        "lapatinib",
        "neratinib",
        "olaparib",
        "everolimus",
        "pembrolizumab",
        "radiotherapy",
    ];

    /// <summary>The other direction, where no item points that way.</summary>
    public IEnumerable<Damaged> Direction(Told told, Randomness random)
    {
        var item = told.Item;
        var turned = Aspects.Opposite(Aspects.DirectionOf(item));
        if (
            turned == Aspects.DirectionOf(item)
            || known.On(item.Feature, item.Therapies).Any(i => Aspects.DirectionOf(i) == turned)
        )
            yield break;
        if (told.IsChange)
        {
            if (Opposite(told.State) is { } state)
                yield return new Damaged(
                    told with
                    {
                        State = state,
                    },
                    $"{Terms.States.NameOf(told.State)} told as {Terms.States.NameOf(state)}"
                );
            yield break;
        }
        var effect = told.Effect == Effect.Resistance ? Effect.Sensitivity : Effect.Resistance;
        // Half of the sentences keep a ratio that speaks against the turned words, half give no such hint.
        var figures = random.Below(2) == 0 ? told.Figures : told.Figures.OnlyP;
        yield return new Damaged(
            told with
            {
                Effect = effect,
                Figures = figures,
            },
            $"{Terms.Effects.NameOf(told.Effect)} told as {Terms.Effects.NameOf(effect)}"
        );
    }

    /// <summary>Another feature of the same type and level, on which the cited paper has no finding.</summary>
    public IEnumerable<Damaged> Feature(Told told, Randomness random)
    {
        if (told.Effect == Effect.NoEffect || told.Item.Variant is not null)
            yield break;
        var others = known
            .Pack.Items.Where(i =>
                i.Feature.Type == told.Feature.Type && i.Level == told.Item.Level && i.Feature != told.Feature
            )
            .Select(i => i.Feature)
            .Distinct()
            .Where(f => IsPlain(f.Name) && !known.PaperKnows(told.Item.Paper, f))
            .ToList();
        if (others.Count == 0)
            yield break;
        var other = random.Pick(others);
        yield return new Damaged(told with { Feature = other }, $"{told.Feature.Name} told as {other.Name}");
    }

    /// <summary>A therapy of another class, for which the knowledge has nothing on the feature.</summary>
    public IEnumerable<Damaged> Therapy(Told told, Randomness random)
    {
        if (
            told.Effect == Effect.NoEffect
            || told.Therapies.Count == 0
            || told.Therapies.Any(t => t.Kind == TherapyKind.Mixed)
        )
            yield break;
        var others = Agents
            .Select(a => known.Pack.Lexicon.FindTherapy(a)!)
            .Where(t => Fits(t, told) && !known.Overlap([t], told.Therapies) && !known.On(told.Feature, [t]).Any())
            .ToList();
        if (others.Count == 0)
            yield break;
        var other = random.Pick(others);
        yield return new Damaged(
            told with
            {
                Therapies = [other],
            },
            $"{string.Join(" + ", told.Therapies.Select(t => t.Name))} told as {other.Name}"
        );
    }

    /// <summary>Names that stand in a sentence without explanation.</summary>
    internal static bool IsPlain(string name) =>
        name.Length < 45
        && name.IndexOfAny(['(', ',', '+', '/']) < 0
        && !name.Contains("further", StringComparison.Ordinal)
        && !name.Contains("non-BRCA", StringComparison.Ordinal);

    /// <summary>Targeted and endocrine agents where the subtype makes them thinkable; no class in common with what was given.</summary>
    private static bool Fits(Therapy other, Told told)
    {
        if (told.Therapies.Any(t => t.Classes.Intersect(other.Classes).Any()))
            return false;
        return told.Subtype?.Name switch
        {
            "TNBC" => other.Modality is "chemotherapy" or "radiotherapy" or "immunotherapy",
            "HR+" or "HR+/HER2-" or "luminal" => other.Name is not ("trastuzumab" or "lapatinib" or "neratinib"),
            _ => true,
        };
    }

    private static FeatureState? Opposite(FeatureState state) =>
        state switch
        {
            FeatureState.Increased => FeatureState.Decreased,
            FeatureState.Decreased => FeatureState.Increased,
            FeatureState.High => FeatureState.Low,
            FeatureState.Low => FeatureState.High,
            _ => null,
        };
}
