using System.Runtime.Intrinsics;

namespace Refractor.Statistics.MetaAnalysis;

/// <summary>The likelihood of τ² of <see cref="HeterogeneityLikelihood"/>, for eight features at once.</summary>
internal readonly struct LaneLikelihood(MetaLanes lanes, bool restricted)
{
    private const int MaximalSteps = 200;

    /// <summary>The maximum reached from a start, lane by lane by the same steps as for one feature.</summary>
    public Vector512<double> Climb(Vector512<double> start)
    {
        var zero = Vector512<double>.Zero;
        var infinite = Vector512.Create(double.PositiveInfinity);
        var active = Vector512.GreaterThan(lanes.Studies, Vector512<double>.One);
        var (low, high, tau2) = (zero, infinite, Vector512.ConditionalSelect(active, start, zero));
        for (var i = 0; i < MaximalSteps && !Vector512.EqualsAll(active, zero); i++)
        {
            var (score, curvature, information) = Slope(lanes.Weigh(tau2));
            var rises = Vector512.GreaterThan(score, zero);
            active &= ~(Vector512.Equals(score, zero) | (Vector512.Equals(tau2, zero) & ~rises));
            low = Vector512.ConditionalSelect(active & rises, tau2, low);
            high = Vector512.ConditionalSelect(active & ~rises, tau2, high);
            var slope = Vector512.ConditionalSelect(Vector512.GreaterThan(curvature, zero), curvature, information);
            var next = Vector512.Max(zero, tau2 + score / slope);
            var inside = Vector512.GreaterThanOrEqual(next, low) & Vector512.LessThan(next, high);
            var halved = Vector512.ConditionalSelect(Vector512.Equals(high, infinite), 2 * low, 0.5 * (low + high));
            next = Vector512.ConditionalSelect(inside, next, halved);
            var small = Vector512.ConditionalSelect(
                inside,
                Vector512.Create(HeterogeneityLikelihood.SmallStep),
                Vector512.Create(1e-15)
            );
            var done =
                Vector512.LessThanOrEqual(Vector512.Abs(next - tau2), small * tau2 + 1e-15 * lanes.SmallestVariance)
                & Vector512.GreaterThan(next, zero);
            tau2 = Vector512.ConditionalSelect(active, next, tau2);
            active &= ~done;
        }
        return tau2;
    }

    /// <summary>
    /// Lanes in which the likelihood rises beyond the maximum found, or falls before it, at a point of the grid: they have another maximum.
    /// </summary>
    public Vector512<double> HasOtherMaximum(Vector512<double> tau2, LaneMoments atZero, Vector512<double> spread)
    {
        var zero = Vector512<double>.Zero;
        var several = Vector512.GreaterThan(lanes.Studies, Vector512<double>.One);
        var found = Vector512.GreaterThan(tau2, zero) & Vector512.LessThan(Slope(atZero).Score, zero);
        for (
            var point = lanes.SmallestVariance / Vector512.Create(HeterogeneityLikelihood.GridFactor);
            Vector512.LessThanAny(point, Vector512.ConditionalSelect(several, spread, zero));
            point *= HeterogeneityLikelihood.GridFactor
        )
        {
            var score = Slope(lanes.Weigh(point)).Score;
            var isRising = Vector512.GreaterThan(score, zero) & Vector512.GreaterThan(point, tau2);
            var isFalling = Vector512.LessThan(score, zero) & Vector512.LessThan(point, tau2);
            found |= (isRising | isFalling) & Vector512.LessThan(point, spread);
        }
        return found & several;
    }

    private (Vector512<double> Score, Vector512<double> Curvature, Vector512<double> Information) Slope(LaneMoments m)
    {
        var (trace, squared) = restricted ? (m.TraceP, m.TracePP) : (m.S1, m.S2);
        return (0.5 * (m.SquaredProjection - trace), m.CubedProjection - 0.5 * squared, 0.5 * squared);
    }
}
