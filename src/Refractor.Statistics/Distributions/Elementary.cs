namespace Refractor.Statistics.Distributions;

/// <summary>Logarithms and exponentials near 1 and 0, to full relative precision.</summary>
internal static class Elementary
{
    public const double LogTwo = 0.693147180559945309417;
    public const double HalfLogTwoPi = 0.918938533204672741780;
    public const double SqrtTwo = 1.41421356237309504880;

    /// <summary>log(1 + x). Kahan's correction: the rounding of 1 + x cancels in the quotient.</summary>
    public static double Log1p(double x)
    {
        if (Math.Abs(x) > 1)
            return Math.Log(1 + x);
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>exp(x) − 1, by the same correction.</summary>
    public static double Expm1(double x)
    {
        if (Math.Abs(x) > 1)
            return Math.Exp(x) - 1;
        var u = Math.Exp(x);
        return u == 1 ? x : (u - 1) * (x / Math.Log(u));
    }

    /// <summary>
    /// log(1 + x) − x. With r = x / (2 + x), log(1 + x) = 2 artanh(r), whose first term and x leave −r x, so that nothing cancels.
    /// </summary>
    public static double Log1pMinus(double x)
    {
        if (x is < -0.5 or > 1)
            return Log1p(x) - x;
        var r = x / (2 + x);
        var y = r * r;
        var sum = 0.0;
        for (var k = y < 0.01 ? 17 : 35; k >= 3; k -= 2)
            sum = sum * y + 1.0 / k;
        return r * (2 * y * sum - x);
    }

    /// <summary>log(1 − exp(x)) for x ≤ 0.</summary>
    public static double LogOneMinusExp(double x) => x > -LogTwo ? Math.Log(-Expm1(x)) : Log1p(-Math.Exp(x));

    /// <summary>The square of x and its rounding error.</summary>
    public static (double Square, double Error) Square(double x)
    {
        var square = x * x;
        return (square, Math.FusedMultiplyAdd(x, x, -square));
    }
}
