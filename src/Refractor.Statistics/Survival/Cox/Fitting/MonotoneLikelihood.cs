using System.Numerics.Tensors;

namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Decides whether a partial likelihood rises for ever along a linear predictor (monotone likelihood, separation).</summary>
/// <remarks>
/// Heinze and Schemper, Biometrics 2001. The decision looks at the order of the predictors in every risk set, not at the size of a
/// coefficient or standard error, for which no bound fits all data. The direction must not be one along which the likelihood is flat;
/// aliased covariates are left out beforehand.
/// </remarks>
internal static class MonotoneLikelihood
{
    // The predictor is the last step of an iteration: parts of it that are about to vanish are still there to this fraction.
    private const double Tolerance = 1e-4;

    /// <summary>Whether at every event no one at risk has a larger predictor than those with the event.</summary>
    /// <param name="risk">The risk sets.</param>
    /// <param name="predictor">N values.</param>
    /// <param name="tiedEventsCompete">
    /// Whether tied events must have equal predictors as well (Efron, Breslow); false if only the others at risk count (exact).
    /// </param>
    public static bool Holds(CoxRiskSets risk, ReadOnlySpan<double> predictor, bool tiedEventsCompete)
    {
        var allowed = Tolerance * Range(predictor);
        var highest = double.NegativeInfinity;
        for (var b = risk.Blocks.Length - 1; b >= 0; b--)
        {
            var block = risk.Blocks[b];
            var events = predictor[block.Start..block.EventsEnd];
            var others = risk.Leaving is null
                ? Math.Max(
                    block.IsLastOfStratum ? double.NegativeInfinity : highest,
                    Maximum(predictor[block.EventsEnd..block.AddedEnd])
                )
                : HighestOther(risk, predictor, b);
            highest = Math.Max(others, Maximum(events));
            if ((tiedEventsCompete ? highest : others) > Minimum(events) + allowed)
                return false;
        }
        return true;
    }

    private static double Range(ReadOnlySpan<double> values) => Maximum(values) - Minimum(values);

    private static double Minimum(ReadOnlySpan<double> values) =>
        values.IsEmpty ? double.PositiveInfinity : TensorPrimitives.Min(values);

    private static double Maximum(ReadOnlySpan<double> values) =>
        values.IsEmpty ? double.NegativeInfinity : TensorPrimitives.Max(values);

    private static double HighestOther(CoxRiskSets risk, ReadOnlySpan<double> predictor, int block)
    {
        var highest = double.NegativeInfinity;
        foreach (var i in risk.AtRisk(block))
            if (i >= risk.Blocks[block].EventsEnd)
                highest = Math.Max(highest, predictor[i]);
        return highest;
    }
}
