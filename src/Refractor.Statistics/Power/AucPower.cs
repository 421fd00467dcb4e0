using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Power;

/// <summary>
/// Power of the test that an area under the ROC curve is ½, by the variance of Hanley and McNeil (Radiology 1982), which holds for
/// exponential scores and is on the safe side for normal ones. An area below ½ counts as its mirror above.
/// </summary>
/// <remarks>Checked against the formula in R and against simulation of exponential scores.</remarks>
public static class AucPower
{
    /// <summary>Standard error of an area.</summary>
    /// <param name="auc">Area, 0 to 1.</param>
    /// <param name="cases">Number of cases m, ≥ 1.</param>
    /// <param name="controls">Number of controls n, ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double StandardError(double auc, double cases, double controls)
    {
        Arguments.CheckProbability(auc);
        Arguments.CheckPositive(cases);
        Arguments.CheckPositive(controls);
        var square = auc * auc;
        var twoCases = auc / (2 - auc) - square;
        var twoControls = 2 * square / (1 + auc) - square;
        return Math.Sqrt(
            (auc * (1 - auc) + (cases - 1) * twoCases + (controls - 1) * twoControls) / (cases * controls)
        );
    }

    /// <summary>The probability that the test shows an area other than ½.</summary>
    /// <param name="cases">Number of cases, ≥ 1.</param>
    /// <param name="controls">Number of controls, ≥ 1.</param>
    /// <param name="auc">True area, 0 to 1.</param>
    /// <param name="alpha">Level of the test, between 0 and 1.</param>
    /// <param name="twoSided">Whether the test is two-sided.</param>
    /// <returns>Power.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double Of(double cases, double controls, double auc, double alpha = 0.05, bool twoSided = true)
    {
        var area = Math.Max(auc, 1 - auc);
        var margin = area - 0.5 - Rejection.Critical(alpha, twoSided) * StandardError(0.5, cases, controls);
        return Normal.Probability(margin / StandardError(area, cases, controls));
    }

    /// <summary>The number of cases that gives a power.</summary>
    /// <param name="power">Power, more than alpha and less than 1.</param>
    /// <param name="auc">True area, 0 to 1, not ½.</param>
    /// <param name="controlsPerCase">Controls for each case, &gt; 0.</param>
    /// <param name="alpha">Level of the test, between 0 and 1.</param>
    /// <param name="twoSided">Whether the test is two-sided.</param>
    /// <returns>Number of cases, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double Cases(
        double power,
        double auc,
        double controlsPerCase = 1,
        double alpha = 0.05,
        bool twoSided = true
    )
    {
        var distance = Rejection.Distance(power, alpha, twoSided);
        Arguments.CheckPositive(controlsPerCase);
        Arguments.CheckPositive(Math.Abs(auc - 0.5), nameof(auc));
        var guess = distance / (auc - 0.5);
        return Math.Exp(
            MonotoneRoot.Find(
                log => Of(Math.Exp(log), controlsPerCase * Math.Exp(log), auc, alpha, twoSided) - power,
                Math.Log(1 + guess * guess * (1 + 1 / controlsPerCase) / 12),
                0.1
            )
        );
    }

    /// <summary>The smallest area above ½ that is shown with a power; one minus it is the largest below.</summary>
    /// <param name="cases">Number of cases, ≥ 1.</param>
    /// <param name="controls">Number of controls, ≥ 1.</param>
    /// <param name="power">Power, more than alpha and less than 1.</param>
    /// <param name="alpha">Level of the test, between 0 and 1.</param>
    /// <param name="twoSided">Whether the test is two-sided.</param>
    /// <returns>Area between ½ and 1; NaN if even 1 is not shown.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double DetectableAuc(
        double cases,
        double controls,
        double power = 0.8,
        double alpha = 0.05,
        bool twoSided = true
    )
    {
        Rejection.Distance(power, alpha, twoSided);
        if (!(Of(cases, controls, 1, alpha, twoSided) >= power))
            return double.NaN;
        return MonotoneRoot.FindWithin(auc => Of(cases, controls, auc, alpha, twoSided) - power, 0.5, 1);
    }
}
