using Refractor.Statistics.Distributions;
using Refractor.Statistics.Smoothing;

namespace Refractor.Statistics.LinearModels;

/// <summary>
/// The prior of residual variances from winsorised moments, with fewer prior degrees of freedom for features whose variance is an
/// outlier (Phipson et al., Ann Appl Stat 2016).
/// </summary>
internal sealed class RobustVariancePrior
{
    // Below it, a winsorised curve of log variances over the covariate follows this share of the features at each point.
    private const double TrendSpan = 0.4;
    private const int TrendIterations = 3;

    private readonly EmpiricalBayesOptions _options;
    private readonly double _df;
    private readonly double[] _logs;
    private readonly double[] _trend;
    private readonly double _nonRobustDf;

    private RobustVariancePrior(
        double[] variances,
        double[] df,
        double[]? covariate,
        VariancePrior nonRobust,
        EmpiricalBayesOptions options
    )
    {
        _options = options;
        _df = df.Max();
        _nonRobustDf = nonRobust.DfOf(0);
        _logs = new double[variances.Length];
        for (var i = 0; i < variances.Length; i++)
            _logs[i] = Math.Log(AtLargestDf(variances[i], df[i], nonRobust.VarianceOf(i)));
        _trend = covariate is null ? Constant(TrimmedMean(_logs, options.UpperTail), _logs.Length) : Curve(covariate);
    }

    /// <summary>Estimates the prior; null if no feature has a variance.</summary>
    public static VariancePrior? Estimate(
        double[] variances,
        double[] df,
        double[]? covariate,
        EmpiricalBayesOptions options
    )
    {
        var used = VariancePrior.Used(variances, df, covariate);
        if (used.Length < 3)
            return VariancePrior.Estimate(variances, df, covariate);
        var x = VariancePrior.Raised(Array.ConvertAll(used, f => variances[f]));
        var usedDf = Array.ConvertAll(used, f => df[f]);
        var usedCovariate = covariate is null ? null : Array.ConvertAll(used, f => covariate[f]);
        var nonRobust = VariancePrior.Estimate(x, usedDf, usedCovariate)!;
        var robust = new RobustVariancePrior(x, usedDf, usedCovariate, nonRobust, options);
        return robust.Solve().ForAll(used, covariate, variances.Length);
    }

    private Solution Solve()
    {
        var (mean, variance) = Winsorized();
        double Excess(double share) => Math.Log(variance / Moments(ToDf(share)).Variance);

        double df;
        if (Excess(1) <= 0)
            df = double.PositiveInfinity;
        else if (double.IsPositiveInfinity(_nonRobustDf) || Excess(ToShare(_nonRobustDf)) >= 0)
            df = _nonRobustDf;
        else
            df = ToDf(Root(Excess, ToShare(_nonRobustDf), 1));
        var shift = mean - Moments(df).Mean;
        var logScale = Array.ConvertAll(_trend, t => t + shift);
        return new Solution(df, Array.ConvertAll(logScale, Math.Exp), Shrink(df, logScale));
    }

    private (double Mean, double Variance) Winsorized()
    {
        var residuals = new double[_logs.Length];
        for (var i = 0; i < residuals.Length; i++)
            residuals[i] = _logs[i] - _trend[i];
        var sorted = (double[])residuals.Clone();
        Array.Sort(sorted);
        var (low, high) = (Quantile(sorted, _options.LowerTail), Quantile(sorted, 1 - _options.UpperTail));
        for (var i = 0; i < residuals.Length; i++)
            residuals[i] = Math.Clamp(residuals[i], low, high);
        var mean = residuals.Average();
        return (mean, residuals.Sum(r => (r - mean) * (r - mean)) / (residuals.Length - 1));
    }

    private (double Mean, double Variance) Moments(double df) =>
        WinsorizedMoments.Of(_df, df, _options.LowerTail, _options.UpperTail);

    // A feature is no outlier with the probability that its tail beyond the prior is no smaller than its rank among all features says.
    private double[] Shrink(double df, double[] logScale)
    {
        var n = _logs.Length;
        var logTails = new double[n];
        var largest = 0.0;
        for (var i = 0; i < n; i++)
        {
            var f = Math.Exp(_logs[i] - logScale[i]);
            largest = Math.Max(largest, f);
            logTails[i] = FDistribution.LogProbability(f, _df, df, Tail.Upper);
        }
        var order = Enumerable.Range(0, n).OrderBy(i => logTails[i]).ToArray();
        var notOutlier = NotOutlier(logTails, order);
        if (notOutlier.All(p => p >= 1))
            return Constant(df, n);
        var shrunk = double.IsPositiveInfinity(df)
            ? Array.ConvertAll(notOutlier, p => p < 1 ? p * n * _df : df)
            : Mix(notOutlier, df, OutlierDf(df, logTails.Min(), largest));
        MakeMonotonic(shrunk, order, double.IsPositiveInfinity(df));
        return shrunk;
    }

    private static double[] NotOutlier(double[] logTails, int[] order)
    {
        var n = order.Length;
        var probabilities = new double[n];
        for (var from = 0; from < n; )
        {
            var to = from + 1;
            while (to < n && logTails[order[to]] == logTails[order[from]])
                to++;
            var logRank = Math.Log((from + to) / 2.0) - Math.Log(n);
            for (; from < to; from++)
                probabilities[order[from]] = Math.Exp(Math.Min(0, logTails[order[from]] - logRank));
        }
        return probabilities;
    }

    // The degrees of freedom that make the largest variance a median one: what a certain outlier is left with.
    private double OutlierDf(double df, double logTail, double largest)
    {
        if (double.IsNegativeInfinity(logTail))
            return 0;
        var outlier = Math.Log(0.5) / logTail * df;
        return Math.Log(0.5) / FDistribution.LogProbability(largest, _df, outlier, Tail.Upper) * outlier;
    }

    private static double[] Mix(double[] notOutlier, double df, double outlier) =>
        Array.ConvertAll(notOutlier, p => p * df + (1 - p) * outlier);

    private static void MakeMonotonic(double[] shrunk, int[] order, bool onlyRaise)
    {
        if (!onlyRaise)
        {
            var (sum, smallest, at) = (0.0, double.PositiveInfinity, -1);
            for (var i = 0; i < order.Length; i++)
            {
                sum += shrunk[order[i]];
                if (sum / (i + 1) < smallest)
                    (smallest, at) = (sum / (i + 1), i);
            }
            for (var i = 0; i <= at; i++)
                shrunk[order[i]] = smallest;
        }
        for (var i = 1; i < order.Length; i++)
            shrunk[order[i]] = Math.Max(shrunk[order[i]], shrunk[order[i - 1]]);
    }

    // The variance that is as extreme for the largest degrees of freedom as this one is for its own.
    private double AtLargestDf(double variance, double df, double scale)
    {
        if (df >= _df - 1e-14)
            return variance;
        var f = variance / scale;
        var upper = FDistribution.LogProbability(f, df, _nonRobustDf, Tail.Upper);
        var lower = FDistribution.LogProbability(f, df, _nonRobustDf);
        return scale
            * (
                upper < lower
                    ? FDistribution.QuantileOfLog(upper, _df, _nonRobustDf, Tail.Upper)
                    : FDistribution.QuantileOfLog(lower, _df, _nonRobustDf)
            );
    }

    private double[] Curve(double[] covariate)
    {
        int[] order = [.. Enumerable.Range(0, covariate.Length).OrderBy(i => covariate[i])];
        var x = Array.ConvertAll(order, i => covariate[i]);
        var y = Array.ConvertAll(order, i => _logs[i]);
        var curve = Lowess.Fit(x, y, TrendSpan, TrendIterations, 0.01 * (x[^1] - x[0]));
        var trend = new double[order.Length];
        for (var i = 0; i < order.Length; i++)
            trend[order[i]] = curve[i];
        return trend;
    }

    private static double Root(Func<double, double> function, double low, double high)
    {
        // The function rises from below 0 to above 0; bisection to the last digits of the share.
        while (high - low > 1e-13)
        {
            var middle = (low + high) / 2;
            if (function(middle) < 0)
                low = middle;
            else
                high = middle;
        }
        return (low + high) / 2;
    }

    private static double ToShare(double df) => double.IsPositiveInfinity(df) ? 1 : df / (1 + df);

    private static double ToDf(double share) => share >= 1 ? double.PositiveInfinity : share / (1 - share);

    private static double[] Constant(double value, int n)
    {
        var values = new double[n];
        Array.Fill(values, value);
        return values;
    }

    private static double TrimmedMean(double[] values, double trim)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        var cut = (int)(trim * values.Length);
        return sorted[cut..^cut].Average();
    }

    private static double Quantile(double[] sorted, double p)
    {
        var at = p * (sorted.Length - 1);
        var low = (int)at;
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }

    private sealed record Solution(double Df, double[] Scale, double[] Shrunk)
    {
        // Features without a variance take the prior of the others: its common df, and the scale at their covariate.
        public VariancePrior ForAll(int[] used, double[]? covariate, int features)
        {
            var df = Constant(Df, features);
            for (var i = 0; i < used.Length; i++)
                df[used[i]] = Shrunk[i];
            if (covariate is null)
                return new VariancePrior(df, [Scale[0]]);
            var x = Array.ConvertAll(used, f => covariate[f]);
            var y = Array.ConvertAll(Scale, Math.Log);
            Array.Sort(x, y);
            var line = new Interpolation(x, y);
            var scale = Array.ConvertAll(covariate, c => Math.Exp(line.At(c)));
            for (var i = 0; i < used.Length; i++)
                scale[used[i]] = Scale[i];
            return new VariancePrior(df, scale);
        }
    }
}
