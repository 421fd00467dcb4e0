namespace Refractor.Statistics.Counts;

/// <summary>Counts of samples that share a rate, mapped to libraries of one size.</summary>
/// <param name="logSizes">Logarithms of all library sizes.</param>
/// <param name="members">The samples.</param>
/// <param name="newLogSize">Logarithm of the size they are mapped to.</param>
internal sealed class ComparableCounts(double[] logSizes, int[] members, double newLogSize)
{
    private readonly double[] _logSizes = Array.ConvertAll(members, s => logSizes[s]);

    /// <summary>What maps the counts of one gene after the other at a dispersion, with buffers of its own.</summary>
    public Func<double[], double, double[]> Worker()
    {
        var fit = new NegativeBinomialFit([
            [.. Enumerable.Repeat(1.0, members.Length)],
        ]);
        var own = new double[members.Length];
        return (counts, dispersion) =>
        {
            for (var i = 0; i < own.Length; i++)
                own[i] = counts[members[i]];
            if (!Array.Exists(own, c => c > 0))
                return own;
            fit.TryFit(own, _logSizes, dispersion);
            var newMean = Math.Exp(fit.Coefficients[0] + newLogSize);
            for (var i = 0; i < own.Length; i++)
                own[i] = QuantileMapping.Of(own[i], fit.Expected[i], newMean, dispersion);
            return own;
        };
    }
}
