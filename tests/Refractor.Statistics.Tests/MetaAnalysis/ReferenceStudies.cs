using Refractor.Statistics.MetaAnalysis;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.MetaAnalysis;

/// <summary>The inputs of Reference/meta.</summary>
internal static class ReferenceStudies
{
    /// <summary>Effects of each meta-analysis by its name.</summary>
    public static Dictionary<string, StudyEffect[]> All() =>
        ReferenceTable
            .Read("meta/studies.tsv")
            .Rows.GroupBy(r => r["meta"])
            .ToDictionary(g => g.Key, g => g.Select(r => new StudyEffect(r.Number("yi"), r.Number("vi"))).ToArray());

    /// <summary>The two-arm tables.</summary>
    public static EventTable[] Tables() =>
        [
            .. ReferenceTable
                .Read("meta/tables.tsv")
                .Rows.Select(r => new EventTable(r.Number("ai"), r.Number("bi"), r.Number("ci"), r.Number("di"))),
        ];

    /// <summary>The estimator of metafor's short name.</summary>
    public static HeterogeneityEstimator Estimator(string method) =>
        method switch
        {
            "EE" => HeterogeneityEstimator.EqualEffects,
            "DL" => HeterogeneityEstimator.DerSimonianLaird,
            "REML" => HeterogeneityEstimator.RestrictedMaximumLikelihood,
            "ML" => HeterogeneityEstimator.MaximumLikelihood,
            "PM" => HeterogeneityEstimator.PauleMandel,
            "SJ" => HeterogeneityEstimator.SidikJonkman,
            "HE" => HeterogeneityEstimator.Hedges,
            _ => throw new ArgumentException($"Unknown method {method}.", nameof(method)),
        };
}
