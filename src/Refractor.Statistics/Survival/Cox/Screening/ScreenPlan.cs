using Refractor.Statistics.Survival.Cox.Fitting;

namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>What all features of a screen share: who is at risk when, and the columns that are the same in every model.</summary>
internal sealed class ScreenPlan
{
    /// <summary>Prepares a screen.</summary>
    /// <param name="times">Follow-up, only with the rows used.</param>
    /// <param name="strata">n dense indices of strata, or null.</param>
    /// <param name="ties">Efron or Breslow; exact ties are fitted one by one.</param>
    /// <param name="columns">Columns of n values that are the same in every model.</param>
    /// <param name="treatment">n values 0 or 1 that the feature is multiplied by for its second column; null for none.</param>
    public ScreenPlan(
        SurvivalTimes times,
        int[]? strata,
        CoxTies ties,
        IReadOnlyList<double[]> columns,
        double[]? treatment
    )
    {
        Risk = CoxRiskSets.Of(times, strata);
        Ties = ties;
        Sample = CoxSample.Of(Risk, columns, null);
        Treatment = treatment is null ? null : Array.ConvertAll(Risk.Rows, r => treatment[r]);
    }

    /// <summary>The risk sets.</summary>
    public CoxRiskSets Risk { get; }

    /// <summary>Treatment of ties.</summary>
    public CoxTies Ties { get; }

    /// <summary>The shared columns in sorted order, centred.</summary>
    public CoxSample Sample { get; }

    /// <summary>In sorted order, or null.</summary>
    public double[]? Treatment { get; }

    /// <summary>Number of columns that hold the feature: itself, and its product with the treatment.</summary>
    public int FeatureColumns => Treatment is null ? 1 : 2;

    /// <summary>Number of coefficients of a model.</summary>
    public int Columns => FeatureColumns + Sample.Covariates;
}
