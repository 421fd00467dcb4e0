using Refractor.Vocabulary;

namespace Refractor.Knowledge;

/// <summary>One finding of one source: one feature × one therapy or regimen × one population × one endpoint × one analysis.</summary>
public sealed class EvidenceItem
{
    /// <summary>Position in <see cref="KnowledgePack.Items"/>.</summary>
    public int Index { get; internal set; }

    /// <summary>Unique name, first author and year with a number.</summary>
    public required string Id { get; init; }

    /// <summary>The paper that reports it.</summary>
    public required Paper Paper { get; init; }

    /// <summary>The feature, joined over its names.</summary>
    public required Feature Feature { get; init; }

    /// <summary>The feature's name as the source gives it.</summary>
    public required string FeatureName { get; init; }

    /// <summary>Members of a group or signature as far as the source names them.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Where the feature was measured.</summary>
    public required Level Level { get; init; }

    /// <summary>State of the feature.</summary>
    public required FeatureState State { get; init; }

    /// <summary>Variant in HGVS or words; null when not given.</summary>
    public string? Variant { get; init; }

    /// <summary>Assay and threshold as reported; null when not given.</summary>
    public string? Cutoff { get; init; }

    /// <summary>The question that the finding answers.</summary>
    public required Relation Relation { get; init; }

    /// <summary>What the feature in this state goes with.</summary>
    public required Effect Effect { get; init; }

    /// <summary>Therapies given together; empty for untreated patients.</summary>
    public IReadOnlyList<Therapy> Therapies { get; init; } = [];

    /// <summary>For cross-resistance: the therapies to which models or patients were resistant.</summary>
    public IReadOnlyList<Therapy> ResistantTo { get; init; } = [];

    /// <summary>Modality name, see <see cref="Terms.Modalities"/>.</summary>
    public required string Modality { get; init; }

    /// <summary>Where the finding was made.</summary>
    public required Setting Setting { get; init; }

    /// <summary>Population in words; null when not given.</summary>
    public string? Population { get; init; }

    /// <summary>Subtype of the population; null when not recorded, which is not the same as "any".</summary>
    public Subtype? Subtype { get; init; }

    /// <summary>When the feature was measured.</summary>
    public Timing Timing { get; init; }

    /// <summary>Study design.</summary>
    public required Design Design { get; init; }

    /// <summary>Patients or models, &gt; 0; null when not known.</summary>
    public int? N { get; init; }

    /// <summary>Events, ≥ 0; null when not known.</summary>
    public int? Events { get; init; }

    /// <summary>Whether predictive and prognostic can be told apart.</summary>
    public PredictiveDesign PredictiveDesign { get; init; }

    /// <summary>How the finding was validated.</summary>
    public Validation Validation { get; init; }

    /// <summary>Endpoint name, see <see cref="Terms.Endpoints"/>.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The figures.</summary>
    public required EvidenceResult Result { get; init; }

    /// <summary>How the fact was checked.</summary>
    public required Checked Checked { get; init; }

    /// <summary>A sentence where a reader would otherwise be misled; null when none is needed.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the finding was made in patients; reviews and computations over patient data count as such.</summary>
    public bool IsClinical =>
        Setting is not (Setting.InVitro or Setting.InVivo)
        && Design is not (Design.CellLine or Design.Xenograft or Design.Organoid or Design.Screen);

    /// <summary>Whether the fact was read in the paper itself.</summary>
    public bool IsConfirmed => Checked != Checked.Secondary;

    /// <summary>Grade once derived, plus one; 0 before.</summary>
    internal byte GradeMemo { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}

/// <summary>The figures of a finding.</summary>
public sealed record EvidenceResult
{
    /// <summary>Measure of the effect.</summary>
    public required Metric Metric { get; init; }

    /// <summary>Point estimate on the scale of <see cref="Metric"/>; null when not reported.</summary>
    public double? Estimate { get; init; }

    /// <summary>Interval around the estimate; null when not reported.</summary>
    public Interval? Interval { get; init; }

    /// <summary>p value; null when not reported.</summary>
    public PValue? P { get; init; }

    /// <summary>False-discovery rate; null when not reported.</summary>
    public PValue? Q { get; init; }

    /// <summary>Groups compared, with size and rate as far as known.</summary>
    public IReadOnlyList<ResultGroup> Groups { get; init; } = [];

    /// <summary>The contrast that the estimate is for; null when not stated.</summary>
    public string? Reference { get; init; }

    /// <summary>Covariates of an adjusted analysis.</summary>
    public IReadOnlyList<string> AdjustedFor { get; init; } = [];

    /// <summary>The figures as the source prints them; null when there are none.</summary>
    public string? Printed { get; init; }

    /// <summary>Why there is no number.</summary>
    public MissingReason Missing { get; init; }
}

/// <summary>A confidence interval.</summary>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound, ≥ <paramref name="Low"/>.</param>
/// <param name="Percent">Level in per cent, 95 unless stated otherwise.</param>
public readonly record struct Interval(double Low, double High, double Percent = 95);

/// <summary>A p value, exact or as a bound.</summary>
/// <param name="Value">Value or bound, in [0, 1].</param>
/// <param name="Relation">"=", "&lt;", "&lt;=", "&gt;" or "&gt;=".</param>
public readonly record struct PValue(double Value, string Relation);

/// <summary>One group of a comparison.</summary>
/// <param name="Label">Name of the group.</param>
/// <param name="N">Size; null when not known.</param>
/// <param name="Rate">Rate as fraction in [0, 1]; null when not known.</param>
public sealed record ResultGroup(string Label, int? N, double? Rate);
