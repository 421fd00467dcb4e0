using Refractor.Vocabulary;

namespace Refractor.Answers.Reading;

/// <summary>Puts the subtypes of a question together: "ER-positive, HER2-negative" is one population, not two.</summary>
internal static class SubtypeReader
{
    public static IReadOnlyList<Subtype> Read(
        TextReading reading,
        Lexicon lexicon,
        IReadOnlyList<Therapy> therapies,
        IReadOnlyList<Subtype> populations
    )
    {
        var named = reading.Values<Subtype>(NameKind.Subtype).Union(populations).ToList();
        var her2 = named.Where(s => s.Name is "HER2+" or "HER2-").Select(s => s.Name).ToList();
        var hormone = named.Where(s => s.Name is "HR+" or "HR-").Select(s => s.Name).ToList();
        if (her2.Count == 0 && therapies.Count > 0 && therapies.All(t => IsAntiHer2(t, lexicon)))
            her2.Add("HER2+");
        if (her2.Count != 1 || hormone.Count == 0)
            return named;
        var combined = hormone.Select(h => Combined(lexicon, h, her2[0])).ToList();
        if (combined.Contains(null))
            return named;
        var rest = named.Where(s => !her2.Contains(s.Name) && !hormone.Contains(s.Name));
        return [.. combined.OfType<Subtype>(), .. rest];
    }

    /// <summary>Subtypes named as markers that are populations too: "luminal B tumours" are patients.</summary>
    public static IReadOnlyList<(Feature Marker, Subtype Subtype)> Populations(
        IEnumerable<Feature> features,
        Lexicon lexicon
    ) =>
        [
            .. from feature in features
            where feature.Type == FeatureType.Subtype
            from subtype in lexicon.Subtypes
            where
                NameKey.Same(feature.Name, subtype.Label + " subtype")
                || feature.Aliases.Any(a => NameKey.Same(a, subtype.Label))
            select (feature, subtype),
        ];

    private static bool IsAntiHer2(Therapy therapy, Lexicon lexicon) =>
        lexicon.FindTherapy("her2_targeted") is { } scope && lexicon.IsWithin(therapy, scope);

    private static Subtype? Combined(Lexicon lexicon, string hormone, string her2) =>
        (hormone, her2) == ("HR-", "HER2-") ? lexicon.FindSubtype("TNBC") : lexicon.FindSubtype($"{hormone}/{her2}");
}
