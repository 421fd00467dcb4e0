namespace Refractor.Statistics.Survival.Screening;

/// <summary>Score of a feature.</summary>
/// <param name="N">Samples used.</param>
/// <param name="Events">Events among them.</param>
/// <param name="Score">The score.</param>
/// <param name="Variance">Its variance.</param>
/// <param name="Reason">Why there is none.</param>
internal readonly record struct ScoreSums(int N, int Events, double Score, double Variance, NotEstimable Reason)
{
    // What is left of the information below this fraction is rounding.
    private const double NothingLeft = 1e-9;

    public static ScoreSums None(int n, int events, NotEstimable reason) =>
        new(n, events, double.NaN, double.NaN, reason);

    /// <summary>Judges sums.</summary>
    /// <param name="n">Samples used.</param>
    /// <param name="events">Events among them.</param>
    /// <param name="score">The score.</param>
    /// <param name="spread">Weighted sum of squares that the variance is part of.</param>
    /// <param name="alone">Variance without covariates.</param>
    /// <param name="adjusted">What the covariates leave of it.</param>
    public static ScoreSums Of(int n, int events, double score, double spread, double alone, double adjusted)
    {
        var reason =
            !(alone > NothingLeft * spread) ? NotEstimable.NoVariation
            : !(adjusted > NothingLeft * alone) ? NotEstimable.Collinear
            : NotEstimable.None;
        return new ScoreSums(n, events, score, adjusted, reason);
    }
}
