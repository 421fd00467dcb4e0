using Refractor.Knowledge;

namespace Refractor.Cohorts.Mapping;

/// <summary>
/// How the files of a cohort are to be understood: which file holds what, which columns are therapies, outcomes and receptors, and which
/// words mean yes. Written by the user as far as it cannot be guessed; completed by guesses, all of which are shown.
/// </summary>
public sealed record CohortMapping
{
    /// <summary>Title for reports; null if not given.</summary>
    public string? Title { get; init; }

    /// <summary>When the patients were treated; null if not given.</summary>
    public Setting? Setting { get; init; }

    /// <summary>File of gene symbols, relative to the folder of the cohort's files; null if there is none.</summary>
    public string? Symbols { get; init; }

    /// <summary>Name of a gene in the files → its current symbol; comes before all other ways to read it.</summary>
    public IReadOnlyDictionary<string, string> Renamed { get; init; } = new Dictionary<string, string>();

    /// <summary>Files of patients and samples.</summary>
    public IReadOnlyList<ClinicalFile> Clinical { get; init; } = [];

    /// <summary>Name → files in which a patient may have several rows; rules of treatments and outcomes refer to the name.</summary>
    public IReadOnlyDictionary<string, RecordTable> Records { get; init; } = new Dictionary<string, RecordTable>();

    /// <summary>Files of measured numbers.</summary>
    public IReadOnlyList<LayerFile> Layers { get; init; } = [];

    /// <summary>File of mutations; null if there is none.</summary>
    public MutationFile? Mutations { get; init; }

    /// <summary>Therapy → where it is told.</summary>
    public IReadOnlyDictionary<string, TreatmentRule> Treatments { get; init; } =
        new Dictionary<string, TreatmentRule>();

    /// <summary>Endpoint → where it is told.</summary>
    public IReadOnlyDictionary<string, OutcomeRule> Outcomes { get; init; } = new Dictionary<string, OutcomeRule>();

    /// <summary>Role, such as <c>age</c> or <c>er</c> → where it is told.</summary>
    public IReadOnlyDictionary<string, VariableRule> Variables { get; init; } = new Dictionary<string, VariableRule>();
}

/// <summary>A table of patients or of samples.</summary>
/// <param name="File">Path, relative to the folder of the cohort's files.</param>
public sealed record ClinicalFile(string File)
{
    /// <summary>Column of the patient; null to guess.</summary>
    public string? Patient { get; init; }

    /// <summary>Column of the sample; null if each patient has one sample of the same name.</summary>
    public string? Sample { get; init; }

    /// <summary>Whether the table names no patients: each row is one, named by its number, counted from 1.</summary>
    public bool Numbered { get; init; }

    /// <summary>Lines below the header that describe columns and are no rows.</summary>
    public int LinesBelowHeader { get; init; }

    /// <summary>Column that tells when samples were taken; null to guess, and if it tells of none.</summary>
    public string? Time { get; init; }

    /// <summary>Time point → words for it; empty for the usual ones.</summary>
    public IReadOnlyDictionary<TimePoint, IReadOnlyList<string>> Times { get; init; } =
        new Dictionary<TimePoint, IReadOnlyList<string>>();

    /// <summary>Name of the encoding.</summary>
    public string Encoding { get; init; } = "utf-8";
}

/// <summary>A table of measured numbers.</summary>
/// <param name="File">Path, relative to the folder of the cohort's files.</param>
public sealed record LayerFile(string File)
{
    /// <summary>Name of the layer.</summary>
    public string Name { get; init; } = "expression";

    /// <summary>Where in the tumour it was measured.</summary>
    public Level Level { get; init; } = Level.RnaExpression;

    /// <summary>Whether rows are samples instead of features; null to guess by the names that match the samples.</summary>
    public bool? RowsAreSamples { get; init; }

    /// <summary>How the numbers are scaled; null to guess.</summary>
    public MeasuredScale? Scale { get; init; }

    /// <summary>Column of text that names the features, such as that of gene symbols beside probes; null for the first column.</summary>
    public string? Names { get; init; }

    /// <summary>Annotation of the platform, which names the genes of probes; null if rows are named as they shall be.</summary>
    public ProbeFile? Probes { get; init; }

    /// <summary>What becomes of several rows of one feature; null for the row with the highest mean, which is reported.</summary>
    public DuplicateRule? Duplicates { get; init; }

    /// <summary>Columns of text before the numbers; null to guess.</summary>
    public int? TextColumns { get; init; }

    /// <summary>For rows that are samples: the columns that hold features; empty for all columns of numbers.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>For rows that are samples: the first column of features; all after it are features too. Null to use <see cref="Columns"/>.</summary>
    public string? From { get; init; }
}

/// <summary>The annotation of a platform: a table of probes and their genes, as GEO gives it.</summary>
/// <param name="File">Path, relative to the folder of the cohort's files.</param>
public sealed record ProbeFile(string File)
{
    /// <summary>Column of the probe.</summary>
    public string Probe { get; init; } = "ID";

    /// <summary>Column of the gene.</summary>
    public string Gene { get; init; } = "Gene Symbol";
}

/// <summary>A list of mutations, one a row.</summary>
/// <param name="File">Path, relative to the folder of the cohort's files.</param>
public sealed record MutationFile(string File)
{
    /// <summary>Column of the sample.</summary>
    public string Sample { get; init; } = "Tumor_Sample_Barcode";

    /// <summary>Column of the gene.</summary>
    public string Gene { get; init; } = "Hugo_Symbol";

    /// <summary>Column of the variant classification.</summary>
    public string Class { get; init; } = "Variant_Classification";

    /// <summary>Column of the change of the protein.</summary>
    public string Protein { get; init; } = "HGVSp_Short";

    /// <summary>Column of the reads with the change.</summary>
    public string AlternateReads { get; init; } = "t_alt_count";

    /// <summary>Column of the reads without it.</summary>
    public string ReferenceReads { get; init; } = "t_ref_count";

    /// <summary>Name of the encoding.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>
    /// A file that names the samples that were sequenced, one a line; null to take them from the head of the mutation file
    /// (<c>#Sequenced_Samples:</c>) or from <see cref="ProfiledColumn"/>.
    /// </summary>
    public string? ProfiledFile { get; init; }

    /// <summary>A clinical column that tells whether a sample was sequenced.</summary>
    public string? ProfiledColumn { get; init; }

    /// <summary>Genes that were sequenced; empty for the genes of the file if it is a panel, or all.</summary>
    public IReadOnlyList<string> Panel { get; init; } = [];

    /// <summary>
    /// A table that tells the panel of each sample, as the gene panel matrix of cBioPortal: samples in the first column; null if there is
    /// none.
    /// </summary>
    public string? PanelMatrix { get; init; }

    /// <summary>The column of the panel in that table: the stable id of the profile.</summary>
    public string PanelColumn { get; init; } = "mutations";

    /// <summary>The panel of the samples that the table tells none of; null if there is none.</summary>
    public string? GenePanel { get; init; }

    /// <summary>Name of a panel → where its genes are told.</summary>
    public IReadOnlyDictionary<string, PanelRule> Panels { get; init; } = new Dictionary<string, PanelRule>();
}

/// <summary>Where the genes of a panel are told.</summary>
public sealed record PanelRule
{
    /// <summary>A file with a line <c>gene_list:</c>, as cBioPortal has them, or with one gene a line; null to use <see cref="Genes"/>.</summary>
    public string? File { get; init; }

    /// <summary>Symbols.</summary>
    public IReadOnlyList<string> Genes { get; init; } = [];

    /// <summary>Whether all genes were sequenced.</summary>
    public bool WholeExome { get; init; }
}
