using Refractor.Cohorts.Comparing;
using Refractor.Statistics.Enrichment;

namespace Refractor.Cohorts.Pairing;

/// <summary>What changes between two samples of the same patients, and whether it looks like what goes with resistance.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Request">What was declared.</param>
/// <param name="Pairs">The pairs, and who has none.</param>
/// <param name="Changes">Changes within all pairs.</param>
/// <param name="Differences">f features × pairs: later minus baseline.</param>
public sealed record ChangeComparison(
    Cohort Cohort,
    MeasuredLayer Layer,
    ChangeRequest Request,
    SamplePairs Pairs,
    ChangeTests Changes,
    Statistics.FeatureMatrix Differences
)
{
    /// <summary>Enrichment of the sets over the changes; null if there are none.</summary>
    public EnrichmentScreen? Enrichment { get; init; }

    /// <summary>Changes by response; null without a response that is known in both groups.</summary>
    public ResponseChanges? ByResponse { get; init; }

    /// <summary>Changes beside resistance at baseline; null without an endpoint.</summary>
    public ChangeOverlap? Overlap { get; init; }

    /// <summary>Why changes are not compared between responders and others, or with resistance; empty if all is there.</summary>
    public IReadOnlyList<string> NotDone { get; init; } = [];

    /// <summary>Sets by p, the smallest first.</summary>
    public IReadOnlyList<int> SetsByP() =>
        Enrichment is { } e
            ?
            [
                .. Enumerable
                    .Range(0, Request.Sets.Count)
                    .Where(s => !double.IsNaN(e.LogP[s]))
                    .OrderBy(s => e.LogP[s])
                    .ThenBy(s => s),
            ]
            : [];

    /// <summary>The members of a set that carry its score, the strongest first.</summary>
    /// <param name="set">Its place among the sets.</param>
    public IReadOnlyList<string> LeadingEdge(int set)
    {
        var names = new List<string>();
        foreach (var feature in Enrichment!.LeadingEdge(set))
            names.Add(Layer.Features[feature]);
        return names;
    }
}

/// <summary>Changes in patients with and without response.</summary>
/// <param name="Responders">Mean changes of those who responded.</param>
/// <param name="Others">Mean changes of those who did not.</param>
/// <param name="Difference">Change without response less change with it, adjusted if that was asked for.</param>
/// <param name="RespondersN">Pairs of those who responded.</param>
/// <param name="OthersN">Pairs of those who did not.</param>
public sealed record ResponseChanges(
    ChangeTests Responders,
    ChangeTests Others,
    ChangeTests Difference,
    int RespondersN,
    int OthersN
);

/// <summary>
/// How the ranks of changes and of what goes with resistance at baseline agree. Outcomes are permuted among patients with a pair and
/// among the others apart, so that whom a later sample was taken from stays.
/// </summary>
/// <param name="Contrast">Resistance at baseline.</param>
/// <param name="ChangeZ">f changes, ranked; NaN where there is none.</param>
/// <param name="ContrastZ">f statistics of resistance.</param>
/// <param name="Paired">Patients of the contrast who have a pair.</param>
/// <param name="Agreement">How both agree.</param>
/// <param name="Correlation">Spearman's correlation, two-sided.</param>
/// <param name="Concordance">Same less opposite signs among features with p &lt; 0.05 in both, two-sided.</param>
/// <param name="Peaks">The peak of each quadrant, one-sided; the first list is that of changes.</param>
/// <param name="Apart">
/// The correlation with resistance among patients without a pair, in whom no measurement is part of both lists; null if they have no
/// two outcomes.
/// </param>
public sealed record ChangeOverlap(
    TherapyContrast Contrast,
    double[] ChangeZ,
    double[] ContrastZ,
    int Paired,
    Agreement Agreement,
    PermutationTest Correlation,
    PermutationTest Concordance,
    IReadOnlyList<PermutationTest> Peaks,
    PermutationTest? Apart
);
