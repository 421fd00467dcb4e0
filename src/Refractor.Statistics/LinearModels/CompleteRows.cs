namespace Refractor.Statistics.LinearModels;

/// <summary>
/// The fast way for rows in single precision: one pass gives coordinates and sum of squares of four features at a time. Rows with
/// missing values, and rows that the design explains almost wholly, so that digits would cancel, go to the careful way.
/// </summary>
internal sealed class CompleteRows
{
    // Residuals below this share of the squares about the shift lose more than four digits to cancellation.
    private const double SmallestResidual = 1e-4;

    // As many values, spread over the row, give a shift close to its mean.
    private const int ShiftValues = 16;

    private readonly FeatureMatrix _values;
    private readonly ModelSpace _space;
    private readonly double[] _basis;
    private readonly double[]? _constant;
    private readonly double[] _basisSums;
    private readonly int _padded;

    private CompleteRows(FeatureMatrix values, ModelSpace space, int coefficients)
    {
        (_values, _space) = (values, space);
        _constant = space.ConstantCoefficients();
        var n = space.Samples.Length;
        // Without a constant in the design the sum of the row is no combination of its coordinates, and one column more gives it.
        var columns = space.Rank + (_constant is null ? 1 : 0);
        _padded = SkinnyProduct.PaddedColumns(columns);
        _basis = new double[_padded * n];
        for (var k = 0; k < space.Rank; k++)
            space.Basis(k).CopyTo(_basis.AsSpan(k * n));
        if (_constant is null)
            _basis.AsSpan(space.Rank * n, n).Fill(1);
        _basisSums = [.. Enumerable.Range(0, space.Rank).Select(k => Sum(space.Basis(k)))];
        Coefficients = coefficients;
    }

    private int Coefficients { get; }

    /// <summary>The fast way for these values; null if it does not apply.</summary>
    public static CompleteRows? For(FeatureMatrix values, ModelPlan plan)
    {
        var plain = plan.Weights is null && plan.Common.Transform.IsIdentity;
        var whole = plan.Common.Samples.Length == values.Samples && values.Features > 0 && plan.Common.ResidualDf > 0;
        return plain && whole && plan.Common.Rank > 0 && values.TryGetSingles(0, out _)
            ? new CompleteRows(values, plan.Common, plan.Columns.Length)
            : null;
    }

    /// <summary>The fast way for one thread.</summary>
    public OneThread Worker(FitColumns columns, FeatureFitter careful) => new(this, columns, careful);

    private static double Sum(ReadOnlySpan<double> values) => System.Numerics.Tensors.TensorPrimitives.Sum(values);

    /// <summary>Buffers of one thread.</summary>
    internal sealed class OneThread(CompleteRows rows, FitColumns columns, FeatureFitter careful)
    {
        private readonly double[] _products = new double[SkinnyProduct.Rows * rows._padded];
        private readonly double[] _shifts = new double[SkinnyProduct.Rows];
        private readonly double[] _squares = new double[SkinnyProduct.Rows];
        private readonly double[] _coefficients = new double[rows.Coefficients];

        /// <summary>Fits a block of features.</summary>
        public void Fit(int from, int to)
        {
            for (var first = from; first < to; first += SkinnyProduct.Rows)
                FitFour(first, Math.Min(first + SkinnyProduct.Rows, to) - 1);
        }

        private void FitFour(int first, int last)
        {
            var four = new FourRows(
                Row(first, 0),
                Row(Math.Min(first + 1, last), 1),
                Row(Math.Min(first + 2, last), 2),
                Row(last, 3)
            );
            SkinnyProduct.Multiply(four, _shifts, rows._basis, _products, _squares);
            for (var r = 0; first + r <= last; r++)
            {
                if (!TryFinish(first + r, r))
                    careful.Fit(first + r);
            }
        }

        private ReadOnlySpan<float> Row(int feature, int r)
        {
            rows._values.TryGetSingles(feature, out var row);
            _shifts[r] = rows._constant is null ? 0 : Shift(row);
            return row;
        }

        private static double Shift(ReadOnlySpan<float> row)
        {
            var step = Math.Max(1, row.Length / ShiftValues);
            var (sum, count) = (0.0, 0);
            for (var i = 0; i < row.Length; i += step, count++)
                sum += row[i];
            return sum / count;
        }

        private bool TryFinish(int feature, int r)
        {
            var space = rows._space;
            var coordinates = _products.AsSpan(r * rows._padded, rows._padded);
            var (residual, sum) = (_squares[r], 0.0);
            for (var k = 0; k < space.Rank; k++)
            {
                residual -= coordinates[k] * coordinates[k];
                sum += coordinates[k] * rows._basisSums[k];
            }
            if (!(residual > SmallestResidual * _squares[r]))
                return false;
            space.ToCoefficients(coordinates, _coefficients);
            if (rows._constant is { } constant)
            {
                for (var j = 0; j < constant.Length; j++)
                    _coefficients[j] += _shifts[r] * constant[j];
            }
            else
            {
                sum = coordinates[space.Rank];
            }
            var n = space.Samples.Length;
            columns.Mean[feature] = _shifts[r] + sum / n;
            columns.Set(feature, _coefficients, residual, n, space.ResidualDf);
            return true;
        }
    }
}
