using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>
/// Firth's penalised partial likelihood: half the log determinant of the information is added, so that the estimate is finite whatever
/// the data, and free of its first-order bias.
/// </summary>
/// <remarks>
/// Firth, Biometrika 1993; Heinze and Schemper, Biometrics 2001. The derivative of the penalty, ½ trace(V dI/dβ) with V the inverse
/// information, is half the mean over each risk set of (x − m)'V(x − m)(x − m), which takes the running sums of x, xx', x'Vx and
/// x'Vx · x.
/// </remarks>
internal sealed class FirthLikelihood(RiskSetLikelihood likelihood)
{
    private readonly int _p = likelihood.Covariates;

    /// <summary>Number of coefficients.</summary>
    public int Covariates => _p;

    /// <summary>Information of the likelihood without penalty at the last evaluation.</summary>
    public double[,] Information { get; } = new double[likelihood.Covariates, likelihood.Covariates];

    /// <summary>Inverse information at the last evaluation.</summary>
    public double[,] Covariance { get; private set; } = new double[0, 0];

    /// <summary>Value and first derivatives at coefficients; NaN where the information is singular to working precision.</summary>
    public double Evaluate(ReadOnlySpan<double> coefficients, Span<double> score)
    {
        var value = likelihood.Evaluate(coefficients, score, Information);
        if (!double.IsFinite(value) || Cholesky.Of(Information) is not { } factor)
            return double.NaN;
        Covariance = factor.Inverse();
        AddPenaltyScore(score);
        return value + factor.LogDeterminant / 2;
    }

    private void AddPenaltyScore(Span<double> score)
    {
        var (sample, terms) = (likelihood.Sample, likelihood.Terms);
        var (all, events) = (new Moments(_p), new Moments(_p));
        for (var b = sample.Risk.Blocks.Length - 1; b >= 0; b--)
        {
            var block = sample.Risk.Blocks[b];
            if (block.IsLastOfStratum)
                all.Clear();
            events.Clear();
            for (var i = block.Start; i < block.EventsEnd; i++)
                Add(events, i, 1);
            all.Add(events, 1);
            for (var i = block.EventsEnd; i < block.AddedEnd; i++)
                Add(all, i, 1);
            foreach (var i in sample.Risk.Leaving?[b] ?? [])
                Add(all, i, -1);
            for (var t = terms.BlockStarts[b]; t < terms.BlockStarts[b + 1]; t++)
            {
                all.Add(events, -terms.Fractions[t]);
                all.AddThirdMoment(Covariance, terms.Weights[t] / 2, score);
                all.Add(events, terms.Fractions[t]);
            }
        }
    }

    private void Add(Moments moments, int i, int sign) =>
        moments.Add(sign * likelihood.Risks[i], likelihood.Sample.Row(i), Covariance);

    /// <summary>Running sums over a risk set.</summary>
    private sealed class Moments(int p)
    {
        private readonly double[] _first = new double[p];
        private readonly double[,] _second = new double[p, p];
        private readonly double[] _formTimesX = new double[p];
        private readonly double[] _scratch = new double[p];
        private double _total;
        private double _form;

        public void Clear()
        {
            (_total, _form) = (0, 0);
            Array.Clear(_first);
            Array.Clear(_second);
            Array.Clear(_formTimesX);
        }

        public void Add(double risk, ReadOnlySpan<double> x, double[,] v)
        {
            var form = Form(x, v);
            _total += risk;
            _form += risk * form;
            for (var k = 0; k < p; k++)
            {
                _first[k] += risk * x[k];
                _formTimesX[k] += risk * form * x[k];
                for (var l = 0; l < p; l++)
                    _second[k, l] += risk * x[k] * x[l];
            }
        }

        public void Add(Moments other, double factor)
        {
            _total += factor * other._total;
            _form += factor * other._form;
            for (var k = 0; k < p; k++)
            {
                _first[k] += factor * other._first[k];
                _formTimesX[k] += factor * other._formTimesX[k];
                for (var l = 0; l < p; l++)
                    _second[k, l] += factor * other._second[k, l];
            }
        }

        /// <summary>Adds factor × mean of (x − m)'V(x − m)(x − m), expanded into means of the running sums.</summary>
        public void AddThirdMoment(double[,] v, double factor, Span<double> score)
        {
            for (var k = 0; k < p; k++)
                _scratch[k] = _first[k] / _total;
            var (form, meanForm) = (_form / _total, Form(_scratch, v));
            for (var k = 0; k < p; k++)
            {
                var cross = 0.0;
                for (var l = 0; l < p; l++)
                    cross += _second[k, l] / _total * Product(v, l, _scratch);
                score[k] += factor * (_formTimesX[k] / _total - 2 * cross + _scratch[k] * (2 * meanForm - form));
            }
        }

        private double Form(ReadOnlySpan<double> x, double[,] v)
        {
            var sum = 0.0;
            for (var k = 0; k < p; k++)
                sum += x[k] * Product(v, k, x);
            return sum;
        }

        private double Product(double[,] v, int row, ReadOnlySpan<double> x)
        {
            var sum = 0.0;
            for (var l = 0; l < p; l++)
                sum += v[row, l] * x[l];
            return sum;
        }
    }
}
