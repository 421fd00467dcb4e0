using Refractor.Statistics;

namespace Refractor.Cohorts.Comparing;

/// <summary>A feature that both contrasts measured.</summary>
/// <param name="Name">As the first cohort writes it.</param>
/// <param name="First">Its row in the layer of the first contrast.</param>
/// <param name="Second">Its row in the layer of the second contrast.</param>
/// <param name="FirstZ">The ranked statistic of the first contrast; NaN if there is none.</param>
/// <param name="SecondZ">That of the second.</param>
public sealed record ComparedFeature(string Name, int First, int Second, double FirstZ, double SecondZ);

/// <summary>The contrasts without the patients that they share, so that nothing but the biology can make them agree.</summary>
/// <param name="First">Patients given the first therapy and not in the second contrast.</param>
/// <param name="Second">Patients given the second therapy and not in the first contrast.</param>
/// <param name="Correlation">Spearman's correlation of the ranked statistics; its observed value is NaN if a side has no numbers.</param>
public sealed record ApartComparison(int First, int Second, PermutationTest Correlation);

/// <summary>Whether what goes with resistance to one therapy goes with resistance to another.</summary>
public sealed class TherapyComparison
{
    internal TherapyComparison(ComparisonRequest request, TherapyContrast first, TherapyContrast second) =>
        (Request, First, Second) = (request, first, second);

    /// <summary>What was declared.</summary>
    public ComparisonRequest Request { get; }

    /// <summary>The first contrast.</summary>
    public TherapyContrast First { get; }

    /// <summary>The second contrast.</summary>
    public TherapyContrast Second { get; }

    /// <summary>Patients of both contrasts; 0 for contrasts of two cohorts.</summary>
    public required int Shared { get; init; }

    /// <summary>Identifiers that stand in both contrasts of two cohorts, whose patients may be the same or not; 0 within one cohort.</summary>
    public required int SameIdentifiers { get; init; }

    /// <summary>Features measured in both, by name.</summary>
    public required IReadOnlyList<ComparedFeature> Features { get; init; }

    /// <summary>Spearman's correlation of the statistics of the scans: moderated t for response, Wald z for survival. Not permuted.</summary>
    public required double ScanCorrelation { get; init; }

    /// <summary>How the ranked statistics agree.</summary>
    public required Agreement Agreement { get; init; }

    /// <summary>Spearman's correlation of the ranked statistics, two-sided.</summary>
    public required PermutationTest Correlation { get; init; }

    /// <summary>Same less opposite signs among features with p &lt; 0.05 in both, two-sided.</summary>
    public required PermutationTest Concordance { get; init; }

    /// <summary>The peak of each quadrant, one-sided, in the order of <see cref="OverlapQuadrant"/>.</summary>
    public required IReadOnlyList<PermutationTest> Peaks { get; init; }

    /// <summary>Without shared patients; null if none is shared.</summary>
    public required ApartComparison? Apart { get; init; }

    /// <summary>Features that go with resistance to both at p &lt; 0.05, the smaller the larger of both p the earlier.</summary>
    public IReadOnlyList<ComparedFeature> ToBoth() =>
        [
            .. Features
                .Where(f => IsResistance((First.Scan, f.First)) && IsResistance((Second.Scan, f.Second)))
                .OrderBy(f => Math.Max(First.Scan.LogP[f.First], Second.Scan.LogP[f.Second]))
                .ThenBy(f => f.Name, StringComparer.Ordinal),
        ];

    /// <summary>Features that go with resistance to the first therapy, by p, and not with resistance to the second at p &lt; 0.05.</summary>
    public IReadOnlyList<ComparedFeature> ToFirstOnly() =>
        Only(f => (First.Scan, f.First), f => (Second.Scan, f.Second));

    /// <summary>Features that go with resistance to the second therapy, by p, and not with resistance to the first at p &lt; 0.05.</summary>
    public IReadOnlyList<ComparedFeature> ToSecondOnly() =>
        Only(f => (Second.Scan, f.Second), f => (First.Scan, f.First));

    private List<ComparedFeature> Only(
        Func<ComparedFeature, (Scanning.CohortScan Scan, int Row)> one,
        Func<ComparedFeature, (Scanning.CohortScan Scan, int Row)> other
    ) =>
        [
            .. Features
                .Where(f => IsResistance(one(f)) && IsTested(other(f)) && !IsResistance(other(f)))
                .OrderBy(f => one(f) is var (scan, row) ? scan.LogP[row] : double.NaN)
                .ThenBy(f => f.Name, StringComparer.Ordinal),
        ];

    private static bool IsTested((Scanning.CohortScan Scan, int Row) of) =>
        of.Scan.Reasons[of.Row] == NotEstimable.None;

    private static bool IsResistance((Scanning.CohortScan Scan, int Row) of) =>
        of.Scan.Statistics[of.Row] > 0 && of.Scan.LogP[of.Row] < Math.Log(0.05);
}
