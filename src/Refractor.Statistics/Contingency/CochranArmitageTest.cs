using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Contingency;

/// <summary>The Cochran-Armitage test: does the proportion rise or fall over ordered groups?</summary>
/// <param name="Statistic">χ² with 1 degree of freedom.</param>
/// <param name="Z">Its signed root: above 0 if the proportion rises with the score.</param>
/// <param name="P">Two-sided p value.</param>
/// <param name="N">Number of subjects.</param>
/// <remarks>Armitage, Biometrics 1955. Checked against R prop.trend.test.</remarks>
public sealed record CochranArmitageTest(double Statistic, double Z, PValue P, long N)
{
    /// <summary>Tests a trend over k ordered groups, such as tumour grades.</summary>
    /// <param name="events">k counts of subjects with the outcome.</param>
    /// <param name="sizes">k group sizes.</param>
    /// <param name="scores">k scores of the groups; 1, 2, …, k when empty.</param>
    /// <returns>The test; not estimable if only one score has subjects, or all subjects have the same outcome.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or events are not 0 to the size of the group.</exception>
    public static Estimate<CochranArmitageTest> Of(
        ReadOnlySpan<int> events,
        ReadOnlySpan<int> sizes,
        ReadOnlySpan<double> scores = default
    )
    {
        Arguments.CheckSameLength(sizes.Length, events.Length, nameof(sizes));
        if (!scores.IsEmpty)
            Arguments.CheckSameLength(scores.Length, events.Length, nameof(scores));
        long n = 0,
            with = 0;
        var sumOfScores = 0.0;
        for (var i = 0; i < events.Length; i++)
        {
            Proportion.Check(events[i], sizes[i]);
            n += sizes[i];
            with += events[i];
            sumOfScores += sizes[i] * ScoreOf(scores, i);
        }
        if (n == 0)
            return NotEstimable.TooFewValues;
        if (with == 0 || with == n)
            return NotEstimable.NoVariation;
        var mean = sumOfScores / n;
        double covariance = 0,
            variance = 0;
        for (var i = 0; i < events.Length; i++)
        {
            var score = ScoreOf(scores, i) - mean;
            covariance += score * events[i];
            variance += score * score * sizes[i];
        }
        if (variance == 0)
            return NotEstimable.OneGroup;
        var proportion = (double)with / n;
        var z = covariance / Math.Sqrt(proportion * (1 - proportion) * variance);
        return new CochranArmitageTest(z * z, z, Normal.TwoSided(z), n);
    }

    private static double ScoreOf(ReadOnlySpan<double> scores, int i) => scores.IsEmpty ? i + 1 : scores[i];
}
