using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Power;

/// <summary>
/// Power of the log-rank test or of Cox regression for two groups: it depends on the number of events, not of patients (Schoenfeld,
/// Biometrics 1983).
/// </summary>
/// <remarks>Checked against the formula in R.</remarks>
public static class HazardRatioPower
{
    /// <summary>The probability that the test shows a difference.</summary>
    /// <param name="events">Number of events in both groups together, &gt; 0.</param>
    /// <param name="hazardRatio">True hazard ratio, &gt; 0; it and its inverse have the same power.</param>
    /// <param name="share">Share of the patients that are in one of the groups, between 0 and 1.</param>
    /// <param name="alpha">Level of the test, between 0 and 1.</param>
    /// <param name="twoSided">Whether the test is two-sided.</param>
    /// <returns>Power.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double Of(
        double events,
        double hazardRatio,
        double share = 0.5,
        double alpha = 0.05,
        bool twoSided = true
    )
    {
        Arguments.CheckPositive(events);
        Arguments.CheckPositive(hazardRatio);
        Rejection.CheckInside(share, nameof(share));
        var distance = Math.Abs(Math.Log(hazardRatio)) * Math.Sqrt(events * share * (1 - share));
        return Normal.Probability(distance - Rejection.Critical(alpha, twoSided));
    }

    /// <summary>The number of events that gives a power.</summary>
    /// <param name="power">Power, more than alpha and less than 1.</param>
    /// <param name="hazardRatio">True hazard ratio, &gt; 0, not 1.</param>
    /// <param name="share">Share of the patients that are in one of the groups, between 0 and 1.</param>
    /// <param name="alpha">Level of the test, between 0 and 1.</param>
    /// <param name="twoSided">Whether the test is two-sided.</param>
    /// <returns>Number of events, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double Events(
        double power,
        double hazardRatio,
        double share = 0.5,
        double alpha = 0.05,
        bool twoSided = true
    )
    {
        Arguments.CheckPositive(hazardRatio);
        Rejection.CheckInside(share, nameof(share));
        Arguments.CheckPositive(Math.Abs(Math.Log(hazardRatio)), nameof(hazardRatio));
        var root = Rejection.Distance(power, alpha, twoSided) / Math.Log(hazardRatio);
        return root * root / (share * (1 - share));
    }

    /// <summary>The smallest hazard ratio above 1 that is shown with a power; its inverse is the largest below.</summary>
    /// <param name="events">Number of events in both groups together, &gt; 0.</param>
    /// <param name="power">Power, more than alpha and less than 1.</param>
    /// <param name="share">Share of the patients that are in one of the groups, between 0 and 1.</param>
    /// <param name="alpha">Level of the test, between 0 and 1.</param>
    /// <param name="twoSided">Whether the test is two-sided.</param>
    /// <returns>Hazard ratio, &gt; 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double DetectableHazardRatio(
        double events,
        double power = 0.8,
        double share = 0.5,
        double alpha = 0.05,
        bool twoSided = true
    )
    {
        Arguments.CheckPositive(events);
        Rejection.CheckInside(share, nameof(share));
        return Math.Exp(Rejection.Distance(power, alpha, twoSided) / Math.Sqrt(events * share * (1 - share)));
    }
}
