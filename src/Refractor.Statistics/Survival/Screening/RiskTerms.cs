namespace Refractor.Statistics.Survival.Screening;

/// <summary>Who is at risk at a time.</summary>
/// <param name="Hazard">Sum of the relative hazards of all at risk.</param>
/// <param name="Deaths">Number of events.</param>
/// <param name="DeathHazard">Sum of the relative hazards of those with an event.</param>
internal readonly record struct RiskSet(double Hazard, int Deaths, double DeathHazard);

/// <summary>What the events of one time add to the coefficients.</summary>
/// <param name="Expected">Events expected of a row at risk, divided by its relative hazard.</param>
/// <param name="DeathExpected">The same for a row with an event.</param>
/// <param name="Linear">Weight of x² of a row at risk, divided by its relative hazard.</param>
/// <param name="DeathLinear">The same for a row with an event.</param>
/// <param name="Square">Weight of S₁².</param>
/// <param name="Cross">Weight of S₁ × its part from the deaths.</param>
/// <param name="DiedSquare">Weight of the square of the part from the deaths.</param>
internal readonly record struct RiskTerms(
    double Expected,
    double DeathExpected,
    double Linear,
    double DeathLinear,
    double Square,
    double Cross,
    double DiedSquare
)
{
    public static RiskTerms Of(RiskTies ties, RiskSet set)
    {
        if (set.Deaths == 0)
            return default;
        var (n, d) = (set.Hazard, (double)set.Deaths);
        if (ties == RiskTies.Efron && set.Deaths > 1)
            return Efron(set);
        var expected = d / n;
        var spread = ties == RiskTies.Hypergeometric ? (n > 1 ? d * (n - d) / (n - 1) : 0) : d;
        return new RiskTerms(expected, expected, spread / n, spread / n, spread / (n * n), 0, 0);
    }

    private static RiskTerms Efron(RiskSet set)
    {
        var terms = default(RiskTerms);
        for (var l = 0; l < set.Deaths; l++)
        {
            var gone = (double)l / set.Deaths;
            var inverse = 1 / (set.Hazard - gone * set.DeathHazard);
            terms = new RiskTerms(
                terms.Expected + inverse,
                terms.DeathExpected + (1 - gone) * inverse,
                0,
                0,
                terms.Square + inverse * inverse,
                terms.Cross - 2 * gone * inverse * inverse,
                terms.DiedSquare + gone * gone * inverse * inverse
            );
        }
        return terms with { Linear = terms.Expected, DeathLinear = terms.DeathExpected };
    }
}
