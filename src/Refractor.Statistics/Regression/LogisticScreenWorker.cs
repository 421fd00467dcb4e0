using System.Numerics.Tensors;
using Refractor.Statistics.Distributions;
using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Regression;

/// <summary>Fits one feature after another; keeps buffers, hence one worker a thread.</summary>
internal sealed class LogisticScreenWorker
{
    // As in the QR decomposition: with less left of its length, the feature is a combination of the covariates.
    private const double AliasTolerance = 1e-7;

    private readonly DesignMatrix _covariates;
    private readonly double[] _outcomes;
    private readonly LogisticScreenRows _complete;
    private readonly double _level;
    private readonly double _reach;
    private readonly double[] _column;
    private readonly LogisticLikelihood _likelihood;

    public LogisticScreenWorker(DesignMatrix covariates, double[] outcomes, LogisticScreenRows complete, double level)
    {
        (_covariates, _outcomes, _complete, _level) = (covariates, outcomes, complete, level);
        _reach = Normal.Quantile((1 + level) / 2);
        _column = new double[complete.Rows.Length];
        _likelihood = Likelihood(complete, _column);
    }

    /// <summary>The numbers of a feature.</summary>
    public readonly record struct Result(
        int N,
        int Events,
        NotEstimable Reason,
        bool IsPenalised,
        double Value,
        double StandardError,
        double WaldLogP,
        double LogP,
        double Low,
        double High
    );

    public Result Fit(ReadOnlySpan<double> feature)
    {
        var (rows, column, likelihood) = (_complete, _column, _likelihood);
        var present = 0;
        foreach (var row in rows.Rows)
            present += double.IsFinite(feature[row]) ? 1 : 0;
        if (present < rows.Rows.Length)
        {
            var values = feature.ToArray();
            int[] kept = [.. rows.Rows.Where(r => double.IsFinite(values[r]))];
            rows = new LogisticScreenRows(_covariates, _outcomes, kept);
            column = new double[kept.Length];
            likelihood = Likelihood(rows, column);
        }
        if (rows.Reason != NotEstimable.None)
            return None(rows, rows.Reason);
        for (var i = 0; i < column.Length; i++)
            column[i] = feature[rows.Rows[i]];
        if (Array.TrueForAll(column, v => v == column[0]))
            return None(rows, NotEstimable.NoVariation);
        if (Orthogonalise(column, rows.Basis) is not { } length)
            return None(rows, NotEstimable.Collinear);
        if (rows.Null is not { Converged: true, Separation: Separation.None })
            return Alone(rows, feature);
        var maximum = LogisticMaximum.Of(likelihood, [.. rows.Null.Coefficients, 0]);
        if (!maximum.Converged || maximum.Separation != Separation.None)
            return Alone(rows, feature);
        return Summarise(rows, likelihood, maximum, rows.Null, length);
    }

    private static LogisticLikelihood Likelihood(LogisticScreenRows rows, double[] column) =>
        new([.. rows.Basis, column], rows.Outcomes, rows.Trials, penalised: false);

    /// <summary>Takes the covariates out of the feature and scales it to length 1; the length that was left, or null if none.</summary>
    private static double? Orthogonalise(double[] column, double[][] basis)
    {
        var full = TensorPrimitives.Norm<double>(column);
        // Twice, since the first time leaves rounding of the size of the column, not of what is left of it.
        for (var round = 0; round < 2; round++)
        {
            foreach (var q in basis)
                TensorPrimitives.MultiplyAdd(q, -TensorPrimitives.Dot<double>(q, column), column, column);
        }
        var left = TensorPrimitives.Norm<double>(column);
        if (!(left > AliasTolerance * full))
            return null;
        TensorPrimitives.Divide(column, left, column);
        return left;
    }

    private Result Summarise(
        LogisticScreenRows rows,
        LogisticLikelihood likelihood,
        LogisticMaximum maximum,
        LogisticMaximum without,
        double length
    )
    {
        var value = maximum.Coefficients[^1] / length;
        Span<double> unit = stackalloc double[likelihood.Columns];
        unit.Clear();
        unit[^1] = 1;
        likelihood.Factor!.Solve(unit);
        var error = Math.Sqrt(unit[^1]) / length;
        var ratio = 2 * (maximum.LogLikelihood - without.LogLikelihood);
        return new Result(
            rows.Rows.Length,
            rows.Events,
            NotEstimable.None,
            false,
            value,
            error,
            Normal.TwoSided(value / error).Log,
            ChiSquared.UpperTail(Math.Max(0, ratio), 1).Log,
            value - _reach * error,
            value + _reach * error
        );
    }

    /// <summary>A separated feature, by the general code with Firth's penalty.</summary>
    private Result Alone(LogisticScreenRows rows, ReadOnlySpan<double> feature)
    {
        // Any name will do that no covariate has.
        var name = string.Concat(_covariates.Names) + ":feature";
        (string, double[])[] columns =
        [
            .. _covariates.Names.Select((n, c) => (n, _covariates.Columns[c])),
            (name, feature.ToArray()),
        ];
        var fit = LogisticRegression.Fit(DesignMatrix.Of(columns), _outcomes, new LogisticOptions { Level = _level });
        if (!fit.IsEstimable || fit.Value[name].Reason != NotEstimable.None)
            return None(rows, fit.IsEstimable ? fit.Value[name].Reason : fit.Reason);
        var coefficient = fit.Value[name];
        return new Result(
            rows.Rows.Length,
            rows.Events,
            NotEstimable.None,
            fit.Value.IsPenalised,
            coefficient.Value,
            coefficient.StandardError,
            coefficient.WaldP.Log,
            coefficient.P.Log,
            coefficient.Interval.Low,
            coefficient.Interval.High
        );
    }

    private static Result None(LogisticScreenRows rows, NotEstimable reason) =>
        new(
            rows.Rows.Length,
            rows.Events,
            reason,
            false,
            double.NaN,
            double.NaN,
            double.NaN,
            double.NaN,
            double.NaN,
            double.NaN
        );
}
