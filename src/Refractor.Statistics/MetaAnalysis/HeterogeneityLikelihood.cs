namespace Refractor.Statistics.MetaAnalysis;

/// <summary>The (restricted) likelihood of τ² and its maximum.</summary>
internal sealed class HeterogeneityLikelihood(WeightedProjection model, double[] variances, bool restricted)
{
    // Steps that leave the bracket halve it, so that the climb always ends; 200 halvings exhaust the precision of a double.
    private const int MaximalSteps = 200;

    // Newton's error after such a step is about its square: below the rounding of the estimate.
    internal const double SmallStep = 1e-10;

    // Maxima that lie closer together than this are not told apart.
    internal const double GridFactor = 3;

    private readonly double[] _ones = [.. variances.Select(_ => 1.0)];

    /// <summary>First derivative, the negated second, and its expectation, of the log likelihood in τ².</summary>
    public readonly record struct Slope(double Score, double Curvature, double Information);

    /// <summary>The derivatives at a τ².</summary>
    public Slope At(double tau2)
    {
        model.Weigh(variances, tau2);
        var (trace, squared) = restricted ? (model.Trace(_ones), model.Trace(_ones, _ones)) : SumsOfWeights(tau2);
        return new Slope((model.SquaredProjection() - trace) / 2, model.CubedProjection() - squared / 2, squared / 2);
    }

    /// <summary>
    /// The τ² ≥ 0 of the largest likelihood; exactly 0 where it falls from 0 on. Where variances differ much, the likelihood may have several
    /// maxima: the one reached from the start is compared with those between the points of a grid.
    /// </summary>
    public double Maximise(double start)
    {
        var best = Climb(0, double.PositiveInfinity, start);
        var points = Grid();
        var rises = points.Select(p => At(p).Score > 0).ToArray();
        for (var i = 0; i < points.Length; i++)
        {
            var upper = i + 1 < points.Length ? points[i + 1] : double.PositiveInfinity;
            var isTop = rises[i] && (i + 1 == points.Length || !rises[i + 1]);
            if (isTop && !(best > points[i] && best < upper))
                best = Higher(best, Climb(points[i], upper, double.IsInfinity(upper) ? points[i] : upper));
        }
        return best > 0 && !rises[0] ? Higher(best, 0) : best;
    }

    private double Higher(double one, double other) => LogLikelihood(other) > LogLikelihood(one) ? other : one;

    /// <summary>0, and τ² from a part of the smallest variance to the spread of the effects.</summary>
    private double[] Grid()
    {
        var points = new List<double> { 0 };
        var spread = model.Studies * model.SpreadOfEffects();
        for (var point = variances.Min() / GridFactor; point < spread; point *= GridFactor)
            points.Add(point);
        return [.. points];
    }

    private double Climb(double low, double high, double start)
    {
        var tau2 = start;
        var negligible = 1e-15 * variances.Min();
        for (var i = 0; i < MaximalSteps; i++)
        {
            var slope = At(tau2);
            if (slope.Score == 0 || (tau2 == 0 && slope.Score < 0))
                return tau2;
            if (slope.Score > 0)
                low = tau2;
            else
                high = tau2;
            var step = slope.Score / (slope.Curvature > 0 ? slope.Curvature : slope.Information);
            var next = Math.Max(0, tau2 + step);
            var outside = next < low || next >= high;
            if (outside)
                next = double.IsInfinity(high) ? 2 * low : (low + high) / 2;
            if (Math.Abs(next - tau2) <= (outside ? 1e-15 : SmallStep) * tau2 + negligible && next > 0)
                return next;
            tau2 = next;
        }
        return tau2;
    }

    private double LogLikelihood(double tau2)
    {
        model.Weigh(variances, tau2);
        var sum = -model.ResidualSquares;
        foreach (var v in variances)
            sum -= Math.Log(v + tau2);
        return (restricted ? sum - model.LogDeterminant : sum) / 2;
    }

    private (double, double) SumsOfWeights(double tau2)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var v in variances)
        {
            sum += 1 / (v + tau2);
            squares += 1 / (v + tau2) / (v + tau2);
        }
        return (sum, squares);
    }
}
