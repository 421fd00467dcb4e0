namespace Refractor.Statistics.Survival.Screening;

/// <summary>What all features of a screen share: the layout of the samples and, for features without missing values, the coefficients.</summary>
internal sealed class RiskPlan
{
    private RiskPlan(SurvivalTimes times, RiskLayout layout, RiskTies ties, double[] hazards)
    {
        (Times, Layout, Ties, Hazards) = (times, layout, ties, hazards);
        (Used, IsUsed) = ([.. times.Order.Order()], new bool[times.Count]);
        foreach (var row in Used)
            IsUsed[row] = true;
        Coefficients = new RiskCoefficients(layout, ties);
        Coefficients.Fill(hazards);
    }

    /// <summary>Follow-up, only with the samples used.</summary>
    public SurvivalTimes Times { get; }

    public RiskLayout Layout { get; }

    public RiskTies Ties { get; }

    /// <summary>n relative hazards of the model without the feature; 0 for samples not used.</summary>
    public double[] Hazards { get; }

    /// <summary>The rows used, ascending.</summary>
    public int[] Used { get; }

    /// <summary>n flags.</summary>
    public bool[] IsUsed { get; }

    /// <summary>Whether all n samples are used.</summary>
    public bool UsesAll => Used.Length == Times.Count;

    /// <summary>Coefficients for a feature without missing values.</summary>
    public RiskCoefficients Coefficients { get; }

    /// <summary>Plans a screen.</summary>
    /// <param name="times">Follow-up of n samples.</param>
    /// <param name="strata">n numbers; negative leaves out. Or empty.</param>
    /// <param name="ties">Treatment of ties.</param>
    /// <param name="hazards">n relative hazards of a fitted model; null for 1.</param>
    public static RiskPlan Of(SurvivalTimes times, ReadOnlySpan<int> strata, RiskTies ties, double[]? hazards = null)
    {
        var keep = new bool[times.Count];
        for (var i = 0; i < keep.Length; i++)
            keep[i] = (strata.IsEmpty || strata[i] >= 0) && !(hazards is not null && double.IsNaN(hazards[i]));
        var used = times.Where(keep);
        var relative = new double[times.Count];
        foreach (var row in used.Order)
            relative[row] = hazards?[row] ?? 1;
        return new RiskPlan(used, RiskLayout.Of(used, strata), ties, relative);
    }
}
