using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Survival.CompetingRisks;

/// <summary>Coefficients at the maximum, or why there is none.</summary>
/// <param name="Coefficients">The coefficients.</param>
/// <param name="Information">Factor of the information there.</param>
/// <param name="LogLikelihood">The maximum.</param>
/// <param name="NullLogLikelihood">The value with all coefficients 0.</param>
/// <param name="Iterations">Newton steps.</param>
/// <param name="Reason">Why there is no maximum.</param>
internal sealed record FineGrayFit(
    double[] Coefficients,
    Cholesky? Information,
    double LogLikelihood,
    double NullLogLikelihood,
    int Iterations,
    NotEstimable Reason
);

/// <summary>Maximises the pseudo-likelihood by Newton's method, with steps halved while it falls.</summary>
internal static class FineGrayNewton
{
    private const int MaximalSteps = 50;

    public static FineGrayFit Maximise(FineGrayLikelihood likelihood)
    {
        var coefficients = new double[likelihood.Columns.Length];
        var (value, slope, information) = likelihood.At(coefficients);
        var (start, atStart) = (value, information);
        for (var step = 0; step <= MaximalSteps; step++)
        {
            if (Cholesky.Of(information, 1e-10) is not { } factor)
                return None(step == 0 ? NotEstimable.Collinear : Ended(information, atStart));
            var move = (double[])slope.Clone();
            factor.Solve(move);
            // The square of the step in standard errors: twice what is left to gain.
            var gain = move.Zip(slope, (m, s) => m * s).Sum();
            if (gain < 1e-18 * Math.Max(1, Math.Abs(value)))
                return Vanished(information, atStart)
                    ? None(NotEstimable.Separation)
                    : new FineGrayFit(coefficients, factor, value, start, step, NotEstimable.None);
            for (var half = 0; ; half++)
            {
                var tried = coefficients.Zip(move, (b, m) => b + m).ToArray();
                var next = likelihood.At(tried);
                if (next.Value >= value - 1e-12 * Math.Abs(value))
                {
                    coefficients = tried;
                    (value, slope, information) = next;
                    break;
                }
                if (half == 30)
                    return None(Ended(information, atStart));
                move = Array.ConvertAll(move, m => m / 2);
            }
        }
        return None(Ended(information, atStart));
    }

    private static NotEstimable Ended(double[,] information, double[,] atStart) =>
        Vanished(information, atStart) ? NotEstimable.Separation : NotEstimable.NotConverged;

    // Towards an infinite coefficient the likelihood gets flat, and the information about the coefficient goes.
    private static bool Vanished(double[,] information, double[,] atStart)
    {
        for (var k = 0; k < atStart.GetLength(0); k++)
            if (information[k, k] < 1e-8 * atStart[k, k])
                return true;
        return false;
    }

    private static FineGrayFit None(NotEstimable reason) => new([], null, double.NaN, double.NaN, 0, reason);
}
