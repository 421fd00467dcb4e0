using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.SampleScores;

/// <summary>
/// The mean of normal distribution functions around all values, to 1e-14: the cubic Taylor polynomial of Φ around the nearest of
/// 10,000 nodes, whose remainder is below 1.4 × 0.0005⁴ / 24 = 4e-15.
/// </summary>
internal sealed class NormalKernel(int samples) : KernelDistribution
{
    private const int NodesPerUnit = 1000;
    private const int Reach = 10;

    private static readonly Node[] Nodes =
    [
        .. Enumerable
            .Range(0, (Reach * NodesPerUnit) + 1)
            .Select(i => (double)i / NodesPerUnit)
            .Select(u => new Node(u, Normal.Probability(u) - 0.5, Normal.Density(u))),
    ];

    private readonly double[] _sums = new double[samples];

    /// <inheritdoc/>
    public override void Fill(ReadOnlySpan<double> x, Span<double> estimates)
    {
        var m = x.Length;
        Array.Clear(_sums, 0, m);
        var scale = 1 / Bandwidth(x);
        for (var j = 1; j < m; j++)
        {
            var own = 0.0;
            for (var k = 0; k < j; k++)
            {
                var share = Excess((x[j] - x[k]) * scale);
                own += share;
                _sums[k] -= share;
            }
            _sums[j] += own;
        }
        for (var k = 0; k < m; k++)
            estimates[k] = k > 0 && x[k].Equals(x[k - 1]) ? estimates[k - 1] : 0.5 + _sums[k] / m;
    }

    /// <summary>Φ(u) − 1/2 for u ≥ 0.</summary>
    private static double Excess(double u)
    {
        if (u >= Reach)
            return 0.5;
        var node = Nodes[(int)(u * NodesPerUnit + 0.5)];
        var d = u - node.At;
        return node.Excess + node.Density * d * (1 + d * (-0.5 * node.At + d * (node.At * node.At - 1) / 6));
    }

    private readonly record struct Node(double At, double Excess, double Density);
}
