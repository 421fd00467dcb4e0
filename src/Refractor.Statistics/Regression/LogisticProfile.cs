using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Regression;

/// <summary>What the profile of the (penalised) likelihood tells about one coefficient.</summary>
/// <param name="Statistic">Twice the fall of the log likelihood when the coefficient is held at 0.</param>
/// <param name="P">Its p value: χ² with one degree of freedom.</param>
/// <param name="Interval">The values at which the fall stays below the quantile of χ²; a bound is infinite if it never reaches it.</param>
public sealed record LogisticProfile(double Statistic, PValue P, Interval Interval)
{
    private const int MaximalSteps = 100;
    private const double Precision = 1e-10;

    // Beyond so many standard errors a likelihood that has not fallen enough is taken as flat.
    private const double FarthestErrors = 1000;

    internal static LogisticProfile Of(
        LogisticProblem problem,
        int place,
        double[] coefficients,
        double standardError,
        bool penalised,
        double level
    )
    {
        var basis = problem.InBasis([place], penalised);
        var inBasis = basis.ToBasis(coefficients);
        var top = LogisticMaximum.Of(basis.Likelihood, inBasis);
        var search = new Search(basis, top, standardError);
        var reach = Normal.Quantile((1 + level) / 2);
        var statistic = 2 * search.FallAt(0);
        return new LogisticProfile(
            statistic,
            ChiSquared.UpperTail(Math.Max(0, statistic), 1),
            new Interval(search.Bound(-reach), search.Bound(reach), level)
        );
    }

    private sealed class Search(LogisticProblem.Basis basis, LogisticMaximum top, double standardError)
    {
        private readonly double _value = top.Coefficients[^1] / basis.LastScale;
        private double[] _at = top.Coefficients;

        /// <summary>How far the log likelihood lies below its maximum when the coefficient is held.</summary>
        public double FallAt(double value)
        {
            var start = (double[])_at.Clone();
            start[^1] = value * basis.LastScale;
            var held = LogisticMaximum.Of(basis.Likelihood, start, held: 1);
            _at = held.Coefficients;
            return held.Converged ? top.LogLikelihood - held.LogLikelihood : double.NaN;
        }

        /// <summary>The value at which the signed root of twice the fall is as demanded, by Newton's steps within a bracket.</summary>
        public double Bound(double demanded)
        {
            _at = top.Coefficients;
            var sign = Math.Sign(demanded);
            var (near, far) = (0.0, double.PositiveInfinity);
            var distance = Math.Abs(demanded) * standardError;
            for (var i = 0; i < MaximalSteps; i++)
            {
                var root = Math.Sqrt(Math.Max(0, 2 * FallAt(_value + sign * distance)));
                if (double.IsNaN(root) || Math.Abs(root - Math.Abs(demanded)) < Precision)
                    return double.IsNaN(root) ? double.NaN : _value + sign * distance;
                if (root < Math.Abs(demanded))
                    near = distance;
                else
                    far = distance;
                if (near > FarthestErrors * standardError)
                    return sign * double.PositiveInfinity;
                var slope = -sign * basis.Likelihood.Score[^1] * basis.LastScale / root;
                var next = distance + (Math.Abs(demanded) - root) / slope;
                var isInside = next > near && next < far && next < 4 * distance;
                distance =
                    isInside ? next
                    : double.IsInfinity(far) ? 2 * distance
                    : (near + far) / 2;
                if (far - near < 1e-14 * far)
                    break;
            }
            return _value + sign * distance;
        }
    }
}
