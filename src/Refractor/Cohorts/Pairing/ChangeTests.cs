using Refractor.Statistics;
using Refractor.Statistics.Distributions;
using Refractor.Statistics.LinearModels;
using Refractor.Statistics.MultipleTesting;

namespace Refractor.Cohorts.Pairing;

/// <summary>Moderated t tests of the changes of all features, as columns of length f; NaN where <see cref="Reasons"/> says why.</summary>
public sealed class ChangeTests
{
    /// <summary>Mean change, later minus baseline, in the unit of the layer; or a difference of such means.</summary>
    public required double[] Effects { get; init; }

    /// <summary>Moderated standard errors.</summary>
    public required double[] StandardErrors { get; init; }

    /// <summary>Moderated t.</summary>
    public required double[] Statistics { get; init; }

    /// <summary>Natural logarithms of two-sided p.</summary>
    public required double[] LogP { get; init; }

    /// <summary>Natural logarithms of p adjusted by Benjamini and Hochberg over all features.</summary>
    public required double[] LogQ { get; init; }

    /// <summary>Degrees of freedom of t.</summary>
    public required double[] DegreesOfFreedom { get; init; }

    /// <summary>Pairs used for each feature.</summary>
    public required int[] N { get; init; }

    /// <summary>Why there is no number.</summary>
    public required NotEstimable[] Reasons { get; init; }

    /// <summary>Features with a number.</summary>
    public int Tested => Reasons.Count(r => r == NotEstimable.None);

    /// <summary>The 95 % interval of an effect; none where there is no test.</summary>
    /// <param name="feature">0 to f − 1.</param>
    public Interval IntervalOf(int feature)
    {
        if (Reasons[feature] != NotEstimable.None)
            return Interval.None;
        var half = StudentT.Quantile(0.025, DegreesOfFreedom[feature], Tail.Upper) * StandardErrors[feature];
        return new Interval(Effects[feature] - half, Effects[feature] + half);
    }

    /// <summary>Rows of features by p, the smallest first; equal p stand by name.</summary>
    /// <param name="features">Names.</param>
    public IReadOnlyList<int> ByP(IReadOnlyList<string> features) =>
        [
            .. Enumerable
                .Range(0, LogP.Length)
                .Where(f => !double.IsNaN(LogP[f]))
                .OrderBy(f => LogP[f])
                .ThenBy(f => features[f], StringComparer.Ordinal),
        ];

    /// <summary>
    /// limma gives a feature whose changes are all equal a number, for its variance is taken from the others; such a feature says nothing.
    /// </summary>
    internal static ChangeTests Of(ModeratedTest test, bool[] isConstant)
    {
        double[] Known(double[] values) => [.. values.Select((v, f) => isConstant[f] ? double.NaN : v)];
        var logP = Known(test.LogP);
        return new ChangeTests
        {
            Effects = Known(test.Effect),
            StandardErrors = Known(test.StandardError),
            Statistics = Known(test.T),
            LogP = logP,
            LogQ = AdjustedP.BenjaminiHochbergOfLog(logP),
            DegreesOfFreedom = test.TotalDf,
            N = test.N,
            Reasons =
            [
                .. test.Reasons.Select(
                    (r, f) => r == NotEstimable.None && isConstant[f] ? NotEstimable.NoVariation : r
                ),
            ],
        };
    }
}
