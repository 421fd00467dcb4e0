namespace Refractor.Statistics.Distributions;

/// <summary>
/// The incomplete gamma function of large shape near its mean, where series and fraction need as many terms as the standard deviation is
/// wide: Q = ½ erfc(η √(a/2)) + exp(−a η²/2) / √(2π a) Σ c(k, η) a^−k with ½ η² = x/a − 1 − log(x/a) (Temme, SIAM J Math Anal 1979). The
/// coefficients of c(k, η) in powers of η were calculated in 60 digits from c(k) = c'(k−1) / η + (−1)^k g(k) / (x/a − 1), g those of
/// Stirling's series, and are cut where they fall below 1e-18 for a ≥ 100 and |x/a − 1| ≤ 0.3.
/// </summary>
internal static class UniformGamma
{
    private const double SmallestShape = 100;
    private const double Nearness = 0.3;

    private static readonly double[][] Coefficients =
    [
        [
            -0.33333333333333333,
            0.083333333333333333,
            -0.014814814814814815,
            0.0011574074074074074,
            0.0003527336860670194,
            -0.00017875514403292181,
            3.9192631785224378e-5,
            -2.1854485106799922e-6,
            -1.85406221071516e-6,
            8.296711340953086e-7,
            -1.7665952736826079e-7,
            6.7078535434014986e-9,
            1.0261809784240308e-8,
            -4.3820360184533532e-9,
            9.1476995822367902e-10,
            -2.551419399494625e-11,
            -5.8307721325504251e-11,
        ],
        [
            -0.0018518518518518519,
            -0.0034722222222222222,
            0.0026455026455026455,
            -0.00099022633744855967,
            0.00020576131687242798,
            -4.0187757201646091e-7,
            -1.8098550334489978e-5,
            7.6491609160811101e-6,
            -1.6120900894563446e-6,
            4.6471278028074343e-9,
            1.378633446915721e-7,
            -5.752545603517705e-8,
            1.1951628599778147e-8,
            -1.7543241719747648e-11,
            -1.0091543710600413e-9,
        ],
        [
            0.0041335978835978836,
            -0.0026813271604938272,
            0.00077160493827160494,
            2.0093878600823045e-6,
            -0.00010736653226365161,
            5.2923448829120125e-5,
            -1.2760635188618728e-5,
            3.4235787340961381e-8,
            1.3721957309062933e-6,
            -6.298992138380055e-7,
            1.4280614206064242e-7,
            -2.0477098421990866e-10,
            -1.4092529910867521e-8,
            6.228974084922022e-9,
        ],
        [
            0.00064943415637860082,
            0.00022947209362139918,
            -0.00046918949439525571,
            0.00026772063206283885,
            -7.5618016718839764e-5,
            -2.3965051138672967e-7,
            1.1082654115347302e-5,
            -5.6749528269915966e-6,
            1.4230900732435884e-6,
            -2.7861080291528142e-11,
            -1.6958404091930277e-7,
            8.0994649053880824e-8,
        ],
        [
            -0.0008618882909167117,
            0.00078403922172006663,
            -0.00029907248030319018,
            -1.4638452578843418e-6,
            6.6414982154651222e-5,
            -3.9683650471794347e-5,
            1.1375726970678419e-5,
            2.5074972262375328e-10,
            -1.6954149536558306e-6,
        ],
        [
            -0.00033679855336635815,
            -6.9728137583658578e-5,
            0.00027727532449593921,
            -0.00019932570516188848,
            6.7977804779372078e-5,
            1.419062920643967e-7,
            -1.3594048189768693e-5,
        ],
        [
            0.00053130793646399222,
            -0.00059216643735369388,
            0.00027087820967180448,
            7.9023532326603279e-7,
            -8.1539693675619688e-5,
        ],
        [0.00034436760689237767],
    ];

    public static bool IsFor(double a, double x) => a >= SmallestShape && Math.Abs(x - a) <= Nearness * a;

    /// <summary>The tail on the side of x. Both terms have the factor exp(−a η²/2), which is taken out.</summary>
    public static LogTail LogTailOf(double a, double x)
    {
        var deviance = SaddlePoint.Deviance(a, x);
        var eta = Math.CopySign(Math.Sqrt(2 * deviance / a), x - a);
        var correction = Series(eta, 1 / a) / Math.Sqrt(2 * Math.PI * a);
        var half = 0.5 * ErrorFunction.ScaledComplement(Math.Sqrt(deviance));
        return x >= a
            ? LogTail.Of(Math.Log(half + correction) - deviance, Tail.Upper)
            : LogTail.Of(Math.Log(half - correction) - deviance, Tail.Lower);
    }

    private static double Series(double eta, double inverse)
    {
        var sum = 0.0;
        for (var k = Coefficients.Length - 1; k >= 0; k--)
        {
            var ofPower = 0.0;
            for (var n = Coefficients[k].Length - 1; n >= 0; n--)
                ofPower = ofPower * eta + Coefficients[k][n];
            sum = sum * inverse + ofPower;
        }
        return sum;
    }
}
