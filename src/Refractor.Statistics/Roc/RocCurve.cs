namespace Refractor.Statistics.Roc;

/// <summary>The ROC curve of one marker: sensitivity against specificity over all thresholds.</summary>
/// <remarks>Checked against <c>pROC::coords</c> and <c>auc(partial.auc =)</c>, see Reference/roc.</remarks>
public sealed class RocCurve
{
    private readonly RocPoint[] _points;

    private RocCurve(RocPoint[] points, RocDirection direction)
    {
        _points = points;
        Direction = direction;
    }

    /// <summary>
    /// Points from "all positive" to "none positive": by ascending threshold if cases are higher, by descending threshold if lower. One
    /// between each pair of neighbouring distinct values, and one at each end.
    /// </summary>
    public IReadOnlyList<RocPoint> Points => _points;

    /// <summary>Direction given.</summary>
    public RocDirection Direction { get; }

    /// <summary>Number of cases with a value.</summary>
    public int Cases => _points[0].Cases;

    /// <summary>Number of controls with a value.</summary>
    public int Controls => _points[0].Controls;

    /// <summary>Draws the curve of one marker.</summary>
    /// <param name="values">n values; NaN is dropped.</param>
    /// <param name="isCase">n labels: true for a case, false for a control.</param>
    /// <param name="direction">Whether cases are expected to be higher or lower.</param>
    /// <returns>The curve; or <see cref="NotEstimable.OneGroup"/> without case or control.</returns>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public static Estimate<RocCurve> Of(
        ReadOnlySpan<double> values,
        ReadOnlySpan<bool> isCase,
        RocDirection direction = RocDirection.CasesHigher
    )
    {
        var order = LabelledOrder.Of(values, isCase);
        if (order.Cases == 0 || order.Controls == 0)
            return NotEstimable.OneGroup;
        var points = new List<RocPoint>();
        // Samples below the threshold: negative if cases are higher, positive if lower.
        var (cases, controls) = (0, 0);
        for (var from = 0; ; )
        {
            var threshold = Threshold(order.Values, from, direction);
            points.Add(
                direction == RocDirection.CasesHigher
                    ? new RocPoint(
                        threshold,
                        order.Cases - cases,
                        order.Controls - controls,
                        order.Cases,
                        order.Controls
                    )
                    : new RocPoint(threshold, cases, controls, order.Cases, order.Controls)
            );
            if (from == order.Values.Length)
                break;
            var to = order.EndOfBlock(from);
            var blockCases = order.IsCase.AsSpan(from, to - from).Count(true);
            (cases, controls, from) = (cases + blockCases, controls + to - from - blockCases, to);
        }
        if (direction == RocDirection.CasesLower)
            points.Reverse();
        return new RocCurve([.. points], direction);
    }

    /// <summary>The thresholds of the largest Youden index, in the order of <see cref="Points"/>: several if they share it.</summary>
    /// <remarks>
    /// Chosen on the data at hand, so sensitivity and specificity there are too good; confirm them in other samples (Leeflang, Clin
    /// Chem 2008).
    /// </remarks>
    public IReadOnlyList<RocPoint> BestByYouden()
    {
        var best = _points.Max(p => p.YoudenNumerator);
        return [.. _points.Where(p => p.YoudenNumerator == best)];
    }

    /// <summary>The area between two specificities, that is under the sensitivities there.</summary>
    /// <param name="low">Lower specificity, at least 0.</param>
    /// <param name="high">Higher specificity, at most 1.</param>
    /// <exception cref="ArgumentException">The bounds are not 0 ≤ low &lt; high ≤ 1.</exception>
    public PartialArea PartialAreaBySpecificity(double low, double high) =>
        PartialArea.Under([.. _points.Reverse().Select(p => (1 - p.Specificity, p.Sensitivity))], 1 - high, 1 - low);

    /// <summary>The area between two sensitivities, that is beside the specificities there.</summary>
    /// <param name="low">Lower sensitivity, at least 0.</param>
    /// <param name="high">Higher sensitivity, at most 1.</param>
    /// <exception cref="ArgumentException">The bounds are not 0 ≤ low &lt; high ≤ 1.</exception>
    public PartialArea PartialAreaBySensitivity(double low, double high) =>
        PartialArea.Under([.. _points.Select(p => (1 - p.Sensitivity, p.Specificity))], 1 - high, 1 - low);

    private static double Threshold(double[] sorted, int position, RocDirection direction)
    {
        if (position == 0)
            return double.NegativeInfinity;
        if (position == sorted.Length)
            return double.PositiveInfinity;
        var (below, above) = (sorted[position - 1], sorted[position]);
        if (double.IsInfinity(below) || double.IsInfinity(above))
            (below, above) = (Math.Max(below, double.MinValue), Math.Min(above, double.MaxValue));
        var middle = double.IsInfinity(below + above) ? below / 2 + above / 2 : (below + above) / 2;
        // Between neighbouring doubles the middle is one of them, which must fall on its own side.
        return direction == RocDirection.CasesHigher
            ? (middle > below ? middle : above)
            : (middle < above ? middle : below);
    }
}
