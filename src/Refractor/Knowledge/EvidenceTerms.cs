namespace Refractor.Knowledge;

/// <summary>Where in the tumour a feature is measured.</summary>
public enum Level
{
    /// <summary>Somatic DNA variant.</summary>
    DnaVariant,

    /// <summary>Inherited variant.</summary>
    GermlineVariant,

    /// <summary>Copy number.</summary>
    CopyNumber,

    /// <summary>Gene fusion.</summary>
    Fusion,

    /// <summary>RNA of genes.</summary>
    RnaExpression,

    /// <summary>MicroRNA or long non-coding RNA.</summary>
    NcRnaExpression,

    /// <summary>Protein amount.</summary>
    ProteinExpression,

    /// <summary>Protein activity, phosphorylation or inhibition.</summary>
    ProteinActivity,

    /// <summary>DNA methylation.</summary>
    Methylation,

    /// <summary>Score of a signature.</summary>
    SignatureScore,

    /// <summary>Scar of a repair defect, mutational burden or signature, circulating tumour fraction.</summary>
    GenomeScar,

    /// <summary>Immune cells in the tumour.</summary>
    ImmuneInfiltration,

    /// <summary>Activity of a pathway or process.</summary>
    PathwayActivity,

    /// <summary>Subtype taken as marker.</summary>
    Subtype,

    /// <summary>Phenotype of cells, blood counts, clinical features.</summary>
    CellPhenotype,
}

/// <summary>State of the feature to which the effect belongs.</summary>
public enum FeatureState
{
    /// <summary>Mutated.</summary>
    Mutated,

    /// <summary>Wild type.</summary>
    WildType,

    /// <summary>Carries a pathogenic variant.</summary>
    PathogenicVariant,

    /// <summary>A pathogenic variant reverted.</summary>
    Reversion,

    /// <summary>Gain of function.</summary>
    GainOfFunction,

    /// <summary>Loss of function.</summary>
    LossOfFunction,

    /// <summary>Amplified.</summary>
    Amplified,

    /// <summary>Deleted.</summary>
    Deleted,

    /// <summary>High.</summary>
    High,

    /// <summary>Low.</summary>
    Low,

    /// <summary>Positive.</summary>
    Positive,

    /// <summary>Negative.</summary>
    Negative,

    /// <summary>Present.</summary>
    Present,

    /// <summary>Absent.</summary>
    Absent,

    /// <summary>Methylated.</summary>
    Methylated,

    /// <summary>Increased against a reference or an earlier time.</summary>
    Increased,

    /// <summary>Decreased against a reference or an earlier time.</summary>
    Decreased,

    /// <summary>Taken as a continuous value.</summary>
    Continuous,
}

/// <summary>The question that a finding answers. Findings of different relation are never merged.</summary>
public enum Relation
{
    /// <summary>Feature against response or outcome under the therapy.</summary>
    Predictive,

    /// <summary>Feature against outcome whatever the therapy, or in untreated patients.</summary>
    Prognostic,

    /// <summary>Feature before against after treatment, or in residual or relapsed against primary tumour.</summary>
    TreatmentChange,

    /// <summary>An experiment changed the feature and sensitivity changed.</summary>
    Mechanism,

    /// <summary>Resistance to one therapy measured in models or patients resistant to another.</summary>
    CrossResistance,
}

/// <summary>What the feature in its state goes with.</summary>
public enum Effect
{
    /// <summary>Resistance or worse outcome.</summary>
    Resistance,

    /// <summary>Sensitivity or better outcome.</summary>
    Sensitivity,

    /// <summary>No association found.</summary>
    NoEffect,

    /// <summary>Both directions, or a source that names a feature without one.</summary>
    Mixed,
}

/// <summary>Where the finding was made.</summary>
public enum Setting
{
    /// <summary>Treatment before surgery.</summary>
    Neoadjuvant,

    /// <summary>Treatment after surgery.</summary>
    Adjuvant,

    /// <summary>Metastatic or advanced disease.</summary>
    Metastatic,

    /// <summary>Several or unstated clinical settings.</summary>
    Any,

    /// <summary>Cells in culture.</summary>
    InVitro,

    /// <summary>Animals.</summary>
    InVivo,
}

/// <summary>When the feature was measured.</summary>
public enum Timing
{
    /// <summary>Not recorded.</summary>
    Unknown,

    /// <summary>Before treatment.</summary>
    PreTreatment,

    /// <summary>During treatment.</summary>
    OnTreatment,

    /// <summary>After treatment.</summary>
    PostTreatment,

    /// <summary>Before and after in the same patients or models.</summary>
    Paired,

    /// <summary>At relapse or progression.</summary>
    Relapse,
}

/// <summary>Study design.</summary>
public enum Design
{
    /// <summary>Guideline.</summary>
    Guideline,

    /// <summary>Meta-analysis.</summary>
    MetaAnalysis,

    /// <summary>Analysis within a randomised trial.</summary>
    RandomisedTrial,

    /// <summary>Prospective cohort.</summary>
    ProspectiveCohort,

    /// <summary>Retrospective cohort.</summary>
    RetrospectiveCohort,

    /// <summary>Case-control study.</summary>
    CaseControl,

    /// <summary>Case series.</summary>
    CaseSeries,

    /// <summary>Case report.</summary>
    CaseReport,

    /// <summary>Xenograft or animal model.</summary>
    Xenograft,

    /// <summary>Organoids.</summary>
    Organoid,

    /// <summary>Cell lines.</summary>
    CellLine,

    /// <summary>Genetic or drug screen.</summary>
    Screen,

    /// <summary>Computation over existing data.</summary>
    InSilico,

    /// <summary>Statement of a review.</summary>
    Review,
}

/// <summary>Whether a finding can tell predictive from prognostic.</summary>
public enum PredictiveDesign
{
    /// <summary>Not recorded.</summary>
    Unknown,

    /// <summary>The interaction of feature and treatment was tested.</summary>
    InteractionTested,

    /// <summary>Both randomised arms were shown.</summary>
    RandomisedBothArms,

    /// <summary>Treated patients only: predictive and prognostic cannot be told apart.</summary>
    TreatedOnly,

    /// <summary>Untreated patients only.</summary>
    UntreatedOnly,

    /// <summary>The question does not arise, for example in cell lines.</summary>
    NotApplicable,
}

/// <summary>How a finding was validated.</summary>
public enum Validation
{
    /// <summary>Not recorded or none.</summary>
    None,

    /// <summary>Within the same data.</summary>
    Internal,

    /// <summary>In other data.</summary>
    External,

    /// <summary>In data collected for the purpose.</summary>
    Prospective,
}

/// <summary>Measure of the effect.</summary>
public enum Metric
{
    /// <summary>No number.</summary>
    None,

    /// <summary>Odds ratio.</summary>
    OddsRatio,

    /// <summary>Hazard ratio.</summary>
    HazardRatio,

    /// <summary>Relative risk.</summary>
    RelativeRisk,

    /// <summary>Difference of rates.</summary>
    RateDifference,

    /// <summary>Rates per group.</summary>
    Rates,

    /// <summary>Area under the ROC curve.</summary>
    Auc,

    /// <summary>Log2 fold change.</summary>
    Log2FoldChange,

    /// <summary>Fold change.</summary>
    FoldChange,

    /// <summary>Correlation coefficient.</summary>
    Correlation,

    /// <summary>Concordance index.</summary>
    ConcordanceIndex,

    /// <summary>Only a p value.</summary>
    POnly,

    /// <summary>A count or frequency.</summary>
    Count,
}

/// <summary>Why there is no number.</summary>
public enum MissingReason
{
    /// <summary>There is a number, or no reason was recorded.</summary>
    None,

    /// <summary>The source does not report one.</summary>
    NotReported,

    /// <summary>The part of the source that may hold it was not seen.</summary>
    NotSeen,
}

/// <summary>How the fact was checked.</summary>
public enum Checked
{
    /// <summary>Read in the abstract of the paper.</summary>
    Abstract,

    /// <summary>Read in the paper.</summary>
    Page,

    /// <summary>Seen only through another text: not confirmed.</summary>
    Secondary,
}

/// <summary>Kind of publication.</summary>
public enum PaperKind
{
    /// <summary>Research article.</summary>
    Article,

    /// <summary>Review.</summary>
    Review,

    /// <summary>Meta-analysis.</summary>
    MetaAnalysis,

    /// <summary>Meeting abstract.</summary>
    MeetingAbstract,

    /// <summary>Preprint.</summary>
    Preprint,

    /// <summary>Guideline.</summary>
    Guideline,

    /// <summary>Drug label.</summary>
    Label,

    /// <summary>Registry entry.</summary>
    Registry,
}
