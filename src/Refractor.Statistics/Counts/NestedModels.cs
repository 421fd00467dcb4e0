using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Counts;

/// <summary>Effects of a contrast, and how much better the models fit with it than without.</summary>
internal sealed class NestedModels
{
    // As edgeR stops: its effects are a step short of the maximum, which shows in the fifth digit, and in the third with a wild count.
    private const double EffectTolerance = 1e-6;

    private readonly NegativeBinomialModel _model;
    private readonly double[] _weights;
    private readonly double[][] _reduced;

    public NestedModels(NegativeBinomialModel model, Contrast contrast)
    {
        (_model, _weights) = (model, contrast.ToArray(model.Design.Coefficients));
        if (Array.TrueForAll(_weights, w => w == 0))
            throw new ArgumentException(
                $"All weights of contrast '{contrast.Name}' are 0; expected one that is not.",
                nameof(contrast)
            );
        _reduced = Without(model.Columns, _weights);
    }

    /// <summary>Twice the log likelihood ratio at given dispersions; NaN without reads.</summary>
    /// <param name="genes">Those asked for.</param>
    /// <param name="dispersions">One for each gene.</param>
    /// <returns>One ratio for each gene, and whether both models converged.</returns>
    public (double[] Ratios, bool[] Converged) Ratios(int[] genes, Func<int, double> dispersions)
    {
        var (ratios, converged) = (Missing(), new bool[_model.Rows.Features]);
        var alone = Array.ConvertAll(_model.Rows.LogSizes, Math.Exp);
        _model.Rows.ForEach(
            genes,
            () =>
            {
                var full = new NegativeBinomialFit(_model.Columns);
                var reduced = _reduced.Length > 0 ? new NegativeBinomialFit(_reduced) : null;
                return (gene, counts) =>
                {
                    var dispersion = dispersions(gene);
                    converged[gene] =
                        full.TryFit(counts, _model.Rows.LogSizes, dispersion)
                        && reduced?.TryFit(counts, _model.Rows.LogSizes, dispersion) != false;
                    var without =
                        reduced?.Deviance(counts, dispersion)
                        ?? NegativeBinomialFit.DevianceOf(counts, alone, dispersion);
                    ratios[gene] = Math.Max(0, without - full.Deviance(counts, dispersion));
                };
            }
        );
        return (ratios, converged);
    }

    /// <summary>Log2 fold changes at given dispersions, with a prior count; NaN without reads.</summary>
    /// <param name="dispersions">One for each gene.</param>
    public double[] Effects(double[] dispersions)
    {
        var (rows, effects) = (_model.Rows, Missing());
        var prior = new PriorCount(rows.LogSizes, PriorCount.OfEffects);
        rows.ForEach(() =>
        {
            var fit = new NegativeBinomialFit(_model.Columns, EffectTolerance);
            return (gene, counts) =>
            {
                fit.TryFit(prior.Add(counts), prior.LogSizes, dispersions[gene]);
                effects[gene] = _weights.Zip(fit.Coefficients, (w, c) => w * c).Sum() / Math.Log(2);
            };
        });
        return effects;
    }

    private double[] Missing()
    {
        var values = new double[_model.Rows.Features];
        Array.Fill(values, double.NaN);
        return values;
    }

    // The design in which the contrast is 0: one column with a weight is left out, and the others make up for its effect.
    private static double[][] Without(double[][] columns, double[] weights)
    {
        var pivot = Array.FindIndex(weights, w => Math.Abs(w) == weights.Max(Math.Abs));
        return
        [
            .. Enumerable
                .Range(0, columns.Length)
                .Where(k => k != pivot)
                .Select(k =>
                    columns[k].Zip(columns[pivot], (x, left) => x - weights[k] / weights[pivot] * left).ToArray()
                ),
        ];
    }
}
