using Refractor.Statistics.Distributions;

namespace Refractor.Statistics;

/// <summary>What a test sets against its null hypothesis, as <c>alternative</c> in R.</summary>
public enum Alternative
{
    /// <summary>A difference in either direction.</summary>
    TwoSided,

    /// <summary>The first-named group, or the effect, is larger.</summary>
    Greater,

    /// <summary>The first-named group, or the effect, is smaller.</summary>
    Less,
}

/// <summary>P values of a statistic for an alternative.</summary>
internal static class AlternativeTails
{
    /// <summary>P of a standard normal statistic.</summary>
    public static PValue OfNormal(this Alternative alternative, double z) =>
        alternative switch
        {
            Alternative.Greater => PValue.FromLog(Normal.LogProbability(z, tail: Tail.Upper)),
            Alternative.Less => PValue.FromLog(Normal.LogProbability(z)),
            _ => Normal.TwoSided(z),
        };

    /// <summary>P of a statistic with Student's t distribution.</summary>
    public static PValue OfStudentT(this Alternative alternative, double t, double df) =>
        alternative switch
        {
            Alternative.Greater => PValue.FromLog(StudentT.LogProbability(t, df, Tail.Upper)),
            Alternative.Less => PValue.FromLog(StudentT.LogProbability(t, df)),
            _ => StudentT.TwoSided(t, df),
        };

    /// <summary>P of a discrete statistic from its two tails, both of which include the value itself.</summary>
    /// <param name="alternative">What is tested.</param>
    /// <param name="logLower">Logarithm of the probability of the value or less.</param>
    /// <param name="logUpper">Logarithm of the probability of the value or more.</param>
    public static PValue OfTails(this Alternative alternative, double logLower, double logUpper) =>
        PValue.FromLog(
            alternative switch
            {
                Alternative.Greater => logUpper,
                Alternative.Less => logLower,
                _ => Math.Log(2) + Math.Min(logLower, logUpper),
            }
        );

    /// <summary>How far a count is moved towards its mean before it is taken as normal.</summary>
    public static double Continuity(this Alternative alternative, double deviation) =>
        alternative switch
        {
            Alternative.Greater => 0.5,
            Alternative.Less => -0.5,
            _ => 0.5 * Math.Sign(deviation),
        };

    /// <summary>Checks a level of confidence.</summary>
    public static void CheckLevel(double level)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentException($"The level is {level}; expected between 0 and 1.", nameof(level));
    }
}
