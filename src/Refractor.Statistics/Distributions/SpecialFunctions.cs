namespace Refractor.Statistics.Distributions;

/// <summary>Functions that distributions and their parameters are built from.</summary>
public static class SpecialFunctions
{
    /// <summary>log Γ(x) for x &gt; 0; +∞ at 0 and below. Checked against R lgamma.</summary>
    public static double LogGamma(double x) => LogGammaFunction.Of(x);

    /// <summary>log B(a, b) for a, b &gt; 0. Checked against R lbeta.</summary>
    public static double LogBeta(double a, double b) => LogGammaFunction.Beta(a, b);

    /// <summary>log of the binomial coefficient, 0 ≤ k ≤ n; −∞ outside. Checked against R lchoose.</summary>
    public static double LogChoose(double n, double k)
    {
        if (k < 0 || k > n)
            return double.NegativeInfinity;
        return k == 0 || k == n ? 0 : -Math.Log(n + 1) - LogGammaFunction.Beta(n - k + 1, k + 1);
    }

    /// <summary>d/dx log Γ(x) for x &gt; 0. Checked against R digamma.</summary>
    public static double Digamma(double x) => Polygamma.Digamma(x);

    /// <summary>Second derivative of log Γ(x), x &gt; 0. Checked against R trigamma.</summary>
    public static double Trigamma(double x) => Polygamma.Trigamma(x);

    /// <summary>Third derivative of log Γ(x), x &gt; 0. Checked against R psigamma(x, 2).</summary>
    public static double Tetragamma(double x) => Polygamma.Tetragamma(x);

    /// <summary>
    /// The x &gt; 0 with trigamma(x) = y, y &gt; 0 (Smyth, Stat Appl Genet Mol Biol 2004, appendix). Checked against
    /// limma::trigammaInverse.
    /// </summary>
    public static double TrigammaInverse(double y) => Polygamma.TrigammaInverse(y);

    /// <summary>log(1 − exp(x)) for x ≤ 0: the logarithm of the other tail.</summary>
    public static double LogOneMinusExp(double x) => Elementary.LogOneMinusExp(x);

    /// <summary>log(exp(a) + exp(b)).</summary>
    public static double LogSumExp(double a, double b)
    {
        var (low, high) = a < b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(high) ? high : high + Elementary.Log1p(Math.Exp(low - high));
    }

    /// <summary>log Σ exp(x); −∞ when empty.</summary>
    public static double LogSumExp(ReadOnlySpan<double> x)
    {
        var highest = double.NegativeInfinity;
        foreach (var value in x)
            highest = Math.Max(highest, value);
        if (double.IsInfinity(highest))
            return highest;
        var sum = 0.0;
        foreach (var value in x)
            sum += Math.Exp(value - highest);
        return highest + Math.Log(sum);
    }
}
