using Refractor.Vocabulary;

namespace Refractor.Answers.Retrieval;

/// <summary>The features that a question is about.</summary>
internal static class FeatureScope
{
    /// <summary>
    /// Named features and members of named groups, with the combined features that name them, the single genes that a combined
    /// feature names, and related features; null when the question is open.
    /// </summary>
    public static IReadOnlySet<Feature>? Of(Question question, Lexicon lexicon)
    {
        var asked = question.AskedFeatures(lexicon).ToList();
        if (asked.Count == 0)
            return null;
        var scope = asked.ToHashSet();
        foreach (var feature in asked)
        {
            scope.UnionWith(lexicon.CombinedWith(feature));
            scope.UnionWith(feature.Related.Select(lexicon.FindFeature).OfType<Feature>());
            if (question.Features.Contains(feature))
                scope.UnionWith(feature.Genes.Select(lexicon.FindFeature).OfType<Feature>());
        }
        return scope;
    }
}
