namespace Refractor.Statistics.Enrichment;

/// <summary>A set that is tested.</summary>
/// <param name="Set">Its number.</param>
/// <param name="Size">Ranked members.</param>
/// <param name="NearTop">Whether its score is that of the top of the ranking.</param>
/// <param name="Score">Enrichment score.</param>
/// <param name="Threshold">Random sets whose deviation on its side reaches this are at least as extreme.</param>
internal readonly record struct ScoredSet(int Set, int Size, bool NearTop, double Score, double Threshold)
{
    /// <summary>
    /// Difference below which two scores are equal. Rounding stays far below it, and sets that score differently on paper are further
    /// apart.
    /// </summary>
    public const double Tolerance = 1e-11;
}
