namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>The two walks over the risk sets: totals and means from the last time to the first, hazards from the first to the last.</summary>
internal sealed class RiskSetSums(CoxSample sample, RiskSetTerms terms)
{
    // One sum for the total and one for each covariate; events of the block apart.
    private readonly double[] _sums = new double[1 + sample.Covariates];
    private readonly double[] _eventSums = new double[1 + sample.Covariates];
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

    private void Add(double[] sums, double risk, int row)
    {
        unchecked
        {
            sums[0] += risk;
            var values = sample.Rows.AsSpan(row * sample.Covariates, sample.Covariates);
            for (var k = 0; k < values.Length; k++)
                sums[k + 1] += risk * values[k];
        }
    }

    private void FillBlock(int b)
    {
        for (var t = terms.BlockStarts[b]; t < terms.BlockStarts[b + 1]; t++)
        {
            var fraction = terms.Fractions[t];
            var total = _sums[0] - fraction * _eventSums[0];
            terms.Totals[t] = total;
            for (var k = 0; k < terms.Means.Length; k++)
                terms.Means[k][t] = (_sums[k + 1] - fraction * _eventSums[k + 1]) / total;
        }
    }
}
