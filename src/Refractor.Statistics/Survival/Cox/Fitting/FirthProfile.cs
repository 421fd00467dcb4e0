namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Interval and test of one coefficient from its profile: the penalised likelihood maximised over all others.</summary>
/// <remarks>Near separation the likelihood is far from a parabola, and intervals from a standard error mislead.</remarks>
internal sealed class FirthProfile(FirthLikelihood likelihood, FirthNewton.Maximum maximum, double[] errors)
{
    private const int MaximalSteps = 60;
    private const double Precision = 1e-10;

    /// <summary>Twice the fall of the profile from its maximum to a coefficient of 0: χ² on 1 degree of freedom.</summary>
    public double LikelihoodRatio(int coefficient) => 2 * (maximum.LogLikelihood - Value(coefficient, 0));

    /// <summary>The bound on one side at which the profile has fallen by half of the squared normal quantile.</summary>
    /// <param name="coefficient">Which.</param>
    /// <param name="quantile">Normal quantile, negative for the lower bound.</param>
    /// <returns>The bound; ±∞ if the profile does not fall so far.</returns>
    public double Bound(int coefficient, double quantile)
    {
        // The signed root of the fall is close to a line through 0 at the estimate, so that a secant needs few steps.
        var estimate = maximum.Coefficients[coefficient];
        var step = quantile * errors[coefficient];
        var (inside, insideRoot) = (estimate, 0.0);
        var (outside, outsideRoot) = (estimate + step, Root(coefficient, estimate + step));
        for (var i = 0; outsideRoot < Math.Abs(quantile); i++)
        {
            if (i == MaximalSteps)
                return quantile * double.PositiveInfinity;
            (inside, insideRoot) = (outside, outsideRoot);
            step *= 1.5;
            outside = estimate + step;
            outsideRoot = Root(coefficient, outside);
        }
        return Search(coefficient, Math.Abs(quantile), (inside, insideRoot), (outside, outsideRoot));
    }

    private double Search(int coefficient, double target, (double X, double Root) low, (double X, double Root) high)
    {
        for (var i = 0; i < MaximalSteps; i++)
        {
            var fraction = (target - low.Root) / (high.Root - low.Root);
            if (i % 3 == 2 || !double.IsFinite(fraction))
                fraction = 0.5;
            var x = low.X + fraction * (high.X - low.X);
            var root = Root(coefficient, x);
            if (Math.Abs(root - target) < Precision || Math.Abs(high.X - low.X) < Precision * Math.Abs(x))
                return x;
            if (root < target)
                low = (x, root);
            else
                high = (x, root);
        }
        return low.X;
    }

    // Where the profile cannot be computed, the information is singular and the penalty has driven it to −∞.
    private double Root(int coefficient, double x)
    {
        var fall = maximum.LogLikelihood - Value(coefficient, x);
        return double.IsNaN(fall) ? double.PositiveInfinity : Math.Sqrt(Math.Max(0, 2 * fall));
    }

    private double Value(int coefficient, double x)
    {
        var start = (double[])maximum.Coefficients.Clone();
        start[coefficient] = x;
        return FirthNewton.Maximise(likelihood, start, coefficient).LogLikelihood;
    }
}
