using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.Survival.CutPoints;

/// <summary>
/// The best survival cut-off of every feature, from the stored order of the samples. Columns of f values; NaN where
/// <see cref="Reasons"/> says why.
/// </summary>
/// <remarks>Statistic as in <see cref="MaximallySelectedTest"/>, which adds its exact asymptotic and permutation p for what is selected.</remarks>
public sealed class MaximallySelectedScreen
{
    private MaximallySelectedScreen(int features)
    {
        double[] New() => new double[features];
        (CutOff, Z, LogP, LogPLausenSchumacher) = (New(), New(), New(), New());
        (N, NLow, Reasons) = (new int[features], new int[features], new NotEstimable[features]);
    }

    /// <summary>Samples with follow-up and value.</summary>
    public int[] N { get; }

    /// <summary>Samples at or below the cut-off.</summary>
    public int[] NLow { get; }

    /// <summary>The largest value of the low group.</summary>
    public double[] CutOff { get; }

    /// <summary>Standardised log-rank statistic at the cut-off: positive where the high group has earlier events.</summary>
    public double[] Z { get; }

    /// <summary>Natural logarithm of the improved Bonferroni bound of p (Lausen and Schumacher 1996), which allows for the search.</summary>
    public double[] LogP { get; }

    /// <summary>Natural logarithm of the approximate p of Lausen and Schumacher 1992.</summary>
    public double[] LogPLausenSchumacher { get; }

    /// <summary>Why there is no cut-off: too few values, no events, or no cut-off with enough samples on both sides.</summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>Looks for the best cut-off of every feature.</summary>
    /// <param name="matrix">f features × n samples; NaN is missing.</param>
    /// <param name="order">The order of its samples, made once and kept; null to sort here.</param>
    /// <param name="times">Follow-up of the n samples.</param>
    /// <param name="options">Which cut-offs are looked at; permutations are not made here.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. Results do not depend on it.</param>
    /// <exception cref="ArgumentException">Sizes differ, or a fraction is not between 0 and 1.</exception>
    public static MaximallySelectedScreen LogRank(
        FeatureMatrix matrix,
        SampleOrder? order,
        SurvivalTimes times,
        CutPointOptions? options = null,
        int threads = 0
    )
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(times);
        options ??= new CutPointOptions();
        options.Validate();
        Check.Length(matrix.Samples, times.Count, nameof(times));
        order ??= SampleOrder.Of(matrix, threads);
        if (order.Features != matrix.Features || order.Samples != matrix.Samples)
            throw new ArgumentException(
                $"The order is of {order.Features} × {order.Samples}; expected {matrix.Features} × {matrix.Samples}.",
                nameof(order)
            );
        var screen = new MaximallySelectedScreen(matrix.Features);
        var plan = new CutPointPlan(times, options);
        FeatureLoop.Run(
            matrix.Features,
            threads,
            () =>
            {
                var worker = new CutPointWorker(matrix, order, plan);
                return (from, to) =>
                {
                    for (var feature = from; feature < to; feature++)
                        screen.Set(feature, worker.Find(feature), plan);
                };
            }
        );
        return screen;
    }

    private void Set(int feature, in CutPointWorker.Found found, CutPointPlan plan)
    {
        (N[feature], NLow[feature], Reasons[feature]) = (found.N, found.Cut, found.Reason);
        (CutOff[feature], Z[feature], LogP[feature], LogPLausenSchumacher[feature]) = (
            double.NaN,
            double.NaN,
            double.NaN,
            double.NaN
        );
        if (found.Reason != NotEstimable.None)
            return;
        (CutOff[feature], Z[feature]) = (found.CutOff, found.Z);
        var size = Math.Abs(found.Z);
        LogP[feature] = MaximumBounds.LogImprovedBonferroni(size, found.Steps, found.Cubes);
        var (low, high) = ((double)found.First / found.N, (double)found.Last / found.N);
        LogPLausenSchumacher[feature] = MaximumBounds.LogLausenSchumacher(size, low, high);
    }
}
