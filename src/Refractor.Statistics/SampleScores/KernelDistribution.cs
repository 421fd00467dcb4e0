using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.SampleScores;

/// <summary>The estimate of the distribution function of a feature at its own values, with the buffers of one thread.</summary>
internal abstract class KernelDistribution
{
    private const double SmallestScale = 1e-290;

    /// <summary>The estimate of a kind.</summary>
    /// <param name="kernel">Which.</param>
    /// <param name="samples">n, the most values of a feature.</param>
    public static KernelDistribution Of(GsvaKernel kernel, int samples) =>
        kernel switch
        {
            GsvaKernel.GaussianTable => new TableKernel(samples),
            GsvaKernel.Gaussian => new NormalKernel(samples),
            GsvaKernel.Poisson => new PoissonKernel(),
            GsvaKernel.None => new Empirical(),
            _ => throw new ArgumentOutOfRangeException(nameof(kernel), kernel, "No such kernel."),
        };

    /// <summary>Values below count as missing.</summary>
    public virtual double Lowest => double.MinValue;

    /// <summary>Estimates P(X ≤ x) at every value.</summary>
    /// <param name="x">m values in ascending order, not all equal.</param>
    /// <param name="estimates">Receives m estimates between 0 and 1.</param>
    public abstract void Fill(ReadOnlySpan<double> x, Span<double> estimates);

    /// <summary>A quarter of the standard deviation, the bandwidth of the Gaussian kernels.</summary>
    protected static double Bandwidth(ReadOnlySpan<double> x)
    {
        var (mean, squares) = (0.0, 0.0);
        foreach (var value in x)
            mean += value;
        mean /= x.Length;
        var largest = Math.Max(x[^1] - mean, mean - x[0]);
        // Only where squares would leave the range of a double are they scaled: scaling changes last digits.
        var scale = largest is > 1e-140 and < 1e140 ? 1 : Math.Max(largest, SmallestScale);
        foreach (var value in x)
            squares += (value - mean) / scale * ((value - mean) / scale);
        return scale * Math.Sqrt(squares / (x.Length - 1)) / 4;
    }

    private sealed class Empirical : KernelDistribution
    {
        public override void Fill(ReadOnlySpan<double> x, Span<double> estimates)
        {
            for (var i = x.Length - 1; i >= 0; i--)
                estimates[i] = i + 1 < x.Length && x[i].Equals(x[i + 1]) ? estimates[i + 1] : (i + 1.0) / x.Length;
        }
    }

    /// <summary>The mean of Poisson distributions whose means are the values and a half.</summary>
    private sealed class PoissonKernel : KernelDistribution
    {
        // A tail below exp(−41) = 2^-59 changes no digit of a mean that is at least 1/(2m).
        private const double NegligibleLog = 41;

        public override double Lowest => 0;

        public override void Fill(ReadOnlySpan<double> x, Span<double> estimates)
        {
            for (var i = 0; i < x.Length; i++)
            {
                if (i > 0 && x[i].Equals(x[i - 1]))
                {
                    estimates[i] = estimates[i - 1];
                    continue;
                }
                var sum = 0.0;
                var (last, lastMean) = (0.0, double.NaN);
                foreach (var value in x)
                {
                    if (!value.Equals(lastMean))
                        (last, lastMean) = (AtMost(x[i], value + 0.5), value);
                    sum += last;
                }
                estimates[i] = sum / x.Length;
            }
        }

        // Chernoff and Bernstein bounds tell where the probability is 0 or 1 to all digits.
        private static double AtMost(double count, double mean)
        {
            var distance = Math.Floor(count) - mean;
            if (distance < 0 && distance * distance > 2 * NegligibleLog * mean)
                return 0;
            if (distance > 0 && distance * distance > 2 * NegligibleLog * (mean + distance / 3))
                return 1;
            return Poisson.Probability(count, mean);
        }
    }
}
