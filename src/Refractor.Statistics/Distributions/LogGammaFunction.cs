namespace Refractor.Statistics.Distributions;

/// <summary>Logarithms of the gamma function and of quotients of it, to full relative precision also near its zeros 1 and 2.</summary>
internal static class LogGammaFunction
{
    private const double OneMinusEuler = 0.42278433509846713939;

    /// <summary>ζ(k) − 1 for k = 2, 3, ….</summary>
    private static ReadOnlySpan<double> ZetaMinusOne =>
        [
            0.64493406684822643647,
            0.2020569031595942854,
            0.082323233711138191516,
            0.036927755143369926331,
            0.017343061984449139715,
            0.0083492773819228268398,
            0.0040773561979443393787,
            0.0020083928260822144179,
            0.00099457512781808533715,
            0.0004941886041194645587,
            0.00024608655330804829864,
            0.00012271334757848914675,
            0.000061248135058704829259,
            0.000030588236307020493552,
            0.000015282259408651871733,
            7.6371976378997622736e-6,
            3.8172932649998398565e-6,
            1.9082127165539389257e-6,
            9.5396203387279611315e-7,
            4.7693298678780646312e-7,
            2.3845050272773299e-7,
            1.1921992596531107307e-7,
            5.9608189051259479612e-8,
            2.9803503514652280186e-8,
            1.4901554828365041235e-8,
            7.450711789835429492e-9,
            3.7253340247884570548e-9,
        ];

    /// <summary>log Γ(x), x &gt; 0.</summary>
    public static double Of(double x)
    {
        if (double.IsNaN(x))
            return double.NaN;
        if (x <= 0)
            return double.PositiveInfinity;
        if (x < 0.5)
            return OnePlus(x) - Math.Log(x);
        if (x < 1.5)
            return OnePlus(x - 1);
        if (x <= 2.5)
            return TwoPlus(x - 2);
        if (x < 12)
        {
            var product = 1.0;
            while (x > 2.5)
            {
                x -= 1;
                product *= x;
            }
            return Math.Log(product) + TwoPlus(x - 2);
        }
        return (x - 0.5) * Math.Log(x) - x + Elementary.HalfLogTwoPi + StirlingError.Of(x);
    }

    /// <summary>log Γ(1 + a), |a| ≤ ½, proportional to a near 0.</summary>
    public static double OnePlus(double a) => Math.Abs(a) <= 0.5 ? TwoPlus(a) - Elementary.Log1p(a) : Of(1 + a);

    /// <summary>log Γ(a + b) − log Γ(b) for b &gt; 0 and a + b &gt; 0, proportional to a near 0.</summary>
    public static double Quotient(double a, double b)
    {
        if (a > 1 && (b < 1 || a > 4 * b) && b < 12)
            return Of(a + b) - Of(b);
        // One more in b makes Γ(b + a) / Γ(b) larger by 1 + a/b; excess is the product of these factors less 1.
        var excess = 0.0;
        while (b < 12)
        {
            var factor = a / b;
            excess += factor + excess * factor;
            b += 1;
        }
        var ratio = a / b;
        return b * Elementary.Log1pMinus(ratio)
            - 0.5 * Elementary.Log1p(ratio)
            + a * Math.Log(a + b)
            + StirlingError.Difference(b, a)
            - Elementary.Log1p(excess);
    }

    /// <summary>log B(a, b).</summary>
    public static double Beta(double a, double b)
    {
        var (small, large) = a < b ? (a, b) : (b, a);
        return Of(small) - Quotient(small, large);
    }

    /// <summary>log Γ(2 + a), |a| ≤ ½: a(1 − γ) + Σ (−a)^k (ζ(k) − 1) / k.</summary>
    private static double TwoPlus(double a)
    {
        var zeta = ZetaMinusOne;
        var sum = 0.0;
        for (var i = zeta.Length - 1; i >= 0; i--)
            sum = (zeta[i] / (i + 2) + sum) * -a;
        return a * (OneMinusEuler - sum);
    }
}
