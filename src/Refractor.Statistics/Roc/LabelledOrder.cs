using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.Roc;

/// <summary>The samples of one marker that have a value, in its order, with their labels.</summary>
internal sealed class LabelledOrder
{
    private readonly ulong[] _ties;
    private readonly int _samples;

    private LabelledOrder(double[] values, bool[] isCase, ulong[] ties, int[] samples, int all)
    {
        (Values, IsCase, _ties, Samples, _samples) = (values, isCase, ties, samples, all);
        Cases = isCase.Count(c => c);
        Controls = isCase.Length - Cases;
    }

    /// <summary>Values, ascending.</summary>
    public double[] Values { get; }

    /// <summary>Whether each is of a case.</summary>
    public bool[] IsCase { get; }

    /// <summary>Number of the sample of each.</summary>
    public int[] Samples { get; }

    /// <summary>Number of cases.</summary>
    public int Cases { get; }

    /// <summary>Number of controls.</summary>
    public int Controls { get; }

    /// <summary>Sorts the values that are not NaN.</summary>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public static LabelledOrder Of(ReadOnlySpan<double> values, ReadOnlySpan<bool> isCase)
    {
        if (values.Length != isCase.Length)
            throw new ArgumentException($"Found {isCase.Length} labels; expected {values.Length}.", nameof(isCase));
        var order = SampleOrder.Of(FeatureMatrix.Of(1, values.Length, values.ToArray()), threads: 1);
        var samples = new int[values.Length];
        order.CopyOrder(0, samples);
        Array.Resize(ref samples, order.Measured(0));
        var (sorted, labels) = (new double[samples.Length], new bool[samples.Length]);
        for (var i = 0; i < samples.Length; i++)
            (sorted[i], labels[i]) = (values[samples[i]], isCase[samples[i]]);
        return new LabelledOrder(sorted, labels, order.Ties(0).ToArray(), samples, values.Length);
    }

    /// <summary>The position after the block of ties that begins at a position.</summary>
    public int EndOfBlock(int from)
    {
        var to = from + 1;
        while (to < Values.Length && (_ties[(to - 1) >> 6] >> (to - 1) & 1) != 0)
            to++;
        return to;
    }

    /// <summary>The sums of placements, for cases that are higher.</summary>
    public PlacementSums PlacementSums()
    {
        var codes = PlacementWalk.CodesOf(Array.ConvertAll(IsCase, c => c ? SampleRole.Case : SampleRole.Control));
        var positions = new int[codes.Length];
        for (var i = 0; i < positions.Length; i++)
            positions[i] = i;
        return new PlacementWalk(positions.Length).Of<int>(positions, _ties, codes);
    }

    /// <summary>
    /// By sample number: of a case the share of controls below it, of a control the share of cases above it, ties counting half; NaN if
    /// its value is missing.
    /// </summary>
    public double[] Placements(RocDirection direction)
    {
        var placements = new double[_samples];
        Array.Fill(placements, double.NaN);
        var (cases, controls) = (0, 0);
        for (var from = 0; from < Samples.Length; )
        {
            var to = EndOfBlock(from);
            var blockCases = IsCase.AsSpan(from, to - from).Count(true);
            var blockControls = to - from - blockCases;
            for (var i = from; i < to; i++)
            {
                var share = IsCase[i]
                    ? (controls + blockControls / 2.0) / Controls
                    : (Cases - cases - blockCases / 2.0) / Cases;
                placements[Samples[i]] = direction == RocDirection.CasesHigher ? share : 1 - share;
            }
            (cases, controls, from) = (cases + blockCases, controls + blockControls, to);
        }
        return placements;
    }
}
