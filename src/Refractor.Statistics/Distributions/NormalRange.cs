namespace Refractor.Statistics.Distributions;

/// <summary>
/// P(range &gt; w) = k ∫ φ(z) [Φ(z)^(k−1) − (Φ(z) − Φ(z − w))^(k−1)] dz, where z is the largest of k values.
/// </summary>
internal sealed class NormalRange
{
    private const double Step = 0.2;
    private const double Lowest = -9;
    private const double Highest = 39;

    private readonly double _groups;
    private readonly double[] _below;
    private readonly double[] _density;

    public NormalRange(double groups)
    {
        _groups = groups;
        var count = (int)((Highest - Lowest) / Step) + 1;
        _below = new double[count];
        _density = new double[count];
        for (var i = 0; i < count; i++)
        {
            var z = Lowest + i * Step;
            _below[i] = Normal.Probability(z);
            _density[i] = groups * Step * Normal.Density(z) * Math.Pow(_below[i], groups - 1);
        }
    }

    public double UpperTail(double w)
    {
        var sum = 0.0;
        for (var i = 0; i < _below.Length; i++)
        {
            var rest = Normal.Probability(Lowest + i * Step - w) / _below[i];
            var term = -_density[i] * Elementary.Expm1((_groups - 1) * Elementary.Log1p(-rest));
            sum += term;
            if (term < 1e-18 * sum && i * Step + Lowest > 0.5 * w + 1)
                break;
        }
        return sum;
    }
}
