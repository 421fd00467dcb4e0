namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>
/// The exact partial likelihood of discrete times: at each time the probability that, of all sets of d patients at risk, the d who had
/// the event are drawn.
/// </summary>
/// <remarks>
/// The sum over all sets is the d-th elementary symmetric polynomial of the risks, built patient by patient with its derivatives (Gail,
/// Lubin and Rubinstein, Biometrika 1981): d × m steps for m patients at risk.
/// </remarks>
internal sealed class ExactLikelihood(CoxSample sample) : PartialLikelihood(sample)
{
    private readonly double[] _predictor = new double[sample.Risk.N];

    /// <inheritdoc/>
    public override double Evaluate(ReadOnlySpan<double> coefficients, Span<double> score, double[,] information)
    {
        Sample.LinearPredictor(coefficients, _predictor);
        score.Clear();
        Array.Clear(information);
        var value = 0.0;
        for (var b = 0; b < Sample.Risk.Blocks.Length; b++)
            value += AddBlock(b, score, information);
        return value;
    }

    /// <inheritdoc/>
    public override bool RisesForever(ReadOnlySpan<double> direction)
    {
        var predictor = new double[Sample.Risk.N];
        Sample.LinearPredictor(direction, predictor);
        return MonotoneLikelihood.Holds(Sample.Risk, predictor, tiedEventsCompete: false);
    }

    private double AddBlock(int b, Span<double> score, double[,] information)
    {
        var block = Sample.Risk.Blocks[b];
        var atRisk = Sample.Risk.AtRisk(b).ToArray();
        var risks = Array.ConvertAll(atRisk, i => Math.Exp(_predictor[i]));
        // Scaled so that the polynomials stay in range: with a mean of d/m, the d-th of m risks is at most e^d.
        var scale = block.Events / SteadySums.Sum(risks);
        var sets = new SubsetSums(block.Events, Covariates);
        for (var j = 0; j < atRisk.Length; j++)
            sets.Add(risks[j] * scale, Sample.Row(atRisk[j]));
        var value = block.Events * Math.Log(scale) - Math.Log(sets.Total);
        for (var i = block.Start; i < block.EventsEnd; i++)
        {
            value += _predictor[i];
            for (var k = 0; k < Covariates; k++)
                score[k] += Sample.Columns[k][i];
        }
        for (var k = 0; k < Covariates; k++)
        {
            score[k] -= sets.Mean(k);
            for (var l = 0; l < Covariates; l++)
                information[k, l] += sets.Second(k, l) - sets.Mean(k) * sets.Mean(l);
        }
        return value;
    }

    /// <summary>Sums over all sets of 0 to d patients: of the product of risks, and with the sum of covariates and its square.</summary>
    private sealed class SubsetSums
    {
        private readonly double[] _products;
        private readonly double[,] _first;
        private readonly double[,,] _second;
        private readonly int _covariates;

        public SubsetSums(int size, int covariates)
        {
            _covariates = covariates;
            _products = new double[size + 1];
            _products[0] = 1;
            _first = new double[size + 1, covariates];
            _second = new double[size + 1, covariates, covariates];
        }

        public double Total => _products[^1];

        public double Mean(int k) => _first[_products.Length - 1, k] / Total;

        public double Second(int k, int l) => _second[_products.Length - 1, Math.Max(k, l), Math.Min(k, l)] / Total;

        public void Add(double risk, ReadOnlySpan<double> x)
        {
            for (var size = _products.Length - 1; size > 0; size--)
            {
                var product = _products[size - 1];
                if (product == 0)
                    continue;
                for (var k = 0; k < _covariates; k++)
                {
                    for (var l = 0; l <= k; l++)
                        _second[size, k, l] +=
                            risk
                            * (
                                _second[size - 1, k, l]
                                + x[k] * _first[size - 1, l]
                                + x[l] * _first[size - 1, k]
                                + x[k] * x[l] * product
                            );
                    _first[size, k] += risk * (_first[size - 1, k] + x[k] * product);
                }
                _products[size] += risk * product;
            }
        }
    }
}
