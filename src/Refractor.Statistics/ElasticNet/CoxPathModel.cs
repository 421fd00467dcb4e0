namespace Refractor.Statistics.ElasticNet;

/// <summary>Follow-up with events, through Cox' partial likelihood with Breslow's treatment of ties.</summary>
internal sealed class CoxPathModel : PathModel
{
    private readonly int[] _order;
    private readonly int[] _ends;
    private readonly int[] _deaths;
    private readonly bool[] _events;
    private readonly double[] _risks;
    private readonly double _saturated;

    /// <param name="times">m times.</param>
    /// <param name="events">Whether the event was observed.</param>
    public CoxPathModel(double[] times, bool[] events)
    {
        _events = events;
        _order = [.. Enumerable.Range(0, times.Length).OrderByDescending(i => times[i])];
        _risks = new double[times.Length];
        var (ends, deaths) = (new List<int>(), new List<int>());
        for (var i = 0; i < times.Length; )
        {
            var (end, count) = (i, 0);
            for (; end < times.Length && times[_order[end]] == times[_order[i]]; end++)
                count += events[_order[end]] ? 1 : 0;
            ends.Add(end);
            deaths.Add(count);
            _saturated -= count > 0 ? count * Math.Log(count) : 0;
            i = end;
        }
        (_ends, _deaths) = ([.. ends], [.. deaths]);
        NullDeviance = Deviance(new double[times.Length]);
    }

    public override bool HasIntercept => false;

    public override double NullPredictor => 0;

    public override double NullDeviance { get; }

    // glmnet's code for Cox regression forms this power in single precision; ours has the same penalties, to all digits.
    public override double StepPower(int steps) => 1f / (steps - 1);

    public override double Deviance(ReadOnlySpan<double> predictor)
    {
        var shift = Risks(predictor);
        var (logLikelihood, sum, from) = (0.0, 0.0, 0);
        for (var k = 0; k < _ends.Length; k++)
        {
            for (; from < _ends[k]; from++)
            {
                var i = _order[from];
                sum += _risks[i];
                if (_events[i])
                    logLikelihood += predictor[i] - shift;
            }
            if (_deaths[k] > 0)
                logLikelihood -= _deaths[k] * Math.Log(sum);
        }
        return 2 * (_saturated - logLikelihood);
    }

    public override void Approximate(ReadOnlySpan<double> predictor, Span<double> slopes, Span<double> weights)
    {
        Risks(predictor);
        var m = predictor.Length;
        var sums = new double[_ends.Length];
        var (sum, from) = (0.0, 0);
        for (var k = 0; k < _ends.Length; k++)
        {
            for (; from < _ends[k]; from++)
                sum += _risks[_order[from]];
            sums[k] = sum;
        }
        // From the first time on: a patient was at risk at all earlier events and those at the own time.
        var (hazard, squares) = (0.0, 0.0);
        for (var k = _ends.Length - 1; k >= 0; k--)
        {
            hazard += _deaths[k] / sums[k];
            squares += _deaths[k] / sums[k] / sums[k];
            for (var at = k == 0 ? 0 : _ends[k - 1]; at < _ends[k]; at++)
            {
                var i = _order[at];
                slopes[i] = ((_events[i] ? 1 : 0) - _risks[i] * hazard) / m;
                weights[i] = (_risks[i] * hazard - _risks[i] * _risks[i] * squares) / m;
            }
        }
    }

    /// <summary>Relative hazards, scaled so that none overflows; the logarithm of the scale.</summary>
    private double Risks(ReadOnlySpan<double> predictor)
    {
        var largest = System.Numerics.Tensors.TensorPrimitives.Max(predictor);
        for (var i = 0; i < predictor.Length; i++)
            _risks[i] = Math.Exp(predictor[i] - largest);
        return largest;
    }
}
