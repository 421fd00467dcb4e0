using Refractor.Statistics.Enrichment;

namespace Refractor.Statistics.Tests.Enrichment;

/// <summary>Small rankings whose random sets can all be listed.</summary>
public class ExactEnrichmentTests
{
    private const int Features = 15;
    private const int Seeds = 24;

    private static readonly double[] Plain =
    [
        .. Enumerable.Range(0, Features).Select(i => 2.5 * Math.Cos(i * 1.7) + 0.3),
    ];
    private static readonly double[] Tied = [.. Plain.Select(s => Math.Round(s))];
    private static readonly double[] ManyZeros = [.. Plain.Select((s, i) => i % 3 == 0 ? s : 0)];

    public static TheoryData<string, double, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, double, int>();
            foreach (var statistics in (string[])["plain", "tied", "many zeros"])
            {
                foreach (var exponent in (double[])[0, 1, 2])
                {
                    foreach (var size in (int[])[1, 2, 4, 6])
                        cases.Add(statistics, exponent, size);
                }
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Scores_equal_the_definition_for_every_set(string name, double exponent, int size)
    {
        var statistics = Named(name);
        int[][] subsets = [.. ExactEnrichment.Subsets(Features, size).Where((_, i) => i % 17 == 0)];
        var options = new EnrichmentOptions { Exponent = exponent, Permutations = 2 };
        var screen = PrerankedGsea.Simple(statistics, FeatureSets.Of(Features, subsets), options);
        for (var i = 0; i < subsets.Length; i++)
            screen.Scores[i].ShouldBe(ExactEnrichment.Score(statistics, subsets[i], exponent), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Splitting_estimates_the_exact_probability_without_bias(string name, double exponent, int size)
    {
        var statistics = Named(name);
        var all = ExactEnrichment.AllScores(statistics, size, exponent);
        double[] thresholds = [.. Quantiles(all).Select(q => q - ScoredSet.Tolerance)];
        var top = Ranking.Descending(statistics, exponent, TiedFeatures.Together);
        double[][] runs =
        [
            .. Enumerable
                .Range(0, Seeds)
                .Select(seed =>
                    new SplittingRuler(top, top.Reversed(), size, 101, new RandomSource((ulong)seed)).LogProbabilities(
                        thresholds,
                        double.NegativeInfinity
                    )
                ),
        ];
        for (var t = 0; t < thresholds.Length; t++)
        {
            var exact = Math.Log(all.Count(s => s >= thresholds[t]) / (double)all.Length);
            // Each level of halving has the variance 0.01; the last, partial one no more than 1 / (count + 1) - 1 / 102.
            var error = Math.Sqrt((0.01 * Math.Floor(1 - exact / Math.Log(2)) + 0.02) / Seeds);
            runs.Average(r => r[t]).ShouldBe(exact, 4 * error);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Random_sets_have_the_exact_probability_and_mean(string name, double exponent, int size)
    {
        const int permutations = 20_000;
        var statistics = Named(name);
        var all = ExactEnrichment.AllScores(statistics, size, exponent);
        int[][] subsets = [.. ExactEnrichment.Subsets(Features, size).Where((_, i) => i % 61 == 0)];
        var options = new EnrichmentOptions { Exponent = exponent, Permutations = permutations };
        var screen = PrerankedGsea.Simple(statistics, FeatureSets.Of(Features, subsets), options);
        for (var i = 0; i < subsets.Length; i++)
        {
            var score = screen.Scores[i];
            if (screen.Reasons[i] != NotEstimable.None || score == 0)
                continue;
            double[] side = [.. all.Where(s => score > 0 ? s >= 0 : s <= 0)];
            var p = side.Count(s => Math.Abs(s) >= Math.Abs(score) - 1e-11) / (double)side.Length;
            var onSide = permutations * (double)side.Length / all.Length;
            // Random sets come in mirrored pairs; where both of a pair count alike, the variance is twice that of independent sets.
            screen.P(i).Value.ShouldBe(p, 4.5 * Math.Sqrt(2 * p * (1 - p) / onSide) + 2 / onSide);
            screen
                .NormalizedScores[i]
                .ShouldBe(score / side.Average(Math.Abs), 0.05 * Math.Abs(screen.NormalizedScores[i]));
        }
    }

    private static double[] Named(string name) =>
        name switch
        {
            "plain" => Plain,
            "tied" => Tied,
            _ => ManyZeros,
        };

    /// <summary>Positive scores from common to the largest.</summary>
    private static double[] Quantiles(double[] scores)
    {
        double[] positive = [.. scores.Where(s => s > 1e-9).Order()];
        return [.. new[] { 0.3, 0.9, 0.99, 1 }.Select(q => positive[(int)(q * (positive.Length - 1))])];
    }
}
