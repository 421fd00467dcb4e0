using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.MultipleTesting;

/// <summary>The Cauchy combination on logarithms, where tan((½ − p) π) = cot(π p) ≈ 1 / (π p) may be beyond the range of a double.</summary>
internal static class CauchyCombination
{
    /// <summary>
    /// Below this log p the smallest p is all that counts to double precision, for the others are at most 1e16 in size: the sum of 1 / p is
    /// taken in logarithms.
    /// </summary>
    private const double Dominant = -300;

    public static Estimate<CombinedP> Of(ReadOnlySpan<double> logP, ReadOnlySpan<double> weights)
    {
        if (!weights.IsEmpty)
            Arguments.CheckSameLength(weights.Length, logP.Length, nameof(weights));
        double sum = 0,
            total = 0,
            smallest = 0;
        var logInverse = double.NegativeInfinity;
        var n = 0;
        for (var i = 0; i < logP.Length; i++)
        {
            Arguments.CheckLogProbability(logP[i], nameof(logP));
            var weight = CombinedP.WeightOf(weights, i);
            if (double.IsNaN(logP[i]) || weight == 0)
                continue;
            total += weight;
            smallest = Math.Min(smallest, logP[i]);
            sum += weight * Cotangent(logP[i]);
            logInverse = SpecialFunctions.LogSumExp(logInverse, Math.Log(weight) - logP[i]);
            n++;
        }
        if (n == 0)
            return NotEstimable.TooFewValues;
        var statistic = sum / total;
        if (double.IsNaN(statistic))
            return NotEstimable.OutOfRange;
        var log = smallest < Dominant ? Math.Log(total) - logInverse : Math.Log(UpperTail(statistic));
        return new CombinedP(PValue.FromLog(log), statistic, n);
    }

    /// <summary>cot(π p), from the nearer end of 0 and 1.</summary>
    private static double Cotangent(double logP)
    {
        if (logP <= -Elementary.LogTwo)
            return 1 / Math.Tan(Math.PI * Math.Exp(logP));
        return -1 / Math.Tan(Math.PI * -Elementary.Expm1(logP));
    }

    private static double UpperTail(double x) => x > 1 ? Math.Atan(1 / x) / Math.PI : 0.5 - Math.Atan(x) / Math.PI;
}
