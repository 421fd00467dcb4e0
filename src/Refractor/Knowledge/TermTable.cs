using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Refractor.Vocabulary;

namespace Refractor.Knowledge;

/// <summary>The controlled names of an enumeration, as evidence files write them.</summary>
/// <typeparam name="T">An enumeration whose values run from 0 without gaps.</typeparam>
public sealed class TermTable<T>
    where T : struct, Enum
{
    private readonly string[] _names;

    // Numbers, not T: a dictionary for each enumeration would be compiled anew at every start, 16 times over.
    private readonly Dictionary<string, int> _values;

    internal TermTable(params string[] names)
    {
        _names = names;
        _values = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Length > 0)
                _values.Add(names[i], i);
        }
    }

    /// <summary>Names in the order of the enumeration; an empty name is a value that files leave out.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The controlled name of a value.</summary>
    public string NameOf(T value) => _names[ToIndex(value)];

    /// <summary>Looks a controlled name up; case counts.</summary>
    public bool TryParse(string name, [MaybeNullWhen(false)] out T value)
    {
        var known = _values.TryGetValue(name, out var index);
        value = known ? FromIndex(index) : default;
        return known;
    }

    /// <summary>The controlled name of a value, and null for a value that files leave out.</summary>
    public string? NameOrNull(T value) => NameOf(value) is { Length: > 0 } name ? name : null;

    private static int ToIndex(T value) => Unsafe.As<T, int>(ref value);

    private static T FromIndex(int index) => Unsafe.As<int, T>(ref index);
}

/// <summary>The controlled names of the evidence schema.</summary>
public static class Terms
{
    /// <summary>Names of <see cref="Level"/>.</summary>
    public static TermTable<Level> Levels { get; } =
        new(
            "dna_variant",
            "germline_variant",
            "copy_number",
            "fusion",
            "rna_expression",
            "ncrna_expression",
            "protein_expression",
            "protein_activity",
            "methylation",
            "signature_score",
            "genome_scar",
            "immune_infiltration",
            "pathway_activity",
            "subtype",
            "cell_phenotype"
        );

    /// <summary>Names of <see cref="FeatureState"/>.</summary>
    public static TermTable<FeatureState> States { get; } =
        new(
            "mutated",
            "wild_type",
            "pathogenic_variant",
            "reversion",
            "gain_of_function",
            "loss_of_function",
            "amplified",
            "deleted",
            "high",
            "low",
            "positive",
            "negative",
            "present",
            "absent",
            "methylated",
            "increased",
            "decreased",
            "continuous"
        );

    /// <summary>Names of <see cref="Relation"/>.</summary>
    public static TermTable<Relation> Relations { get; } =
        new("predictive", "prognostic", "treatment_change", "mechanism", "cross_resistance");

    /// <summary>Names of <see cref="Effect"/>.</summary>
    public static TermTable<Effect> Effects { get; } = new("resistance", "sensitivity", "no_effect", "mixed");

    /// <summary>Names of <see cref="Setting"/>.</summary>
    public static TermTable<Setting> Settings { get; } =
        new("neoadjuvant", "adjuvant", "metastatic", "any", "in_vitro", "in_vivo");

    /// <summary>Names of <see cref="Timing"/>.</summary>
    public static TermTable<Timing> Timings { get; } =
        new("unknown", "pre_treatment", "on_treatment", "post_treatment", "paired", "relapse");

    /// <summary>Names of <see cref="Design"/>.</summary>
    public static TermTable<Design> Designs { get; } =
        new(
            "guideline",
            "meta_analysis",
            "randomised_trial",
            "prospective_cohort",
            "retrospective_cohort",
            "case_control",
            "case_series",
            "case_report",
            "xenograft",
            "organoid",
            "cell_line",
            "screen",
            "in_silico",
            "review"
        );

    /// <summary>Names of <see cref="PredictiveDesign"/>.</summary>
    public static TermTable<PredictiveDesign> PredictiveDesigns { get; } =
        new(
            "unknown",
            "interaction_tested",
            "randomised_both_arms",
            "treated_only",
            "untreated_only",
            "not_applicable"
        );

    /// <summary>Names of <see cref="Validation"/>.</summary>
    public static TermTable<Validation> Validations { get; } = new("none", "internal", "external", "prospective");

    /// <summary>Names of <see cref="Metric"/>.</summary>
    public static TermTable<Metric> Metrics { get; } =
        new(
            "none",
            "OR",
            "HR",
            "RR",
            "rate_difference",
            "rates",
            "AUC",
            "log2FC",
            "fold_change",
            "correlation",
            "C_index",
            "p_only",
            "count"
        );

    /// <summary>Names of <see cref="MissingReason"/>.</summary>
    public static TermTable<MissingReason> MissingReasons { get; } = new("", "not_reported", "not_seen");

    /// <summary>Names of <see cref="Checked"/>.</summary>
    public static TermTable<Checked> CheckedStates { get; } = new("abstract", "page", "secondary");

    /// <summary>Names of <see cref="PaperKind"/>.</summary>
    public static TermTable<PaperKind> PaperKinds { get; } =
        new("article", "review", "meta_analysis", "meeting_abstract", "preprint", "guideline", "label", "registry");

    /// <summary>Names of <see cref="FeatureType"/>.</summary>
    public static TermTable<FeatureType> FeatureTypes { get; } =
        new(
            "gene",
            "mirna",
            "lncrna",
            "gene_group",
            "pathway",
            "signature",
            "cell_type",
            "genome_wide",
            "subtype",
            "clinical"
        );

    /// <summary>Modalities of an evidence item.</summary>
    public static IReadOnlyList<string> Modalities { get; } =
    ["chemotherapy", "radiotherapy", "endocrine", "targeted", "adc", "immunotherapy", "mixed", "untreated"];

    /// <summary>Endpoints of an evidence item.</summary>
    public static IReadOnlyList<string> Endpoints { get; } =
    [
        "pCR",
        "RCB",
        "ORR",
        "DFS",
        "RFS",
        "DMFS",
        "LRR",
        "IBTR",
        "PFS",
        "TTP",
        "OS",
        "BCSS",
        "IC50",
        "SF2",
        "clonogenic_survival",
        "viability",
        "apoptosis",
        "expression_change",
        "mutation_frequency",
        "tumour_growth",
        "other",
    ];
}
