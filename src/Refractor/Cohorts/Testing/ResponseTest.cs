using Refractor.Statistics;
using Refractor.Statistics.Contingency;
using Refractor.Statistics.RankTests;
using Refractor.Statistics.Roc;
using Interval = Refractor.Statistics.Interval;

namespace Refractor.Cohorts.Testing;

/// <summary>A feature against response.</summary>
/// <param name="Effect">Odds ratio of response for one standard deviation more, or for altered against not altered.</param>
/// <param name="Adjusted">The same adjusted by covariates; null if there are none.</param>
/// <param name="Auc">The area under the ROC curve for response, responders expected to be higher; not estimable for a status.</param>
/// <param name="Wilcoxon">Rank test of responders against the others; not estimable for a status.</param>
/// <param name="Splits">Response in high and low, or in altered and not: at a published cut-off if there is one, at the median.</param>
public sealed record ResponseTest(
    Effect Effect,
    Effect? Adjusted,
    Estimate<AreaUnderCurve> Auc,
    Estimate<WilcoxonTest> Wilcoxon,
    IReadOnlyList<ResponseSplit> Splits
);

/// <summary>Response in two groups of patients.</summary>
/// <param name="Rule">How the groups were made, such as "median" or "altered".</param>
/// <param name="CutOff">Values above are in the first group; NaN for a status.</param>
/// <param name="Table">First row: high or altered. First column: response.</param>
/// <param name="HighRate">Wilson interval of the rate of response among the high or altered.</param>
/// <param name="LowRate">Wilson interval among the others.</param>
/// <param name="Fisher">Fisher's exact test.</param>
/// <param name="Difference">Difference of the rates with Newcombe's interval.</param>
public sealed record ResponseSplit(
    string Rule,
    double CutOff,
    TwoByTwo Table,
    Interval HighRate,
    Interval LowRate,
    Estimate<FisherTest> Fisher,
    Estimate<RiskDifference> Difference
)
{
    /// <summary>Makes the groups and compares them.</summary>
    internal static ResponseSplit Of(string rule, double cutOff, double[] values, bool[] responded)
    {
        var (a, b, c, d) = (0, 0, 0, 0);
        for (var i = 0; i < values.Length; i++)
            _ = (values[i] > cutOff, responded[i]) switch
            {
                (true, true) => a++,
                (true, false) => b++,
                (false, true) => c++,
                (false, false) => d++,
            };
        var table = new TwoByTwo(a, b, c, d);
        return new ResponseSplit(
            rule,
            cutOff,
            table,
            Proportion.Wilson(a, a + b),
            Proportion.Wilson(c, c + d),
            FisherTest.Of(table),
            RiskDifference.Of(table)
        );
    }
}
