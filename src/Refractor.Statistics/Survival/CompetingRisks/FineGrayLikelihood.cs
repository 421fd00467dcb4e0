namespace Refractor.Statistics.Survival.CompetingRisks;

/// <summary>
/// Log pseudo-likelihood of a Fine-Gray regression with its slope and information. At an event time the risk set holds those under
/// follow-up, and those with another event before, with weight G(now)/G(then): sums from the end and sums from the start, so that one
/// walk over the patients is enough.
/// </summary>
internal sealed class FineGrayLikelihood
{
    private readonly double[] _hazards;

    public FineGrayLikelihood(CompetingTimes times, int cause, double[][] columns)
    {
        (Times, Cause) = (times, cause);
        var order = times.AnyEvent.Order;
        Columns = Array.ConvertAll(columns, c => Centred(Array.ConvertAll(order, i => c[i])));
        _hazards = new double[order.Length];
        Starts = times.AnyEvent.TimeStarts;
        Free = CensoringOf(times);
        Events = new int[Starts.Length - 1];
        for (var block = 0; block < Events.Length; block++)
        for (var i = Starts[block]; i < Starts[block + 1]; i++)
            Events[block] += CauseOf(i) == cause ? 1 : 0;
        (RiskSum, RiskMean) = (new double[Events.Length], new double[Events.Length][]);
    }

    public CompetingTimes Times { get; }

    public int Cause { get; }

    /// <summary>Columns in the order of time, less their means.</summary>
    public double[][] Columns { get; }

    /// <summary>Place in the order at which each distinct time starts.</summary>
    public int[] Starts { get; }

    /// <summary>G just before each distinct time.</summary>
    public double[] Free { get; }

    /// <summary>Events of the cause at each distinct time.</summary>
    public int[] Events { get; }

    /// <summary>Weighted hazards at risk at each distinct time with events; set by <see cref="At"/>.</summary>
    public double[] RiskSum { get; }

    /// <summary>Weighted means of the columns at risk at each distinct time with events; set by <see cref="At"/>.</summary>
    public double[][] RiskMean { get; }

    /// <summary>Relative hazards in the order of time; set by <see cref="At"/>.</summary>
    public ReadOnlySpan<double> Hazards => _hazards;

    /// <summary>The cause of the patient at a place of the order; 0 censored.</summary>
    public int CauseOf(int place) => Times.Causes[Times.AnyEvent.Order[place]];

    /// <summary>Whether the patient at a place of the order had another event.</summary>
    public bool Competes(int place) => CauseOf(place) is var cause && cause > 0 && cause != Cause;

    /// <summary>Log pseudo-likelihood, slope and information at coefficients.</summary>
    public (double Value, double[] Slope, double[,] Information) At(double[] coefficients)
    {
        var p = Columns.Length;
        SetHazards(coefficients);
        var staying = new Moments(p);
        var weighted = new Moments(p);
        for (var i = 0; i < _hazards.Length; i++)
            staying.Add(this, i, _hazards[i]);
        var (value, slope, information) = (0.0, new double[p], new double[p, p]);
        for (var block = 0; block < Events.Length; block++)
        {
            if (Events[block] > 0)
            {
                AddEvents(block, ref value, slope);
                RiskMean[block] = new double[p];
                RiskSum[block] = Moments.Join(
                    staying,
                    weighted,
                    Free[block],
                    Events[block],
                    RiskMean[block],
                    information
                );
                value -= Events[block] * Math.Log(RiskSum[block]);
                for (var k = 0; k < p; k++)
                    slope[k] -= Events[block] * RiskMean[block][k];
            }
            for (var i = Starts[block]; i < Starts[block + 1]; i++)
            {
                staying.Add(this, i, -_hazards[i]);
                if (Competes(i))
                    weighted.Add(this, i, _hazards[i] / Free[block]);
            }
        }
        return (value, slope, information);
    }

    private void AddEvents(int block, ref double value, double[] slope)
    {
        for (var i = Starts[block]; i < Starts[block + 1]; i++)
        {
            if (CauseOf(i) != Cause)
                continue;
            value += Math.Log(_hazards[i]);
            for (var k = 0; k < slope.Length; k++)
                slope[k] += Columns[k][i];
        }
    }

    private void SetHazards(double[] coefficients)
    {
        for (var i = 0; i < _hazards.Length; i++)
        {
            var predictor = 0.0;
            for (var k = 0; k < coefficients.Length; k++)
                predictor += coefficients[k] * Columns[k][i];
            _hazards[i] = Math.Exp(predictor);
        }
    }

    private static double[] CensoringOf(CompetingTimes times)
    {
        // In R's crr the censored are taken from all at risk, those with an event at the time included.
        var (sets, before, g) = (RiskSets.Of(times.AnyEvent), new double[times.AnyEvent.TimeStarts.Length - 1], 1.0);
        for (var k = 0; k < before.Length; k++)
        {
            before[k] = g;
            g *= 1 - sets.Censored[k] / sets.AtRisk[k];
        }
        return before;
    }

    private static double[] Centred(double[] values)
    {
        var mean = values.Average();
        return Array.ConvertAll(values, v => v - mean);
    }

    /// <summary>Sums of weights, of columns and of their products.</summary>
    private sealed class Moments(int columns)
    {
        private readonly double[] _first = new double[columns];
        private readonly double[,] _second = new double[columns, columns];
        private double _weight;

        public void Add(FineGrayLikelihood likelihood, int place, double weight)
        {
            _weight += weight;
            for (var k = 0; k < _first.Length; k++)
            {
                var x = weight * likelihood.Columns[k][place];
                _first[k] += x;
                for (var l = 0; l <= k; l++)
                    _second[k, l] += x * likelihood.Columns[l][place];
            }
        }

        /// <summary>Sum of the weights of a and f × b together; sets their means and adds events × covariance.</summary>
        public static double Join(Moments a, Moments b, double f, int events, double[] mean, double[,] information)
        {
            var weight = a._weight + f * b._weight;
            for (var k = 0; k < mean.Length; k++)
                mean[k] = (a._first[k] + f * b._first[k]) / weight;
            for (var k = 0; k < mean.Length; k++)
            for (var l = 0; l <= k; l++)
            {
                var product = (a._second[k, l] + f * b._second[k, l]) / weight;
                information[k, l] += events * (product - mean[k] * mean[l]);
                information[l, k] = information[k, l];
            }
            return weight;
        }
    }
}
