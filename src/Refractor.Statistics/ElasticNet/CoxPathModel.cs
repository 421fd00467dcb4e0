using System.Numerics.Tensors;

namespace Refractor.Statistics.ElasticNet;

/// <summary>Follow-up with events, through Cox' partial likelihood with Breslow's treatment of ties.</summary>
internal sealed class CoxPathModel : PathModel
{
    private readonly int[] _order;
    private readonly int[] _ends;
    private readonly int[] _deaths;
    private readonly bool[] _events;
    private readonly double[] _risks;
    private readonly double[] _expected;
    private readonly double[] _sums;
    private readonly double _saturated;

    /// <param name="times">m times.</param>
    /// <param name="events">Whether the event was observed.</param>
    public CoxPathModel(double[] times, bool[] events)
    {
        _events = events;
        _order = [.. Enumerable.Range(0, times.Length).OrderByDescending(i => times[i])];
        (_risks, _expected) = (new double[times.Length], new double[times.Length]);
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
        (_ends, _deaths, _sums) = ([.. ends], [.. deaths], new double[ends.Count]);
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
        var (sum, from) = (0.0, 0);
        for (var k = 0; k < _ends.Length; k++)
        {
            for (; from < _ends[k]; from++)
                sum += _risks[_order[from]];
            _sums[k] = sum;
        }
        // From the first time on: a patient was at risk at all earlier events and those at the own time.
        var (hazard, squares) = (0.0, 0.0);
        for (var k = _ends.Length - 1; k >= 0; k--)
        {
            hazard += _deaths[k] / _sums[k];
            squares += _deaths[k] / _sums[k] / _sums[k];
            for (var at = k == 0 ? 0 : _ends[k - 1]; at < _ends[k]; at++)
            {
                var i = _order[at];
                _expected[i] = _risks[i] * hazard / m;
                slopes[i] = (_events[i] ? 1.0 : 0) / m - _expected[i];
                weights[i] = _expected[i] - _risks[i] * _risks[i] * squares / m;
            }
        }
    }

    // The diagonal without the squares, less the products of the means over those at risk at each death.
    public override double[,] Curvature(double[][] columns, ReadOnlySpan<double> weights)
    {
        var curvature = new double[columns.Length, columns.Length];
        AddProducts(curvature, columns, _expected, 1);
        int[] times = [.. Enumerable.Range(0, _ends.Length).Where(k => _deaths[k] > 0)];
        double[] deaths = [.. times.Select(k => (double)_deaths[k])];
        AddProducts(curvature, [.. columns.Select(c => MeansAtRisk(c, times))], deaths, -1.0 / _order.Length);
        return curvature;
    }

    private double[] MeansAtRisk(double[] column, int[] times)
    {
        var means = new double[times.Length];
        var (sum, from) = (0.0, 0);
        for (var t = 0; t < times.Length; t++)
        {
            for (; from < _ends[times[t]]; from++)
                sum += _risks[_order[from]] * column[_order[from]];
            means[t] = sum / _sums[times[t]];
        }
        return means;
    }

    /// <summary>Relative hazards, scaled so that none overflows; the logarithm of the scale.</summary>
    private double Risks(ReadOnlySpan<double> predictor)
    {
        var largest = TensorPrimitives.Max(predictor);
        for (var i = 0; i < predictor.Length; i++)
            _risks[i] = Math.Exp(predictor[i] - largest);
        return largest;
    }
}
