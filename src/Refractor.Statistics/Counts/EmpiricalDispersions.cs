using Refractor.Statistics.Smoothing;

namespace Refractor.Statistics.Counts;

/// <summary>
/// Dispersions by weighted likelihood (McCarthy, Chen and Smyth, Nucleic Acids Res 2012; Chen, Lun and Smyth, 2014): a common one, a
/// trend from likelihoods averaged over genes of like abundance, and one for each gene from its own likelihood and that average, which
/// counts as much as the quasi-likelihood prior has degrees of freedom.
/// </summary>
/// <param name="Common">One dispersion for all genes.</param>
/// <param name="Trended">Dispersion at the abundance of each gene; NaN without reads.</param>
/// <param name="Genewise">Dispersion of each gene; NaN without reads.</param>
/// <param name="Abundance">Log2 reads per million of each gene; NaN without reads.</param>
/// <param name="PriorDf">Prior degrees of freedom; +∞ if the genes differ by chance alone.</param>
internal sealed record EmpiricalDispersions(
    double Common,
    double[] Trended,
    double[] Genewise,
    double[] Abundance,
    double PriorDf
)
{
    // Genes with fewer reads say nothing of dispersion: they take that of the least abundant of the others.
    private const double FewestReads = 5;

    /// <summary>Genes whose likelihoods count.</summary>
    public static int[] Informative(CountRows rows) => [.. rows.Expressed.Where(g => rows.Reads[g] >= FewestReads)];

    /// <summary>The common dispersion.</summary>
    /// <param name="genes">Informative genes.</param>
    /// <param name="likelihoods">Log likelihoods of every gene on the grid.</param>
    public static double CommonOf(int[] genes, double[][] likelihoods)
    {
        var sums = new double[DispersionGrid.Dispersions.Length];
        foreach (var g in genes)
        {
            for (var j = 0; j < sums.Length; j++)
                sums[j] += likelihoods[g][j];
        }
        return DispersionGrid.Best(sums);
    }

    /// <summary>Estimates; null if no gene has reads enough.</summary>
    /// <param name="rows">The counts.</param>
    /// <param name="columns">Design.</param>
    /// <param name="likelihoods">Log likelihoods of the informative genes on the grid.</param>
    public static EmpiricalDispersions? Of(CountRows rows, double[][] columns, double[][] likelihoods)
    {
        var genes = Informative(rows);
        if (genes.Length == 0)
            return null;
        var common = CommonOf(genes, likelihoods);
        var abundance = PriorCount.Abundance(rows, common);
        var shared = LocalAverages.Of(
            Array.ConvertAll(genes, g => abundance[g]),
            Array.ConvertAll(genes, g => likelihoods[g]),
            Span(genes.Length)
        );
        var trended = Everywhere(rows, genes, abundance, Array.ConvertAll(shared, s => DispersionGrid.Best(s)));
        var residual = new ResidualDeviances(rows, columns, trended);
        var priorDf = residual.Prior(genes, abundance)?.Df[0] ?? double.PositiveInfinity;
        var weight = priorDf / (rows.Samples - columns.Length);
        var genewise = (double[])trended.Clone();
        for (var i = 0; i < genes.Length && double.IsFinite(weight); i++)
        {
            double[] posterior = [.. likelihoods[genes[i]].Zip(shared[i], (own, s) => own + weight * s)];
            genewise[genes[i]] = DispersionGrid.Best(posterior);
        }
        return new EmpiricalDispersions(common, trended, genewise, abundance, priorDf);
    }

    // All of 50 genes, and a falling share of more.
    private static double Span(int genes) => genes > 50 ? 0.25 + 0.75 * Math.Sqrt(50.0 / genes) : 1;

    private static double[] Everywhere(CountRows rows, int[] genes, double[] abundance, double[] trend)
    {
        var lowest = 0;
        for (var i = 1; i < genes.Length; i++)
        {
            if (abundance[genes[i]] < abundance[genes[lowest]])
                lowest = i;
        }
        var trended = new double[rows.Features];
        Array.Fill(trended, double.NaN);
        foreach (var g in rows.Expressed)
            trended[g] = trend[lowest];
        for (var i = 0; i < genes.Length; i++)
            trended[genes[i]] = trend[i];
        return trended;
    }
}
