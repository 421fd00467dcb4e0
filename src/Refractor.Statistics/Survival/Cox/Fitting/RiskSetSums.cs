using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>The two walks over the risk sets: totals and means from the last time to the first, hazards from the first to the last.</summary>
internal sealed class RiskSetSums(CoxSample sample, RiskSetTerms terms)
{
    // One sum for the total and one for each covariate; events of the block apart.
    private readonly Vector256<double>[] _sums = new Vector256<double>[sample.VectorsPerRow];
    private readonly Vector256<double>[] _eventSums = new Vector256<double>[sample.VectorsPerRow];
    private readonly Vector256<double>[] _means = new Vector256<double>[sample.VectorsPerRow];
    private readonly double[] _expected = new double[sample.Risk.N];
    private readonly double[] _cumulative = new double[sample.Risk.Blocks.Length + 1];
    private readonly double[] _blockHazard = new double[sample.Risk.Blocks.Length];
    private readonly double[] _eventHazard = new double[sample.Risk.Blocks.Length];

    /// <summary>Fills the totals and means of the terms.</summary>
    /// <param name="risk">w exp(β'x) of each sorted row.</param>
    public void Fill(ReadOnlySpan<double> risk)
    {
        var blocks = sample.Risk.Blocks;
        for (var b = blocks.Length - 1; b >= 0; b--)
        {
            var block = blocks[b];
            if (block.IsLastOfStratum)
                Array.Clear(_sums);
            Array.Clear(_eventSums);
            for (var i = block.Start; i < block.EventsEnd; i++)
                Add(_eventSums, risk[i], i);
            for (var k = 0; k < _sums.Length; k++)
                _sums[k] += _eventSums[k];
            for (var i = block.EventsEnd; i < block.AddedEnd; i++)
                Add(_sums, risk[i], i);
            if (sample.Risk.Leaving is { } leaving)
                foreach (var i in leaving[b])
                    Add(_sums, -risk[i], i);
            FillBlock(b);
        }
    }

    /// <summary>Expected events of each row × case weight: Σ hazard over the times at risk × w exp(β'x).</summary>
    /// <param name="risk">w exp(β'x) of each sorted row.</param>
    /// <param name="multipliers">A factor for the hazard of each block; empty for 1.</param>
    /// <returns>N values; the array is used again by the next call.</returns>
    public double[] ExpectedTimes(ReadOnlySpan<double> risk, ReadOnlySpan<double> multipliers)
    {
        AccumulateHazards(multipliers);
        var sets = sample.Risk;
        for (var i = 0; i < sets.N; i++)
            _expected[i] = sets.EverAtRisk(i) ? risk[i] * HazardWhileAtRisk(i) : 0;
        return _expected;
    }

    private double HazardWhileAtRisk(int i)
    {
        var sets = sample.Risk;
        var last = sets.UpTo[i] - 1;
        var (from, first) = (sets.After[i], FirstBlock(last));
        var hazard = _cumulative[last + 1] - (from == first ? 0 : _cumulative[from]);
        return sets.Event[i] ? hazard - _blockHazard[last] + _eventHazard[last] : hazard;
    }

    private int FirstBlock(int block) => sample.Risk.FirstBlocks[sample.Risk.Blocks[block].Stratum];

    private void AccumulateHazards(ReadOnlySpan<double> multipliers)
    {
        var blocks = sample.Risk.Blocks;
        var sum = 0.0;
        for (var b = 0; b < blocks.Length; b++)
        {
            if (FirstBlock(b) == b)
                sum = 0;
            var (all, events) = (0.0, 0.0);
            for (var t = terms.BlockStarts[b]; t < terms.BlockStarts[b + 1]; t++)
            {
                var hazard = terms.Hazard(t);
                all += hazard;
                events += hazard * (1 - terms.Fractions[t]);
            }
            var factor = multipliers.IsEmpty ? 1 : multipliers[b];
            (_blockHazard[b], _eventHazard[b]) = (factor * all, factor * events);
            sum += _blockHazard[b];
            _cumulative[b + 1] = sum;
        }
    }

    private void Add(Vector256<double>[] sums, double risk, int row)
    {
        unchecked
        {
            var values = sample.VectorRow(row);
            var factor = Vector256.Create(risk);
            for (var k = 0; k < values.Length; k++)
                sums[k] = LaneMath.Fma(factor, values[k], sums[k]);
        }
    }

    private void FillBlock(int b)
    {
        for (var t = terms.BlockStarts[b]; t < terms.BlockStarts[b + 1]; t++)
        {
            var left = Vector256.Create(-terms.Fractions[t]);
            var total = _sums[0][0] + left[0] * _eventSums[0][0];
            terms.Totals[t] = total;
            var inverse = Vector256.Create(1 / total);
            for (var k = 0; k < _sums.Length; k++)
                _means[k] = LaneMath.Fma(left, _eventSums[k], _sums[k]) * inverse;
            var means = MemoryMarshal.Cast<Vector256<double>, double>(_means.AsSpan())[1..];
            for (var k = 0; k < terms.Means.Length; k++)
                terms.Means[k][t] = means[k];
        }
    }
}
