namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>
/// The terms log Σ w exp(β'x) of a partial likelihood: one a block for Breslow's treatment of ties, one an event for Efron's, from whose
/// sums a fraction of the block's events is taken away. Residuals, tests and hazards are sums over these terms.
/// </summary>
internal sealed class RiskSetTerms
{
    /// <summary>Lays out the terms; totals and means are filled by the likelihood.</summary>
    public RiskSetTerms(CoxSample sample, CoxTies ties)
    {
        var blocks = sample.Risk.Blocks;
        var perEvent = ties == CoxTies.Efron;
        BlockStarts = new int[blocks.Length + 1];
        for (var b = 0; b < blocks.Length; b++)
            BlockStarts[b + 1] = BlockStarts[b] + (perEvent ? blocks[b].Events : 1);
        Count = BlockStarts[^1];
        (Weights, Fractions, Totals) = (new double[Count], new double[Count], new double[Count]);
        Means = [.. Enumerable.Range(0, sample.Covariates).Select(_ => new double[Count])];
        for (var b = 0; b < blocks.Length; b++)
        {
            var weight = sample.Weights.AsSpan(blocks[b].Start, blocks[b].Events);
            var sum = 0.0;
            foreach (var w in weight)
                sum += w;
            var terms = BlockStarts[b + 1] - BlockStarts[b];
            for (var l = 0; l < terms; l++)
            {
                Weights[BlockStarts[b] + l] = sum / terms;
                Fractions[BlockStarts[b] + l] = (double)l / terms;
            }
        }
    }

    /// <summary>Number of terms.</summary>
    public int Count { get; }

    /// <summary>First term of each block, and the number of terms at the end.</summary>
    public int[] BlockStarts { get; }

    /// <summary>Case weight of each term.</summary>
    public double[] Weights { get; }

    /// <summary>Fraction of the block's events that has left the risk set.</summary>
    public double[] Fractions { get; }

    /// <summary>Σ w exp(β'x) of each term.</summary>
    public double[] Totals { get; }

    /// <summary>p arrays: mean of each centred covariate over the risk set of each term, weighted by w exp(β'x).</summary>
    public double[][] Means { get; }

    /// <summary>Increment of the cumulative hazard of a term, for a linear predictor of 0.</summary>
    public double Hazard(int term) => Weights[term] / Totals[term];
}
