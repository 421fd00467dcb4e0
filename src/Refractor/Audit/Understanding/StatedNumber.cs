namespace Refractor.Audit.Understanding;

/// <summary>What a number in a statement measures.</summary>
internal enum NumberKind
{
    /// <summary>Hazard ratio.</summary>
    HazardRatio,

    /// <summary>Odds ratio.</summary>
    OddsRatio,

    /// <summary>Relative risk.</summary>
    RelativeRisk,

    /// <summary>Area under the curve or concordance index.</summary>
    Auc,

    /// <summary>p value.</summary>
    P,

    /// <summary>Percentage.</summary>
    Percent,

    /// <summary>End of a confidence interval.</summary>
    Interval,

    /// <summary>Patients, tumours, samples or cells counted.</summary>
    Count,

    /// <summary>Months, years or weeks.</summary>
    Duration,

    /// <summary>Studies, trials or cohorts counted.</summary>
    Studies,

    /// <summary>Any other number.</summary>
    Other,
}

/// <summary>A number with what it measures.</summary>
/// <param name="Kind">What it measures.</param>
/// <param name="Value">Its value; percentages as printed, 17 for 17 %.</param>
/// <param name="Decimals">Decimals as printed.</param>
/// <param name="Text">It and its unit as printed.</param>
/// <param name="Relation">"&lt;" or "&gt;" where the text gives a bound; else "=".</param>
internal readonly record struct StatedNumber(NumberKind Kind, double Value, int Decimals, string Text, char Relation)
{
    /// <summary>Whether another number is the same at the coarser of the two precisions.</summary>
    public bool Equals(double other, int decimals)
    {
        var unit = Math.Pow(10, -Math.Min(Decimals, decimals));
        return Math.Abs(Value - other) <= (unit / 2) + 1e-9;
    }

    /// <summary>Whether two papers would hardly hold it by chance: it has decimals or three digits.</summary>
    public bool IsDistinctive => Decimals > 0 || Value >= 100;
}
