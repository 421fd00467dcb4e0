using System.Numerics.Tensors;

namespace Refractor.Statistics.Correlation;

/// <summary>Pearson's correlation of one variable with all features.</summary>
internal sealed class PearsonScreen
{
    /// <summary>A scatter below this share of the squared mean may be rounding: such features are looked at value by value.</summary>
    private const double Doubtful = 1e-24;

    private readonly CorrelationScreen _screen;
    private readonly double[] _variable;
    private readonly double[] _centred;
    private readonly double _squares;

    private PearsonScreen(CorrelationScreen screen, double[] variable)
    {
        (_screen, _variable, _centred) = (screen, variable, (double[])variable.Clone());
        if (variable.Length > 0)
            TensorPrimitives.Subtract(variable, variable.Average(), _centred);
        _squares = TensorPrimitives.SumOfSquares<double>(_centred);
    }

    /// <summary>Runs over all features.</summary>
    public static CorrelationScreen Run(FeatureMatrix matrix, double[] variable, int threads)
    {
        var used = Enumerable.Range(0, variable.Length).Where(i => !double.IsNaN(variable[i])).ToArray();
        var screen = new CorrelationScreen(matrix.Features);
        var judge = new PearsonScreen(screen, Array.ConvertAll(used, i => variable[i]));
        FeatureLoop.Run(
            matrix.Features,
            threads,
            () =>
            {
                var row = new double[matrix.Samples];
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
                        judge.Correlate(f, row.AsSpan(0, used.Length));
                    }
                };
            }
        );
        return screen;
    }

    /// <summary>Correlates one feature, whose values are overwritten.</summary>
    private void Correlate(int feature, Span<double> values)
    {
        var mean = TensorPrimitives.Sum<double>(values) / values.Length;
        if (double.IsFinite(mean))
        {
            TensorPrimitives.Subtract(values, mean, values);
            var squares = TensorPrimitives.SumOfSquares<double>(values);
            if (squares > Doubtful * values.Length * mean * mean && _squares > 0 && double.IsFinite(_squares * squares))
            {
                var products = TensorPrimitives.Dot<double>(values, _centred);
                var r = products / Math.Sqrt(squares) / Math.Sqrt(_squares);
                _screen.Set(feature, r, values.Length, NotEstimable.None);
                return;
            }
        }
        var single = PearsonCorrelation.Of(values, _variable);
        var complete = CompletePairs.Of(values, _variable).X.Length;
        _screen.Set(feature, single.ValueOrDefault?.R ?? double.NaN, complete, single.Reason);
    }
}
