namespace Refractor.Statistics.Benchmarks.Making;

/// <summary>Random variates from one seed.</summary>
internal sealed class Variates(int seed)
{
    private readonly Random _random = new(seed);

    public double Uniform() => _random.NextDouble();

    public int Integer(int below) => _random.Next(below);

    /// <summary>Standard normal, by the polar method.</summary>
    public double Normal()
    {
        while (true)
        {
            var (u, v) = ((2 * Uniform()) - 1, (2 * Uniform()) - 1);
            var s = (u * u) + (v * v);
            if (s is > 0 and < 1)
                return u * Math.Sqrt(-2 * Math.Log(s) / s);
        }
    }

    public double Normal(double mean, double deviation) => mean + (deviation * Normal());

    public double Exponential(double rate) => -Math.Log(1 - Uniform()) / rate;

    /// <summary>Gamma with scale 1 (Marsaglia and Tsang, ACM Trans Math Softw 2000).</summary>
    public double Gamma(double shape)
    {
        if (shape < 1)
            return Gamma(shape + 1) * Math.Pow(1 - Uniform(), 1 / shape);
        var d = shape - (1 / 3.0);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(1 - Uniform()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v)))
                return d * v;
        }
    }

    public double ChiSquared(double df) => 2 * Gamma(df / 2);

    /// <summary>Poisson: by products of uniforms for small means, rounded normal for large ones, where the difference is of no matter here.</summary>
    public int Poisson(double mean)
    {
        if (mean > 60)
            return Math.Max(0, (int)Math.Round(Normal(mean, Math.Sqrt(mean))));
        var (limit, product, count) = (Math.Exp(-mean), Uniform(), 0);
        for (; product > limit; count++)
            product *= Uniform();
        return count;
    }

    /// <summary>Negative binomial by its mean and dispersion.</summary>
    public int Counts(double mean, double dispersion) => Poisson(mean * dispersion * Gamma(1 / dispersion));

    /// <summary>Different integers below a limit, in random order.</summary>
    public int[] Sample(int below, int count)
    {
        var all = Enumerable.Range(0, below).ToArray();
        for (var i = 0; i < count; i++)
        {
            var j = i + Integer(below - i);
            (all[i], all[j]) = (all[j], all[i]);
        }
        return all[..count];
    }
}
