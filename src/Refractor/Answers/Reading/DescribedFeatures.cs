using Refractor.Vocabulary;

namespace Refractor.Answers.Reading;

/// <summary>Finds features with long descriptive names when a question gives most of their words, such as "high proliferation with a high immune response".</summary>
internal static class DescribedFeatures
{
    private const int FewestWords = 4;
    private const int ShortestName = 25;
    private const double SmallestShare = 0.55;
    private static readonly HashSet<string> Fillers = new(
        ["and", "or", "the", "of", "with", "a", "an", "in", "to", "for", "by", "as", "than"],
        StringComparer.Ordinal
    );

    /// <summary>Whether a feature has a long descriptive name, so that words in it are not features of their own.</summary>
    public static bool IsDescriptive(Feature feature) =>
        feature.Type != FeatureType.Gene
        && feature.Name.Length >= ShortestName
        && NameKey.Words(feature.Name).Count >= FewestWords;

    public static IEnumerable<Feature> Find(TextReading reading, Lexicon lexicon)
    {
        var asked = reading.Words.Select(w => w.Key).Where(w => !Fillers.Contains(w)).ToHashSet(StringComparer.Ordinal);
        var best = new List<Feature>();
        var top = SmallestShare;
        foreach (var feature in lexicon.Features)
        {
            if (
                feature.Type is FeatureType.Gene or FeatureType.GenomeWide
                || feature.Name.Length < ShortestName
                || feature.Name.Contains("resistan", StringComparison.Ordinal)
            )
                continue;
            var words = NameKey
                .Words(feature.Name)
                .Select(w => w.Key)
                .Where(w => !Fillers.Contains(w))
                .ToHashSet(StringComparer.Ordinal);
            var shared = words.Count(asked.Contains);
            var share = (double)shared / words.Count;
            if (words.Count < FewestWords || shared < FewestWords || share < top)
                continue;
            if (share > top)
                best.Clear();
            top = share;
            best.Add(feature);
        }
        return best;
    }
}
