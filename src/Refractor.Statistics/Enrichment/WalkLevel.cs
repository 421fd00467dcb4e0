namespace Refractor.Statistics.Enrichment;

/// <summary>
/// What a set must exceed: a score, and among sets of just that score a luck, drawn evenly between 0 and 1. Luck orders sets of equal
/// scores, so that half of them can be above the level even where few scores are possible.
/// </summary>
internal readonly record struct WalkLevel(double Score, double Luck)
{
    /// <summary>Scores from here on exceed the level whatever their luck.</summary>
    public double Above => Score + ScoredSet.Tolerance;

    /// <summary>Scores below this do not reach the level.</summary>
    public double Equal => Score - ScoredSet.Tolerance;

    /// <summary>Draws the luck of a set that is above the level.</summary>
    public double Draw(double score, ref RandomSource random) =>
        score >= Above ? random.NextDouble() : Luck + (1 - Luck) * random.NextDouble();
}
