using System.Numerics.Tensors;

namespace Refractor.Statistics.Survival.Screening;

/// <summary>Tests one feature after the other, with buffers of one thread.</summary>
internal sealed class CoxScoreWorker
{
    private readonly FeatureMatrix _matrix;
    private readonly SurvivalTimes _times;
    private readonly CoxScoreOptions _options;
    private readonly CoxScorePlan _plan;
    private readonly double[] _values;
    private readonly double[] _hazards;
    private readonly double[] _slots;
    private RiskCoefficients? _own;

    public CoxScoreWorker(FeatureMatrix matrix, SurvivalTimes times, CoxScoreOptions options, CoxScorePlan plan)
    {
        (_matrix, _times, _options, _plan) = (matrix, times, options, plan);
        (_values, _hazards) = (new double[matrix.Samples], new double[matrix.Samples]);
        _slots = new double[plan.Risk.Layout.Rows.Length];
    }

    /// <summary>Tests a feature.</summary>
    public ScoreSums Test(int feature)
    {
        var used = _plan.Risk.Used;
        _matrix.CopyFeature(feature, _values);
        var sum = TensorPrimitives.Sum<double>(_values);
        // A finite sum has only finite terms.
        if (!_plan.Risk.UsesAll || !double.IsFinite(sum))
            return Sparse();
        TensorPrimitives.Subtract(_values, sum / used.Length, _values);
        return Sums(_plan, _plan.Risk.Coefficients, used.Length);
    }

    private ScoreSums Sparse()
    {
        var (n, sum) = (0, 0.0);
        foreach (var row in _plan.Risk.Used)
            if (double.IsFinite(_values[row]))
                (n, sum) = (n + 1, sum + _values[row]);
        if (n == 0)
            return ScoreSums.None(0, 0, NotEstimable.TooFewValues);
        if (n < _plan.Risk.Used.Length && _options.Covariates.Count > 0)
            return Refitted(sum / n);
        Array.Clear(_hazards);
        foreach (var row in _plan.Risk.Used)
            _hazards[row] = double.IsFinite(_values[row]) ? _plan.Risk.Hazards[row] : 0;
        Centre(sum / n);
        if (n == _plan.Risk.Used.Length)
            return Sums(_plan, _plan.Risk.Coefficients, n);
        _own ??= new RiskCoefficients(_plan.Risk.Layout, _plan.Risk.Ties);
        _own.Fill(_hazards);
        return Sums(_plan, _own, n);
    }

    private ScoreSums Refitted(double mean)
    {
        var plan = CoxScorePlan.Of(_times.Where(Array.ConvertAll(_values, double.IsFinite)), _options);
        Centre(mean);
        return Sums(plan, plan.Risk.Coefficients, plan.Risk.Used.Length);
    }

    private void Centre(double mean)
    {
        for (var i = 0; i < _values.Length; i++)
            _values[i] = double.IsFinite(_values[i]) ? _values[i] - mean : 0;
    }

    private ScoreSums Sums(CoxScorePlan plan, RiskCoefficients coefficients, int n)
    {
        if (n < 2 || coefficients.Events == 0)
            return ScoreSums.None(n, coefficients.Events, n < 2 ? NotEstimable.TooFewValues : NotEstimable.NoEvents);
        if (plan.Reason != NotEstimable.None)
            return ScoreSums.None(n, coefficients.Events, plan.Reason);
        var slots =
            _slots.Length >= plan.Risk.Layout.Rows.Length
                ? _slots.AsSpan(0, plan.Risk.Layout.Rows.Length)
                : new double[plan.Risk.Layout.Rows.Length];
        ScoreKernel.Spread(plan.Risk.Layout, _values, slots);
        var (variance, spread) = ScoreKernel.Variance(plan.Risk.Layout, coefficients, slots);
        var shared = new double[plan.Shared.Length];
        for (var k = 0; k < shared.Length; k++)
            shared[k] = ScoreKernel.Product(slots, plan.Shared[k]);
        var taken = 0.0;
        for (var a = 0; a < shared.Length; a++)
        for (var b = 0; b < shared.Length; b++)
            taken += shared[a] * plan.Covariance[a, b] * shared[b];
        return ScoreSums.Of(
            n,
            coefficients.Events,
            ScoreKernel.Product(slots, coefficients.Score),
            spread,
            variance,
            variance - taken
        );
    }
}
