using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Counts;

/// <summary>
/// Quasi-likelihood models of counts: the variance of a gene is a multiple of the negative binomial one at its trended dispersion, and
/// the multiples are shrunk towards a trend over abundance (Lund et al., Stat Appl Genet Mol Biol 2012).
/// </summary>
/// <remarks>
/// Checked against <c>glmQLFit</c> of edgeR 3.40: dispersions of the trend, deviances without small-count adjustment.
/// </remarks>
public sealed class QuasiLikelihoodModel
{
    private readonly ResidualDeviances _residual;

    internal QuasiLikelihoodModel(NegativeBinomialModel model)
    {
        Model = model;
        _residual = new ResidualDeviances(model.Rows, model.Columns, model.Dispersions.Trended);
        var genes = model.Rows.Expressed;
        (PriorVariance, PosteriorVariance) = (new double[model.Rows.Features], new double[model.Rows.Features]);
        Array.Fill(PriorVariance, double.NaN);
        Array.Fill(PosteriorVariance, double.NaN);
        var prior = _residual.Prior(genes, model.Dispersions.Abundance) ?? new VariancePrior([0], [double.NaN]);
        PriorDf = prior.Df[0];
        for (var i = 0; i < genes.Length; i++)
        {
            var (g, own) = (genes[i], _residual.Df[genes[i]]);
            PriorVariance[g] = prior.VarianceOf(i);
            PosteriorVariance[g] =
                double.IsInfinity(PriorDf) ? PriorVariance[g]
                : PriorDf == 0 ? _residual.Variance(g)
                : (PriorDf * PriorVariance[g] + own * _residual.Variance(g)) / (PriorDf + own);
        }
    }

    /// <summary>The models with their dispersions.</summary>
    public NegativeBinomialModel Model { get; }

    /// <summary>Prior degrees of freedom of the quasi-likelihood variances.</summary>
    public double PriorDf { get; }

    /// <summary>Deviance of a gene at its trended dispersion; NaN without reads.</summary>
    public double[] Deviance => [.. _residual.Deviance];

    /// <summary>Residual degrees of freedom of a gene, without samples of cells that have no reads (Lun and Smyth, 2017).</summary>
    public double[] ResidualDf => [.. _residual.Df];

    /// <summary>Variance of the trend at the abundance of a gene; NaN without reads.</summary>
    public double[] PriorVariance { get; }

    /// <summary>Shrunk variance of a gene; NaN without reads.</summary>
    public double[] PosteriorVariance { get; }

    /// <summary>F tests of a coefficient in every gene.</summary>
    /// <param name="coefficient">Its name in the design.</param>
    /// <exception cref="ArgumentException">The design has no such coefficient.</exception>
    public QuasiLikelihoodTest Test(string coefficient) => Test(Model.Design.Coefficient(coefficient));

    /// <summary>F tests of a contrast in every gene.</summary>
    /// <param name="contrast">Weights of the coefficients.</param>
    /// <exception cref="ArgumentException">The contrast has another number of weights than the design has coefficients.</exception>
    public QuasiLikelihoodTest Test(Contrast contrast) => new(this, contrast);

    /// <summary>Whether a gene would vary less than Poisson's counts do, in any sample.</summary>
    internal bool IsBelowPoisson(int gene) =>
        PosteriorVariance[gene] * (1 + Model.Dispersions.Trended[gene] * _residual.SmallestExpected[gene]) < 1;

    /// <summary>Degrees of freedom of the shrunk variance: never more than all genes have together.</summary>
    internal double[] TotalDf()
    {
        var all = _residual.Df.Sum();
        return Array.ConvertAll(_residual.Df, own => Math.Min(PriorDf + own, all));
    }
}
