using System.Numerics.Tensors;

namespace Refractor.Statistics.Correlation;

/// <summary>Pearson's correlation of one variable with feature after feature; one thread's, with its buffers.</summary>
internal sealed class PearsonScreen
{
    /// <summary>A scatter below this share of the squared mean may be rounding: such features are looked at value by value.</summary>
    private const double Doubtful = 1e-24;

    private readonly CorrelationScreen _screen;
    private readonly double[] _variable;
    private readonly double[] _centred;
    private readonly double[] _complete;

    private PearsonScreen(CorrelationScreen screen, double[] variable)
    {
        (_screen, _variable) = (screen, variable);
        (_centred, _complete) = ((double[])variable.Clone(), new double[variable.Length]);
        Centre(_centred);
    }

    /// <summary>Runs over all features.</summary>
    public static CorrelationScreen Run(FeatureMatrix matrix, double[] variable, int threads)
    {
        var used = Enumerable.Range(0, variable.Length).Where(i => !double.IsNaN(variable[i])).ToArray();
        var known = Array.ConvertAll(used, i => variable[i]);
        var screen = new CorrelationScreen(matrix.Features);
        FeatureLoop.Run(
            matrix.Features,
            threads,
            () =>
            {
                var (row, one) = (new double[matrix.Samples], new PearsonScreen(screen, known));
                return (from, to) =>
                {
                    for (var f = from; f < to; f++)
                    {
                        matrix.CopyFeature(f, row);
                        if (used.Length < row.Length)
                        {
                            for (var i = 0; i < used.Length; i++)
                                row[i] = row[used[i]];
                        }
                        one.Correlate(f, row.AsSpan(0, used.Length));
                    }
                };
            }
        );
        return screen;
    }

    /// <summary>Correlates one feature, whose values are overwritten.</summary>
    private void Correlate(int feature, Span<double> x)
    {
        var y = _centred.AsSpan();
        if (double.IsNaN(TensorPrimitives.Sum<double>(x)))
        {
            var n = KeepComplete(x);
            x = x[..n];
            y = _complete.AsSpan(0, n);
            Centre(y);
        }
        var mean = Centre(x);
        var (squaresX, squaresY) = (TensorPrimitives.SumOfSquares<double>(x), TensorPrimitives.SumOfSquares<double>(y));
        if (squaresX > Doubtful * x.Length * mean * mean && squaresY > 0 && double.IsFinite(squaresX * squaresY))
        {
            var r = TensorPrimitives.Dot<double>(x, y) / Math.Sqrt(squaresX) / Math.Sqrt(squaresY);
            _screen.Set(feature, r, x.Length, NotEstimable.None);
            return;
        }
        var single = PearsonCorrelation.Of(x, y);
        _screen.Set(feature, single.ValueOrDefault?.R ?? double.NaN, x.Length, single.Reason);
    }

    /// <summary>Moves the pairs without a missing value to the front of x and of the buffer; returns how many there are.</summary>
    private int KeepComplete(Span<double> x)
    {
        var n = 0;
        for (var i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]))
                continue;
            (x[n], _complete[n]) = (x[i], _variable[i]);
            n++;
        }
        return n;
    }

    /// <summary>Subtracts the mean and returns it; leaves values alone that have none, because one is infinite.</summary>
    private static double Centre(Span<double> values)
    {
        var mean = values.IsEmpty ? 0 : TensorPrimitives.Sum<double>(values) / values.Length;
        if (double.IsFinite(mean))
            TensorPrimitives.Subtract(values, mean, values);
        return mean;
    }
}
