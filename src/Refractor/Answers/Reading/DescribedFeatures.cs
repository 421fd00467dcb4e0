using Refractor.Vocabulary;

namespace Refractor.Answers.Reading;

/// <summary>Finds features with long descriptive names when a text gives most of their words, such as "high proliferation with a high immune response".</summary>
internal sealed class DescribedFeatures
{
    private const int FewestWords = 4;
    private const int ShortestName = 25;
    private const double SmallestShare = 0.55;
    private static readonly HashSet<string> Fillers = new(
        ["and", "or", "the", "of", "with", "a", "an", "in", "to", "for", "by", "as", "than"],
        StringComparer.Ordinal
    );

    private readonly List<(Feature Feature, int Words)> _described = [];
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);

    /// <summary>Takes up the descriptive names of a lexicon.</summary>
    public DescribedFeatures(Lexicon lexicon)
    {
        foreach (var feature in lexicon.Features.Where(CanBeDescribed))
        {
            var words = ContentOf(NameKey.Words(feature.Name));
            if (words.Count < FewestWords)
                continue;
            foreach (var word in words)
            {
                if (!_byWord.TryGetValue(word, out var places))
                    _byWord.Add(word, places = []);
                places.Add(_described.Count);
            }
            _described.Add((feature, words.Count));
        }
    }

    /// <summary>Whether a feature has a long descriptive name, so that words in it are not features of their own.</summary>
    public static bool IsDescriptive(Feature feature) =>
        feature.Type != FeatureType.Gene
        && feature.Name.Length >= ShortestName
        && NameKey.Words(feature.Name).Count >= FewestWords;

    /// <summary>The features of whose names the text gives the largest share, at least <see cref="SmallestShare"/>; in lexicon order.</summary>
    public IReadOnlyList<Feature> Find(TextReading reading)
    {
        var shared = new Dictionary<int, int>();
        foreach (var word in ContentOf(reading.Words))
        {
            foreach (var place in _byWord.GetValueOrDefault(word) ?? [])
                shared[place] = shared.GetValueOrDefault(place) + 1;
        }
        var best = new List<Feature>();
        var top = SmallestShare;
        foreach (var (place, count) in shared.OrderBy(s => s.Key))
        {
            var share = (double)count / _described[place].Words;
            if (count < FewestWords || share < top)
                continue;
            if (share > top)
                best.Clear();
            top = share;
            best.Add(_described[place].Feature);
        }
        return best;
    }

    private static bool CanBeDescribed(Feature feature) =>
        feature.Type is not (FeatureType.Gene or FeatureType.GenomeWide)
        && feature.Name.Length >= ShortestName
        && !feature.Name.Contains("resistan", StringComparison.Ordinal);

    private static HashSet<string> ContentOf(IReadOnlyList<Word> words)
    {
        var content = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (!Fillers.Contains(word.Key))
                content.Add(word.Key);
        }
        return content;
    }
}
