namespace Refractor.Statistics.Counts;

/// <summary>Quantiles between order statistics, as R's default (type 7).</summary>
internal static class Quantile
{
    /// <summary>The quantile; NaN of nothing.</summary>
    public static double Of(double[] values, double share)
    {
        if (values.Length == 0)
            return double.NaN;
        var at = share * (values.Length - 1);
        var low = (int)at;
        var buffer = (double[])values.Clone();
        var below = Smallest(buffer, low);
        // After the selection, all that follow are no smaller.
        var above = low + 1 < buffer.Length ? Minimum(buffer.AsSpan(low + 1)) : below;
        return below + (at - low) * (above - below);
    }

    /// <summary>The k-th smallest value, from 0; reorders the values so that it stands at its place (Hoare's selection).</summary>
    public static double Smallest(Span<double> values, int k)
    {
        var (left, right) = (0, values.Length - 1);
        while (left < right)
        {
            var pivot = Median(values[left], values[(left + right) / 2], values[right]);
            var (i, j) = (left, right);
            while (i <= j)
            {
                while (values[i] < pivot)
                    i++;
                while (values[j] > pivot)
                    j--;
                if (i > j)
                    break;
                (values[i], values[j]) = (values[j], values[i]);
                (i, j) = (i + 1, j - 1);
            }
            if (k <= j)
                right = j;
            else if (k >= i)
                left = i;
            else
                break;
        }
        return values[k];
    }

    private static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    private static double Minimum(ReadOnlySpan<double> values) => System.Numerics.Tensors.TensorPrimitives.Min(values);
}
