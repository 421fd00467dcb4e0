using System.Numerics.Tensors;

namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>The partial likelihood by Efron's or Breslow's treatment of ties.</summary>
/// <remarks>
/// The derivatives need no second moments of the risk sets: with M the martingale residuals and H the expected events of a row, the score
/// is Σ x M, and the information Σ x x' H − Σ over terms of weight × mean × mean', because each row's moments are summed once over time
/// instead of at each time over the rows.
/// </remarks>
internal sealed class RiskSetLikelihood : PartialLikelihood
{
    private readonly double[] _risk;
    private readonly double[] _expected;
    private readonly double[] _scratch;
    private readonly RiskSetSums _sums;

    public RiskSetLikelihood(CoxSample sample, CoxTies ties)
        : base(sample)
    {
        Terms = new RiskSetTerms(sample, ties);
        var n = sample.Risk.N;
        (_risk, _expected, _scratch) = (new double[n], new double[n], new double[Math.Max(n, Terms.Count)]);
        _sums = new RiskSetSums(sample, Terms);
    }

    /// <summary>The terms at the coefficients of the last evaluation.</summary>
    public RiskSetTerms Terms { get; }

    /// <summary>w exp(β'x) of each sorted row at the last evaluation; 0 for rows never at risk at an event.</summary>
    public ReadOnlySpan<double> Risks => _risk;

    /// <summary>Expected events × case weight of each sorted row at the last evaluation.</summary>
    public ReadOnlySpan<double> Expected => _expected;

    /// <inheritdoc/>
    public override double Evaluate(ReadOnlySpan<double> coefficients, Span<double> score, double[,] information)
    {
        var value = FillTerms(coefficients);
        FillExpected();
        FillScore(score);
        Information(null, information);
        return value;
    }

    /// <summary>
    /// Σ over terms of multiplier × weight × variance of the covariates in the risk set: the information for multipliers of 1.
    /// </summary>
    /// <param name="multipliers">One per block; null for 1.</param>
    /// <param name="information">Receives p × p.</param>
    public void Information(ReadOnlySpan<double> multipliers, double[,] information)
    {
        var n = Sample.Risk.N;
        var row = multipliers.IsEmpty ? _expected : _sums.ExpectedTimes(_risk, multipliers);
        var term = multipliers.IsEmpty ? Terms.Weights : TermWeights(multipliers);
        var scratch = _scratch.AsSpan();
        for (var a = 0; a < Covariates; a++)
        {
            TensorPrimitives.Multiply(row, Sample.Columns[a], scratch);
            for (var b = 0; b <= a; b++)
                information[a, b] = SteadySums.Dot(scratch[..n], Sample.Columns[b]);
            TensorPrimitives.Multiply(term, Terms.Means[a], scratch);
            for (var b = 0; b <= a; b++)
            {
                information[a, b] -= SteadySums.Dot(scratch[..Terms.Count], Terms.Means[b]);
                information[b, a] = information[a, b];
            }
        }
    }

    /// <inheritdoc/>
    public override bool RisesForever(ReadOnlySpan<double> direction)
    {
        var predictor = new double[Sample.Risk.N];
        Sample.LinearPredictor(direction, predictor);
        return MonotoneLikelihood.Holds(Sample.Risk, predictor, tiedEventsCompete: true);
    }

    private double FillTerms(ReadOnlySpan<double> coefficients)
    {
        var (sample, risk) = (Sample, Sample.Risk);
        sample.LinearPredictor(coefficients, _expected);
        var value = 0.0;
        for (var i = 0; i < risk.N; i++)
            if (risk.Event[i])
                value += sample.Weights[i] * _expected[i];
        SteadySums.Exp(_expected, _risk);
        TensorPrimitives.Multiply(_risk, sample.Weights, _risk);
        for (var i = 0; i < risk.N; i++)
            if (!risk.EverAtRisk(i))
                _risk[i] = 0;
        _sums.Fill(_risk);
        for (var t = 0; t < Terms.Count; t++)
            value -= Terms.Weights[t] * Math.Log(Terms.Totals[t]);
        return value;
    }

    private void FillExpected() => _sums.ExpectedTimes(_risk, []).CopyTo(_expected, 0);

    private void FillScore(Span<double> score)
    {
        var risk = Sample.Risk;
        var martingale = _scratch.AsSpan(0, risk.N);
        for (var i = 0; i < risk.N; i++)
            martingale[i] = (risk.Event[i] ? Sample.Weights[i] : 0) - _expected[i];
        for (var k = 0; k < Covariates; k++)
            score[k] = SteadySums.Dot(martingale, Sample.Columns[k]);
    }

    private double[] TermWeights(ReadOnlySpan<double> multipliers)
    {
        var weights = (double[])Terms.Weights.Clone();
        for (var b = 0; b < multipliers.Length; b++)
        for (var t = Terms.BlockStarts[b]; t < Terms.BlockStarts[b + 1]; t++)
            weights[t] *= multipliers[b];
        return weights;
    }
}
