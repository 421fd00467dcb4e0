using System.Numerics;
using System.Runtime.InteropServices;
using Refractor.Statistics.Distributions;
using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.Roc;

/// <summary>
/// Compares two groups in every feature of a matrix: area under the ROC curve with DeLong's variance and interval, and Wilcoxon's
/// rank-sum test, as columns of length f. One walk along a stored <see cref="SampleOrder"/> gives all of it, for any two groups of any
/// samples; nothing is sorted again.
/// </summary>
/// <remarks>
/// The area is that of higher cases, below 0.5 where cases are lower; it is never turned. Samples without a value are dropped feature by
/// feature. The sums are integers, so that the result depends neither on threads nor on the order of samples or features. Checked against
/// <c>pROC::ci.auc</c> and <c>wilcox.test(exact = FALSE)</c>.
/// </remarks>
public sealed class RocScreen
{
    private RocScreen(int features)
    {
        (Cases, Controls) = (new int[features], new int[features]);
        (Areas, Variances) = (new double[features], new double[features]);
        (Low, High) = (new double[features], new double[features]);
        (Z, LogP) = (new double[features], new double[features]);
        (TestReasons, IntervalReasons) = (new NotEstimable[features], new NotEstimable[features]);
    }

    /// <summary>Cases with a value.</summary>
    public int[] Cases { get; }

    /// <summary>Controls with a value.</summary>
    public int[] Controls { get; }

    /// <summary>Areas under the curves, 0 to 1; NaN without case or control.</summary>
    public double[] Areas { get; }

    /// <summary>DeLong's variances; NaN with fewer than two cases or controls.</summary>
    public double[] Variances { get; }

    /// <summary>
    /// Lower bounds of DeLong's intervals, cut to 0–1; where the area is 0 or 1 those of
    /// <see cref="AreaUnderCurve.SeparationBound"/>; NaN where <see cref="IntervalReasons"/> says why.
    /// </summary>
    public double[] Low { get; }

    /// <summary>Upper bounds.</summary>
    public double[] High { get; }

    /// <summary>Rank-sum statistics in standard deviations, positive where cases are higher; corrected for ties.</summary>
    public double[] Z { get; }

    /// <summary>Natural logarithms of the two-sided p of <see cref="Z"/>.</summary>
    public double[] LogP { get; }

    /// <summary>
    /// Why there is no test: <see cref="NotEstimable.OneGroup"/> without case or control, <see cref="NotEstimable.NoVariation"/> if all
    /// values are equal.
    /// </summary>
    public NotEstimable[] TestReasons { get; }

    /// <summary>
    /// Why there is no interval: as for the test, or <see cref="NotEstimable.TooFewValues"/> with a single case or control.
    /// </summary>
    public NotEstimable[] IntervalReasons { get; }

    /// <summary>Runs over all features.</summary>
    /// <param name="order">Order of n samples by f features.</param>
    /// <param name="roles">n roles: case, control or left out.</param>
    /// <param name="level">Level of the intervals, between 0 and 1.</param>
    /// <param name="continuityCorrection">Whether the test is corrected for continuity, as R does by default.</param>
    /// <param name="exactIfSmall">
    /// Whether p is exact where R's default is: fewer than 50 cases and controls and no ties among them. Z stays as it is.
    /// </param>
    /// <param name="threads">How many threads at most; 0 for one per core.</param>
    /// <param name="progress">Told how many features are done, from any thread and not in turn; null for none.</param>
    /// <exception cref="ArgumentException">
    /// There are not n roles, a role is none of the three, the level is not between 0 and 1, or there are more than 1,048,576 samples.
    /// </exception>
    public static RocScreen Run(
        SampleOrder order,
        ReadOnlySpan<SampleRole> roles,
        double level = 0.95,
        bool continuityCorrection = true,
        bool exactIfSmall = false,
        int threads = 0,
        IProgress<int>? progress = null
    )
    {
        ArgumentNullException.ThrowIfNull(order);
        AlternativeTails.CheckLevel(level);
        Check(order.Samples, roles);
        var screen = new RocScreen(order.Features);
        var z = Normal.Quantile((1 - level) / 2, tail: Tail.Upper);
        if (order.IsShort)
            Walk<ushort>(order, roles, threads, Set, progress);
        else
            Walk<int>(order, roles, threads, Set, progress);
        return screen;

        void Set(int feature, PlacementSums sums)
        {
            screen.SetArea(feature, sums, level, z);
            screen.SetTest(feature, sums, continuityCorrection, exactIfSmall);
        }
    }

    private static void Walk<T>(
        SampleOrder order,
        ReadOnlySpan<SampleRole> roles,
        int threads,
        Action<int, PlacementSums> set,
        IProgress<int>? progress
    )
        where T : unmanaged, IBinaryInteger<T>
    {
        var codes = PlacementWalk.CodesOf(roles);
        FeatureLoop.Run(
            order.Features,
            threads,
            () =>
            {
                var walk = new PlacementWalk(order.Samples);
                return (from, to) =>
                {
                    for (var f = from; f < to; f++)
                        set(f, walk.Of(order.Indices<T>(f)[..order.Measured(f)], order.Ties(f), codes));
                };
            },
            progress
        );
    }

    private void SetArea(int feature, in PlacementSums sums, double level, double z)
    {
        (Cases[feature], Controls[feature]) = (sums.Cases, sums.Controls);
        (Areas[feature], Variances[feature]) = (sums.Auc, sums.AucVariance);
        var reason = AreaUnderCurve.ReasonOfNoInterval(sums);
        var interval =
            reason != NotEstimable.None ? Interval.None
            : Areas[feature] is 0 or 1
                ? AreaUnderCurve.SeparationBound(Areas[feature], sums.Cases, sums.Controls, level)
            : AreaUnderCurve.DeLong(Areas[feature], Variances[feature], z, level);
        (Low[feature], High[feature], IntervalReasons[feature]) = (interval.Low, interval.High, reason);
    }

    private void SetTest(int feature, in PlacementSums sums, bool continuityCorrection, bool exactIfSmall)
    {
        TestReasons[feature] =
            sums.IsOneGroup ? NotEstimable.OneGroup
            : sums.AllEqual ? NotEstimable.NoVariation
            : NotEstimable.None;
        var isEstimable = TestReasons[feature] == NotEstimable.None;
        Z[feature] = isEstimable ? sums.WilcoxonZ(continuityCorrection) : double.NaN;
        LogP[feature] =
            !isEstimable ? double.NaN
            : exactIfSmall && sums is { Cases: < 50, Controls: < 50, TieTerm: 0 } ? sums.ExactP.Log
            : Normal.TwoSided(Z[feature]).Log;
    }

    private static void Check(int samples, ReadOnlySpan<SampleRole> roles)
    {
        if (roles.Length != samples)
            throw new ArgumentException($"Found {roles.Length} roles; expected {samples}.", nameof(roles));
        if (MemoryMarshal.AsBytes(roles).ContainsAnyExceptInRange((byte)SampleRole.LeftOut, (byte)SampleRole.Case))
            throw new ArgumentException("A role is none of case, control and left out.", nameof(roles));
        if (samples > PlacementSums.MostSamples)
            throw new ArgumentException(
                $"Found {samples} samples; expected at most {PlacementSums.MostSamples}.",
                nameof(samples)
            );
    }
}
