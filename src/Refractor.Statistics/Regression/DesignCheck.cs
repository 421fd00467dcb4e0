using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Regression;

/// <summary>Checks of designs, with messages that say what was found and what was expected.</summary>
internal static class DesignCheck
{
    /// <summary>Refuses blocks whose means are to be removed: that is defined for linear models of all features alone.</summary>
    public static void HasNoBlocks(DesignMatrix design, string parameter)
    {
        if (design.Within is not null)
            throw new ArgumentException("Found a design within blocks; expected the blocks as a factor.", parameter);
    }

    /// <summary>Refuses weights of another number than samples, and negative ones.</summary>
    public static void Weights(DesignMatrix design, double[]? weights, string parameter)
    {
        if (weights is null)
            return;
        if (weights.Length != design.Samples)
            throw new ArgumentException(
                $"The design has {design.Samples} samples; found {weights.Length} weights.",
                parameter
            );
        var negative = Array.FindIndex(weights, w => w < 0);
        if (negative >= 0)
            throw new ArgumentException(
                $"Weight {negative} is {weights[negative]}; expected a number ≥ 0 or NaN.",
                parameter
            );
    }
}
