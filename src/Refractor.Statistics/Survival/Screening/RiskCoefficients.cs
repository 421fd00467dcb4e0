namespace Refractor.Statistics.Survival.Screening;

/// <summary>
/// What turns the values x of a feature into its score and the variance of the score when the coefficient is 0, slot by slot of a
/// <see cref="RiskLayout"/>: the score is Σ x·<see cref="Score"/>; the variance is Σ x²·<see cref="Linear"/> less a sum over the event
/// times of squares of S₁ = Σ x·<see cref="Risk"/> up to there, times <see cref="Square"/>.
/// </summary>
internal sealed class RiskCoefficients
{
    private readonly RiskLayout _layout;
    private readonly RiskTies _ties;

    /// <summary>Makes room; <see cref="Fill(ReadOnlySpan{double})"/> calculates.</summary>
    public RiskCoefficients(RiskLayout layout, RiskTies ties)
    {
        (_layout, _ties) = (layout, ties);
        double[] New() => new double[layout.Rows.Length];
        (Score, Linear, Risk, Square) = (New(), New(), New(), New());
        if (ties == RiskTies.Efron)
            (Died, Same, Cross, DiedSquare) = (New(), New(), New(), New());
    }

    /// <summary>Martingale residual of the model without the feature: event less events expected.</summary>
    public double[] Score { get; }

    /// <summary>Weight of x².</summary>
    public double[] Linear { get; }

    /// <summary>Relative hazard of the row; negative where it leaves the risk set.</summary>
    public double[] Risk { get; }

    /// <summary>Weight of S₁² at the last step of each time.</summary>
    public double[] Square { get; }

    /// <summary>Efron: relative hazard of the rows with an event.</summary>
    public double[] Died { get; } = [];

    /// <summary>Efron: 0 at the first step of each time, else 1.</summary>
    public double[] Same { get; } = [];

    /// <summary>Efron: weight of S₁ × its part from the deaths.</summary>
    public double[] Cross { get; } = [];

    /// <summary>Efron: weight of the square of the part from the deaths.</summary>
    public double[] DiedSquare { get; } = [];

    /// <summary>Whether two events of a stratum fall on one time; without, Efron and Breslow are the same.</summary>
    public bool HasTiedDeaths { get; private set; }

    /// <summary>Number of rows.</summary>
    public int N { get; private set; }

    /// <summary>Number of events.</summary>
    public int Events { get; private set; }

    /// <summary>Calculates the coefficients.</summary>
    /// <param name="hazards">n relative hazards exp(lp) of the model without the feature; 0 for a row that is left out.</param>
    public void Fill(ReadOnlySpan<double> hazards)
    {
        (HasTiedDeaths, N, Events) = (false, 0, 0);
        foreach (var stratum in _layout.Strata)
            Fill(stratum, hazards);
    }

    private void Fill(RiskLayout.Stratum stratum, ReadOnlySpan<double> hazards)
    {
        var sets = new RiskSet[stratum.BlockEnds.Length];
        var (from, atRisk) = (0, 0.0);
        for (var block = 0; block < sets.Length; block++)
        {
            var set = default(RiskSet);
            for (; from < stratum.BlockEnds[block]; from++)
                atRisk += Take(stratum.Steps[from], hazards[stratum.Steps[from].Row], ref set);
            sets[block] = set with { Hazard = atRisk };
            HasTiedDeaths |= set.Deaths > 1;
            Events += set.Deaths;
        }
        var (expected, linear) = (0.0, 0.0);
        for (var block = sets.Length - 1; block >= 0; block--)
        {
            var first = block == 0 ? 0 : stratum.BlockEnds[block - 1];
            var steps = stratum.Steps.AsSpan()[first..stratum.BlockEnds[block]];
            var terms = RiskTerms.Of(_ties, sets[block]);
            foreach (var step in steps)
                Put(step, hazards[step.Row], expected, linear, terms);
            expected += terms.Expected;
            linear += terms.Linear;
            Close(steps, terms);
        }
    }

    private double Take(in RiskLayout.Step step, double hazard, ref RiskSet set)
    {
        if (hazard == 0)
            return 0;
        if (step.Leaves)
            return -hazard;
        N++;
        if (step.Died)
            set = set with { Deaths = set.Deaths + 1, DeathHazard = set.DeathHazard + hazard };
        return hazard;
    }

    private void Put(in RiskLayout.Step step, double hazard, double expected, double linear, in RiskTerms terms)
    {
        var died = step.Died && hazard > 0;
        var sign = step.Leaves ? -hazard : hazard;
        // A death sees the hazard of its own time thinned by the deaths before it among the tied.
        var (ownExpected, ownLinear) = died ? (terms.DeathExpected, terms.DeathLinear) : (terms.Expected, terms.Linear);
        Score[step.Slot] = (died ? 1 : 0) - sign * (expected + ownExpected);
        Linear[step.Slot] = sign * (linear + ownLinear);
        Risk[step.Slot] = sign;
        Square[step.Slot] = 0;
        if (_ties != RiskTies.Efron)
            return;
        Died[step.Slot] = died ? hazard : 0;
        (Same[step.Slot], Cross[step.Slot], DiedSquare[step.Slot]) = (1, 0, 0);
    }

    private void Close(ReadOnlySpan<RiskLayout.Step> steps, in RiskTerms terms)
    {
        Square[steps[^1].Slot] = terms.Square;
        if (_ties != RiskTies.Efron)
            return;
        Same[steps[0].Slot] = 0;
        (Cross[steps[^1].Slot], DiedSquare[steps[^1].Slot]) = (terms.Cross, terms.DiedSquare);
    }
}
