using System.Numerics.Tensors;

namespace Refractor.Statistics.Distributions;

/// <summary>
/// Tails of many statistics at once. A tail is an elementary factor that carries its decay times a smooth function, and only the latter is
/// replaced by a Chebyshev series, so that the far tails keep all digits.
/// </summary>
internal static class ManyTails
{
    private const int Block = 512;

    /// <summary>Below this, log p is close to 0 and is calculated singly, to keep its digits.</summary>
    private const double Small = 1e-3;

    private const double Large = 1e150;

    /// <summary>Fewer than this are not worth a series.</summary>
    private const int WorthASeries = 256;

    private static readonly ChebyshevSeries ErrorFunctionSeries = new(
        ErrorFunction.Coefficients,
        ErrorFunction.Scale * Elementary.SqrtTwo
    );

    /// <summary>log P(|Z| ≥ |z|): exp(−z²/2) and the series of the scaled error function.</summary>
    public static void NormalTwoSided(ReadOnlySpan<double> z, Span<double> logP)
    {
        Span<double> size = stackalloc double[Block];
        Span<double> smooth = stackalloc double[Block];
        for (var start = 0; start < z.Length; start += Block)
        {
            var n = Math.Min(Block, z.Length - start);
            var at = size[..n];
            var value = smooth[..n];
            TensorPrimitives.Abs(z.Slice(start, n), at);
            ErrorFunctionSeries.Evaluate(at, value);
            for (var i = 0; i < n; i++)
                value[i] /= 1 + at[i] / Elementary.SqrtTwo;
            TensorPrimitives.Log(value, value);
            var result = logP.Slice(start, n);
            for (var i = 0; i < n; i++)
                result[i] = IsOutside(at[i], Small) ? Normal.TwoSidedLog(at[i]) : value[i] - 0.5 * at[i] * at[i];
        }
    }

    /// <summary>
    /// log P(|T| ≥ |t|). Tail over density times (1 + t) / (1 + t²/df) lies between constants for all t, and is smooth.
    /// </summary>
    public static void StudentTwoSided(ReadOnlySpan<double> t, double df, Span<double> logP)
    {
        if (double.IsPositiveInfinity(df))
        {
            NormalTwoSided(t, logP);
            return;
        }
        var series =
            t.Length < WorthASeries ? null : ChebyshevSeries.TryFit(x => StudentFactor(x, df), StudentScale(df));
        if (series is null)
        {
            for (var i = 0; i < t.Length; i++)
                logP[i] = StudentT.TwoSidedLog(t[i], df);
            return;
        }
        var constant = StudentT.LogDensity(0, df);
        var power = -0.5 * (df - 1);
        Span<double> size = stackalloc double[Block];
        Span<double> smooth = stackalloc double[Block];
        Span<double> decay = stackalloc double[Block];
        for (var start = 0; start < t.Length; start += Block)
        {
            var n = Math.Min(Block, t.Length - start);
            var at = size[..n];
            var value = smooth[..n];
            var kernel = decay[..n];
            TensorPrimitives.Abs(t.Slice(start, n), at);
            series.Evaluate(at, value);
            for (var i = 0; i < n; i++)
            {
                value[i] /= 1 + at[i];
                kernel[i] = at[i] / df * at[i];
            }
            TensorPrimitives.Log(value, value);
            Log1p(kernel, kernel);
            var result = logP.Slice(start, n);
            for (var i = 0; i < n; i++)
                result[i] = IsOutside(at[i], Small)
                    ? StudentT.TwoSidedLog(at[i], df)
                    : constant + power * kernel[i] + value[i];
        }
    }

    /// <summary>log P(|T| ≥ |t|), each with its own degrees of freedom: those that are frequent share a series.</summary>
    public static void StudentTwoSided(ReadOnlySpan<double> t, ReadOnlySpan<double> df, Span<double> logP)
    {
        var sizes = new Dictionary<double, int>();
        foreach (var value in df)
            sizes[value] = sizes.GetValueOrDefault(value) + 1;
        for (var i = 0; i < t.Length; i++)
            if (!(df[i] > 0))
                logP[i] = double.NaN;
            else if (sizes[df[i]] < WorthASeries)
                logP[i] = StudentT.TwoSidedLog(t[i], df[i]);
        foreach (var (value, size) in sizes)
            if (value > 0 && size >= WorthASeries)
                StudentTwoSidedWhere(value, size, t, df, logP);
    }

    private static void StudentTwoSidedWhere(
        double value,
        int size,
        ReadOnlySpan<double> t,
        ReadOnlySpan<double> df,
        Span<double> logP
    )
    {
        var gathered = new double[size];
        var next = 0;
        for (var i = 0; i < t.Length; i++)
            if (df[i].Equals(value))
                gathered[next++] = t[i];
        StudentTwoSided(gathered, value, gathered);
        next = 0;
        for (var i = 0; i < t.Length; i++)
            if (df[i].Equals(value))
                logP[i] = gathered[next++];
    }

    /// <summary>log P(X &gt; x). exp(x/2) P over (1 + x/2)^(df/2 − 1) lies between constants, and is smooth in √x.</summary>
    public static void ChiSquaredUpper(ReadOnlySpan<double> x, double df, Span<double> logP)
    {
        var a = 0.5 * df;
        var series =
            x.Length < WorthASeries ? null : ChebyshevSeries.TryFit(u => LogChiFactor(u, a), 1 + Math.Sqrt(a), 4 + a);
        if (series is null)
        {
            for (var i = 0; i < x.Length; i++)
                logP[i] = ChiSquared.LogProbability(x[i], df, Tail.Upper);
            return;
        }
        Span<double> half = stackalloc double[Block];
        Span<double> root = stackalloc double[Block];
        for (var start = 0; start < x.Length; start += Block)
        {
            var n = Math.Min(Block, x.Length - start);
            var at = half[..n];
            var value = root[..n];
            TensorPrimitives.Multiply(x.Slice(start, n), 0.5, at);
            TensorPrimitives.Sqrt(at, value);
            series.Evaluate(value, value);
            var result = logP.Slice(start, n);
            for (var i = 0; i < n; i++)
                result[i] = IsOutside(at[i], Small * a)
                    ? ChiSquared.LogProbability(2 * at[i], df, Tail.Upper)
                    : value[i] - at[i] + (a - 1) * Math.Log(1 + at[i]);
        }
    }

    /// <summary>Too small, too large for its square, or missing: calculated singly.</summary>
    private static bool IsOutside(double value, double smallest) => !(value >= smallest && value <= Large);

    private static double StudentScale(double df) => Math.Sqrt(df) < 5 ? Math.Sqrt(df) : 5;

    /// <summary>Beyond 1 the fraction is tail over density itself: no large logarithms are subtracted.</summary>
    private static double StudentFactor(double t, double df)
    {
        var square = t * t;
        var total = df + square;
        var ratio =
            t < 1
                ? Math.Exp(StudentT.TwoSidedLog(t, df) - StudentT.LogDensity(t, df))
                : t
                    * IncompleteBeta.Fraction(
                        0.5 * df,
                        0.5,
                        df / total,
                        square / total,
                        0.5 * df * ((square - 1) / total)
                    );
        return ratio * (1 + t) / (1 + square / df);
    }

    private static double LogChiFactor(double root, double a)
    {
        var x = root * root;
        return x < a + 1
            ? IncompleteGamma.LogTailOf(a, x).LogOf(Tail.Upper) + x - (a - 1) * Elementary.Log1p(x)
            : Math.Log(x * IncompleteGamma.Fraction(a, x)) - LogGammaFunction.Of(a) - (a - 1) * Elementary.Log1p(1 / x);
    }

    /// <summary>log(1 + x): the rounding of 1 + x is added to first order.</summary>
    private static void Log1p(ReadOnlySpan<double> x, Span<double> values)
    {
        Span<double> sum = stackalloc double[Block];
        var u = sum[..x.Length];
        TensorPrimitives.Add(x, 1, u);
        for (var i = 0; i < x.Length; i++)
            values[i] = (x[i] - (u[i] - 1)) / u[i];
        TensorPrimitives.Log(u, u);
        TensorPrimitives.Add(values, u, values);
    }
}
