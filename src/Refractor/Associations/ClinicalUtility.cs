using Refractor.Knowledge;

namespace Refractor.Associations;

/// <summary>
/// How ready an association is for clinical use, as its components. Compared in the order of the components; there is no single score,
/// so that nobody mistakes a formula for a measurement.
/// </summary>
/// <param name="Grade">Grade of the best confirmed item.</param>
/// <param name="Conflict">Whether the sources agree: 2 agree, 1 single or context-dependent, 0 contested, null only or unconfirmed.</param>
/// <param name="PredictiveDesign">Best design to tell predictive from prognostic: 3 interaction tested, 2 both arms, 1 treated only, 0 none.</param>
/// <param name="Sources">Independent sources.</param>
/// <param name="Validation">Best validation: 3 prospective, 2 external, 1 internal, 0 none.</param>
public sealed record ClinicalUtility(
    EvidenceGrade Grade,
    int Conflict,
    int PredictiveDesign,
    int Sources,
    int Validation
)
{
    /// <summary>Orders stronger before weaker.</summary>
    public static Comparer<ClinicalUtility> StrongestFirst { get; } =
        Comparer<ClinicalUtility>.Create((a, b) => b.Key.CompareTo(a.Key));

    /// <summary>Derives the components from the findings of an association.</summary>
    internal static ClinicalUtility Of(
        FindingTable table,
        ReadOnlySpan<int> rows,
        EvidenceGrade grade,
        ConflictVerdict verdict
    )
    {
        var design = 0;
        var validation = 0;
        foreach (var row in rows)
        {
            ref readonly var finding = ref table[row];
            if (!finding.IsConfirmed)
                continue;
            design = Math.Max(design, DesignRank(finding.PredictiveDesign));
            validation = Math.Max(validation, (int)finding.Validation);
        }
        return new ClinicalUtility(
            grade,
            Agreement(verdict.State),
            design,
            IndependentSources.CountConfirmed(table, rows),
            validation
        );
    }

    private (EvidenceGrade, int, int, int, int) Key => (Grade, Conflict, PredictiveDesign, Sources, Validation);

    private static int Agreement(ConflictState state) =>
        state switch
        {
            ConflictState.ConcordantResistance or ConflictState.ConcordantSensitivity => 2,
            ConflictState.SingleSource or ConflictState.ContextDependent => 1,
            _ => 0,
        };

    private static int DesignRank(PredictiveDesign design) =>
        design switch
        {
            Knowledge.PredictiveDesign.InteractionTested => 3,
            Knowledge.PredictiveDesign.RandomisedBothArms => 2,
            Knowledge.PredictiveDesign.TreatedOnly => 1,
            _ => 0,
        };
}
