namespace Refractor.Statistics.Survival;

/// <summary>
/// Kaplan-Meier estimate G of the probability of not being censored yet, just before each distinct time. At a time with events and
/// censored patients the events come first, so that they are no longer at risk of being censored.
/// </summary>
internal sealed class CensoringCurve
{
    private CensoringCurve(double[] before) => Before = before;

    /// <summary>G just before each distinct time of the follow-up.</summary>
    public double[] Before { get; }

    /// <summary>1 / G² just before each distinct time.</summary>
    public double[] InverseSquare() => Array.ConvertAll(Before, g => 1 / (g * g));

    /// <summary>Estimates G.</summary>
    /// <param name="times">n rows.</param>
    /// <param name="weights">n case weights; null for 1.</param>
    public static CensoringCurve Of(SurvivalTimes times, double[]? weights = null)
    {
        var steps = RiskSets.Of(times, weights);
        var before = new double[steps.Count];
        var g = 1.0;
        for (var k = 0; k < before.Length; k++)
        {
            before[k] = g;
            if (steps.Censored[k] > 0)
                g *= 1 - steps.Censored[k] / (steps.AtRisk[k] - steps.Died[k]);
        }
        return new CensoringCurve(before);
    }
}
