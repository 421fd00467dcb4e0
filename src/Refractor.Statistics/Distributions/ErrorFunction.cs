namespace Refractor.Statistics.Distributions;

/// <summary>
/// The scaled complementary error function exp(x²) erfc(x) for x ≥ 0, which never underflows. (1 + x) times it is smooth in
/// t = (x − 3.5) / (x + 3.5), −1 to 1 (the transformation of Schonfelder, Math Comput 1978); the Chebyshev coefficients were calculated in
/// 50 digits and are cut where they fall below 2e-17.
/// </summary>
internal static class ErrorFunction
{
    internal const double Scale = 3.5;

    internal static ReadOnlySpan<double> Coefficients =>
        [
            0.74512826659388946,
            -0.22123885399760877,
            0.042238743854729356,
            0.001088453069249399,
            -0.0046587216217935576,
            0.0021326448637305057,
            -0.0006024379221564502,
            0.00011310946453702675,
            -1.1417648245002216e-5,
            -5.2871518915658061e-7,
            3.6476553739761234e-7,
            -3.4472105571421595e-8,
            -6.3173991613880888e-9,
            1.6161453930061554e-9,
            6.8883892548616253e-11,
            -5.6788165830023203e-11,
            4.966816348272961e-13,
            1.9783592944103816e-12,
            -6.7227722780306381e-14,
            -7.3732773994282286e-14,
            2.8220088445987296e-15,
            2.9812941686736104e-15,
            -6.5672584907453233e-17,
            -1.2826685517285034e-16,
            -1.6421296870297166e-18,
        ];

    public static double ScaledComplement(double x)
    {
        if (double.IsPositiveInfinity(x))
            return 0;
        var t = (x - Scale) / (x + Scale);
        var coefficients = Coefficients;
        double last = 0,
            before = 0;
        for (var i = coefficients.Length - 1; i > 0; i--)
            (last, before) = (2 * t * last - before + coefficients[i], last);
        return (t * last - before + coefficients[0]) / (1 + x);
    }
}
