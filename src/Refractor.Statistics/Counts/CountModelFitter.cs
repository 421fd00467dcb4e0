using Refractor.Statistics.LinearAlgebra;
using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Counts;

/// <summary>The steps of a count model: dispersions gene by gene, their trend and prior, shrunk dispersions, coefficients.</summary>
internal sealed class CountModelFitter
{
    /// <summary>The least dispersion; what is not above it follows Poisson's distribution.</summary>
    public const double SmallestDispersion = 1e-8;

    // Genes above this multiple of the least dispersion make the trend.
    private const double TrendMultiple = 100;

    // Standard deviations above the trend from which a gene keeps its own dispersion.
    private const double OutlierDeviations = 2;

    private const int MaxSteps = DispersionAscent.MaxSteps;
    private static readonly double LowestLog = Math.Log(SmallestDispersion / 10);

    private readonly FeatureMatrix _counts;
    private readonly DesignMatrix _design;
    private readonly double[] _allSizes;
    private readonly int[] _samples;
    private readonly double[] _sizes;
    private readonly double[][] _x;
    private readonly CountModelColumns _columns;
    private readonly int _threads;
    private readonly double _largestDispersion;

    public CountModelFitter(FeatureMatrix counts, DesignMatrix design, double[] sizes, int threads)
    {
        (_counts, _design, _allSizes, _threads) = (counts, design, sizes, threads);
        _samples = design.CompleteSamples();
        _sizes = Array.ConvertAll(_samples, s => sizes[s]);
        _x = Array.ConvertAll(design.Columns, c => Array.ConvertAll(_samples, s => c[s]));
        _columns = new CountModelColumns(counts.Features);
        _largestDispersion = Math.Max(10, _samples.Length);
    }

    public Estimate<CountModel> Fit()
    {
        if (_samples.Length <= _x.Length)
            return NotEstimable.NoResidualDegreesOfFreedom;
        if (new QrDecomposition(_x, _samples.Length).Rank < _x.Length)
            return NotEstimable.Collinear;
        var inverseSize = _sizes.Average(s => 1 / s);
        ForEachGene(worker => (gene, counts) => EstimateDispersion(worker, gene, counts, inverseSize));
        if (FindPrior() is not { } prior)
            return NotEstimable.NotConverged;
        ForEachGene(worker => (gene, counts) => Shrink(worker, gene, counts, prior));
        var cooks = new CooksDistances(_x, _sizes);
        ForEachGene(worker => (gene, counts) => FitCoefficients(worker, gene, counts, cooks));
        return new CountModel(_design, _allSizes, _samples.Length, _columns, prior);
    }

    private void EstimateDispersion(Worker worker, int gene, double[] counts, double inverseSize)
    {
        var start = Math.Clamp(
            Math.Min(worker.RoughDispersion(counts), Moments(gene, counts, inverseSize)),
            SmallestDispersion,
            _largestDispersion
        );
        worker.Model.TryFit(counts, start);
        var expected = _columns.Expected[gene] = [.. worker.Model.Expected];
        worker.Likelihood.Set(counts, expected);
        var (log, rose, steps) = DispersionAscent.Climb(worker.Likelihood, Math.Log(start), LowestLog);
        var estimate = Math.Min(rose ? Math.Exp(log) : start, _largestDispersion);
        // What did not move or did not arrive is looked up on a grid, unless the gene is no more than Poisson.
        if (steps is 1 or >= MaxSteps && estimate > 10 * SmallestDispersion)
            estimate = Math.Exp(
                DispersionAscent.OnGrid(worker.Likelihood, Math.Log(SmallestDispersion), Math.Log(_largestDispersion))
            );
        _columns.GeneDispersion[gene] = Math.Clamp(estimate, SmallestDispersion, _largestDispersion);
    }

    private double Moments(int gene, double[] counts, double inverseSize)
    {
        var (n, mean, squares) = (counts.Length, 0.0, 0.0);
        for (var s = 0; s < n; s++)
            mean += counts[s] / _sizes[s] / n;
        for (var s = 0; s < n; s++)
            squares += (counts[s] / _sizes[s] - mean) * (counts[s] / _sizes[s] - mean);
        (_columns.Mean[gene], _columns.Variance[gene]) = (mean, squares / (n - 1));
        return (_columns.Variance[gene] - inverseSize * mean) / (mean * mean);
    }

    private DispersionPrior? FindPrior()
    {
        var above = Enumerable
            .Range(0, _counts.Features)
            .Where(g => _columns.GeneDispersion[g] > TrendMultiple * SmallestDispersion)
            .ToArray();
        return DispersionPrior.Of(
            Array.ConvertAll(above, g => _columns.Mean[g]),
            Array.ConvertAll(above, g => _columns.GeneDispersion[g]),
            _samples.Length - _x.Length
        );
    }

    private void Shrink(Worker worker, int gene, double[] counts, DispersionPrior prior)
    {
        var fitted = _columns.FittedDispersion[gene] = prior.Trend.At(_columns.Mean[gene]);
        var own = _columns.GeneDispersion[gene];
        worker.Likelihood.Set(counts, _columns.Expected[gene]!, Math.Log(fitted), prior.Variance);
        var (log, _, steps) = DispersionAscent.Climb(
            worker.Likelihood,
            Math.Log(own > 0.1 * fitted ? own : fitted),
            LowestLog
        );
        if (steps >= MaxSteps)
            log = DispersionAscent.OnGrid(
                worker.Likelihood,
                Math.Log(SmallestDispersion),
                Math.Log(_largestDispersion)
            );
        var shrunk = Math.Clamp(Math.Exp(log), SmallestDispersion, _largestDispersion);
        var outlier = Math.Log(own) > Math.Log(fitted) + OutlierDeviations * Math.Sqrt(prior.ResidualVariance);
        (_columns.MapDispersion[gene], _columns.IsOutlier[gene]) = (shrunk, outlier);
        _columns.Dispersion[gene] = outlier ? own : shrunk;
    }

    private void FitCoefficients(Worker worker, int gene, double[] counts, CooksDistances cooks)
    {
        var dispersion = _columns.Dispersion[gene];
        _columns.Converged[gene] = worker.Model.TryFit(counts, dispersion);
        var (covariance, leverages) = worker.Model.Precision(dispersion);
        _columns.Coefficients[gene] = [.. worker.Model.Coefficients];
        _columns.Covariances[gene] = covariance;
        _columns.Expected[gene] = null;
        (_columns.MaxCooks[gene], var at) = cooks.Largest(counts, worker.Model.ExpectedWithoutFloor(), leverages);
        _columns.ThreeAreHigher[gene] = at >= 0 && counts.Count(c => c > counts[at]) >= 3;
    }

    private void ForEachGene(Func<Worker, Action<int, double[]>> body) =>
        FeatureLoop.Run(
            _counts.Features,
            _threads,
            () =>
            {
                var work = body(new Worker(_x, _sizes));
                var (all, counts) = (new double[_counts.Samples], new double[_samples.Length]);
                return (from, to) =>
                {
                    for (var g = from; g < to; g++)
                    {
                        _counts.CopyFeature(g, all);
                        for (var i = 0; i < counts.Length; i++)
                            counts[i] = all[_samples[i]];
                        if (Array.Exists(counts, c => c > 0))
                            work(g, counts);
                    }
                };
            }
        );

    /// <summary>What one thread works with.</summary>
    private sealed class Worker(double[][] x, double[] sizes)
    {
        private readonly QrDecomposition _qr = new(x, sizes.Length);

        public LogLinearFit Model { get; } = new(x, sizes);

        public DispersionLikelihood Likelihood { get; } = new(x);

        /// <summary>Moments about a linear model of normalised counts.</summary>
        public double RoughDispersion(double[] counts)
        {
            double[] normalised = [.. counts.Select((c, s) => c / sizes[s])];
            double[] fitted = [.. normalised];
            _qr.MultiplyTransposed(fitted);
            fitted.AsSpan(_qr.Rank).Clear();
            _qr.Multiply(fitted);
            var sum = 0.0;
            for (var s = 0; s < fitted.Length; s++)
            {
                var mu = Math.Max(1, fitted[s]);
                sum += ((normalised[s] - mu) * (normalised[s] - mu) - mu) / (mu * mu);
            }
            return Math.Max(0, sum / (fitted.Length - _qr.Rank));
        }
    }
}
