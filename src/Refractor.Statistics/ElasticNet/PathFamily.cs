using Refractor.Statistics.Regression;
using Refractor.Statistics.Survival;

namespace Refractor.Statistics.ElasticNet;

/// <summary>A response of n samples: which are known, and the likelihood of any of them.</summary>
/// <param name="Samples">n.</param>
/// <param name="IsKnown">Whether the response of a sample is known.</param>
/// <param name="ModelOf">The likelihood of some samples.</param>
/// <param name="ReasonAgainst">Why some samples cannot be fitted; None if they can.</param>
/// <param name="Losses">What is lost by a linear predictor of one sample, for cross-validation; null if it needs several.</param>
internal sealed record PathFamily(
    int Samples,
    Func<int, bool> IsKnown,
    Func<int[], PathModel> ModelOf,
    Func<int[], NotEstimable> ReasonAgainst,
    Func<int, double, double>? Losses
)
{
    // glmnet keeps predicted probabilities this far from 0 and 1 when it judges them.
    private const double LeastProbability = 1e-5;

    public static PathFamily Gaussian(ReadOnlySpan<double> response)
    {
        var y = response.ToArray();
        return new PathFamily(
            y.Length,
            i => double.IsFinite(y[i]),
            rows => new GaussianPathModel([.. rows.Select(r => y[r])]),
            rows => rows.All(r => y[r] == y[rows[0]]) ? NotEstimable.NoVariation : NotEstimable.None,
            (i, predictor) => (y[i] - predictor) * (y[i] - predictor)
        );
    }

    public static PathFamily Binomial(ReadOnlySpan<double> outcomes)
    {
        LogisticRegression.CheckOutcomes(outcomes);
        var y = outcomes.ToArray();
        return new PathFamily(
            y.Length,
            i => double.IsFinite(y[i]),
            rows => new BinomialPathModel([.. rows.Select(r => y[r])]),
            rows => rows.All(r => y[r] == y[rows[0]]) ? NotEstimable.OneGroup : NotEstimable.None,
            (i, predictor) =>
            {
                var p = Math.Clamp(1 / (1 + Math.Exp(-predictor)), LeastProbability, 1 - LeastProbability);
                return -2 * Math.Log(y[i] == 1 ? p : 1 - p);
            }
        );
    }

    public static PathFamily Cox(SurvivalTimes times)
    {
        if (times.HasEntries)
            throw new ArgumentException("Found late entry; expected follow-up from time 0.", nameof(times));
        var (t, events) = (times.Times.ToArray(), times.EventObserved.ToArray());
        return new PathFamily(
            t.Length,
            i => double.IsFinite(t[i]),
            rows => new CoxPathModel([.. rows.Select(r => t[r])], [.. rows.Select(r => events[r])]),
            rows => rows.Any(r => events[r]) ? NotEstimable.None : NotEstimable.NoEvents,
            null
        );
    }
}
